import { FIRST_LETTERS, identitySum } from './checksum.ts';
import { findSecond, type SecondCharacter } from './kind.ts';

export interface IdentityParts {
  /** First letter, A to Z. */
  readonly letter: string;
  /** Second character, which settles kind and sex. */
  readonly second: SecondCharacter;
  /** Characters three to nine as a number, 0 to 9,999,999; filled up with zeros. */
  readonly serial: number;
}

/**
 * A valid identity number by formula, for demo data and tests: never a real person's (domain §4.3).
 * Throws RangeError for parts that no number has.
 */
export const makeIdentityNumber = ({ letter, second, serial }: IdentityParts): string => {
  const inRange = Number.isInteger(serial) && serial >= 0 && serial <= 9_999_999;
  if (!FIRST_LETTERS.includes(letter) || !findSecond(second) || !inRange) {
    throw new RangeError('no identity number has such parts');
  }
  const open = `${letter}${second}${String(serial).padStart(7, '0')}`;
  return `${open}${(10 - (identitySum(open) % 10)) % 10}`;
};
