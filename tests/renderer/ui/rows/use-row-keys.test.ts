import { expect, test } from 'vitest';
import { targetOf } from '../../../../renderer/ui/rows/use-row-keys.ts';

test('keys move within the list and stop at its ends', () => {
  expect(
    ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => targetOf(key, 5, 100)),
  ).toEqual([6, 4, 15, 0, 0, 99]);
  expect(targetOf('ArrowDown', 99, 100)).toBe(99);
  expect(targetOf('ArrowUp', 0, 100)).toBe(0);
  expect(targetOf('PageDown', 95, 100)).toBe(99);
});

test('other keys move nothing', () => {
  expect(targetOf('a', 5, 100)).toBeUndefined();
  expect(targetOf('Tab', 5, 100)).toBeUndefined();
});
