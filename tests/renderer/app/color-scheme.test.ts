import { expect, test } from 'vitest';
import { memoryColorScheme } from '../../../renderer/app/color-scheme.ts';

test('[security §4] light or dark is kept for the session and written nowhere', () => {
  const scheme = memoryColorScheme();
  expect(scheme.get('auto')).toBe('auto');
  scheme.set('dark');
  expect(scheme.get('auto')).toBe('dark');
  expect(window.localStorage).toHaveLength(0);
  scheme.clear();
  expect(scheme.get('auto')).toBe('auto');
});
