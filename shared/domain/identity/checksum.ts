import { findSecond } from './kind.ts';

/** Values of the first letter (domain §4.1); I, O, W and Z break the row. */
const LETTER_VALUES: Readonly<Record<string, number>> = {
  A: 10,
  B: 11,
  C: 12,
  D: 13,
  E: 14,
  F: 15,
  G: 16,
  H: 17,
  I: 34,
  J: 18,
  K: 19,
  L: 20,
  M: 21,
  N: 22,
  O: 35,
  P: 23,
  Q: 24,
  R: 25,
  S: 26,
  T: 27,
  U: 28,
  V: 29,
  W: 32,
  X: 30,
  Y: 31,
  Z: 33,
};

/** Weights of the two digits of the letter and of the nine characters after it (domain §4.2). */
const WEIGHTS = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];

/** Letters that may stand first; L, R, S and Y are no longer given out but still held. */
export const FIRST_LETTERS: readonly string[] = Object.keys(LETTER_VALUES);

/**
 * The weighted sum over a number of the right form, or over its first nine characters; the number is
 * valid iff the sum of all ten is divisible by 10.
 */
export const identitySum = (number: string): number => {
  const letter = LETTER_VALUES[number.charAt(0)] ?? Number.NaN;
  const second = findSecond(number.charAt(1))?.digit ?? Number.NaN;
  const digits = [Math.floor(letter / 10), letter % 10, second, ...[...number.slice(2)].map(Number)];
  return digits.reduce((sum, digit, index) => sum + digit * (WEIGHTS[index] ?? Number.NaN), 0);
};
