import { expect, test } from 'vitest';
import { duration } from '../../../scripts/lib/duration.mjs';

test.each([
  [412, '0.4 s'],
  [12_300, '12 s'],
  [59_700, '60 s'],
  [125_000, '2 min 05 s'],
])('%d ms reads %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});
