import { expect, test } from 'vitest';
import { toggleCode } from '../../../../renderer/ui/form/toggle-code.ts';

test('一般生 and the others put each other out', () => {
  expect(toggleCode(['INDIGENOUS'], 'ORDINARY', 'ORDINARY')).toEqual(['ORDINARY']);
  expect(toggleCode(['ORDINARY'], 'INDIGENOUS', 'ORDINARY')).toEqual(['INDIGENOUS']);
});

test('a second tick takes the code out', () => {
  expect(toggleCode(['A', 'B'], 'A', undefined)).toEqual(['B']);
  expect(toggleCode(['A'], 'B', undefined)).toEqual(['A', 'B']);
});
