import { expect, test } from 'vitest';
import { FIRST_LETTERS, identitySum } from '../../../../shared/domain/identity/checksum.ts';

test.each([
  ['A123456789', 130],
  ['A123456788', 129],
  ['P223456783', 160],
  ['W100232754', 80],
  ['A800000014', 70],
  ['A800000015', 71],
  ['F930123456', 180],
  ['AC01234567', 80],
  ['FC12345670', 146],
  ['FC12345674', 150],
])('[ID6] the weighted sum of %s is %i', (number, sum) => {
  expect(identitySum(number)).toBe(sum);
});

test('[ID6] nine characters give the sum without the check digit', () => {
  expect(identitySum('A12345678')).toBe(121);
});

test('[ID3] all 26 letters may stand first', () => {
  expect(FIRST_LETTERS.join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
});
