import { z } from 'zod';
import type { IsoDate } from '../calendar/iso-date.ts';
import { accept, refuse, type Accepted, type Refused } from '../plain-text/checked.ts';
import { removeInvisible, type Removed } from '../plain-text/invisible.ts';
import { FIRST_LETTERS, identitySum } from './checksum.ts';
import { findSecond, isIdentityKindUsable, type IdentityKind, type Sex } from './kind.ts';
import { normaliseIdentityNumber } from './normalise.ts';

/** What an identity number tells. */
export interface IdentityFacts {
  /** Normalised. */
  readonly number: string;
  readonly kind: IdentityKind;
  readonly sex: Sex;
}

export interface CheckedIdentity extends Accepted<IdentityFacts> {
  /** Whether invisible characters were taken out, so that the person can be told (security 7.3). */
  readonly removed: Removed;
}

export type IdentityProblem =
  | 'required'
  | 'identityLength'
  | 'identityLetter'
  | 'identitySecond'
  | 'identityDigit'
  | 'identityChecksum'
  | 'identityOldEnded';

const LENGTH = 10;

/** First wrong character, from left to right; positions are counted from 1. */
const findWrongCharacter = (characters: readonly string[]): Refused<IdentityProblem> | undefined => {
  const [first = '', second = '', ...digits] = characters;
  if (!FIRST_LETTERS.includes(first)) return refuse('identityLetter', { position: 1, found: first });
  // Typed for 1 and 0, so the advice is the same as further right (security 7.5).
  if (second === 'I' || second === 'O') return refuse('identityDigit', { position: 2, found: second });
  if (!findSecond(second)) return refuse('identitySecond', { position: 2, found: second });
  const wrong = digits.findIndex((digit) => !/^[0-9]$/.test(digit));
  if (wrong < 0) return undefined;
  return refuse('identityDigit', { position: wrong + 3, found: digits[wrong] ?? '' });
};

/**
 * Judges a 國民身分證統一編號 or 統一證號 as typed (domain §4.2): form, then check digit. A wrong
 * check digit is told without the right one. With `today` an old resident number is refused after
 * 2030-12-31; without it, as for cases that already hold one, it stays valid.
 *
 * Failures: `required`; `identityLength` {length, expected}; `identityLetter`, `identitySecond`,
 * `identityDigit` {position, found}; `identityChecksum`; `identityOldEnded`.
 */
export const checkIdentityNumber = (
  text: string,
  today?: IsoDate,
): CheckedIdentity | Refused<IdentityProblem> => {
  const number = normaliseIdentityNumber(text);
  const characters = [...number];
  if (characters.length === 0) return refuse('required');
  if (characters.length !== LENGTH) {
    return refuse('identityLength', { length: characters.length, expected: LENGTH });
  }
  const wrong = findWrongCharacter(characters);
  if (wrong) return wrong;

  const second = findSecond(number.charAt(1));
  if (!second || identitySum(number) % 10 !== 0) return refuse('identityChecksum');
  const { kind, sex } = second;
  if (today !== undefined && !isIdentityKindUsable(kind, today)) return refuse('identityOldEnded');
  return { ...accept({ number, kind, sex }), removed: removeInvisible(text).removed };
};

/** An identity number as it is stored and sent: valid and already normalised. */
export const IdentityNumber = z.string().refine((text) => {
  const checked = checkIdentityNumber(text);
  return checked.ok && checked.value.number === text;
});
export type IdentityNumber = z.infer<typeof IdentityNumber>;

/** 性別 that a valid identity number tells; undefined for passports and provisional numbers. */
export const sexOfIdentityNumber = (text: string): Sex | undefined => {
  const checked = checkIdentityNumber(text);
  return checked.ok ? checked.value.sex : undefined;
};

/** The number tells another 性別 than the register: a warning, never a block (domain §4.4). */
export const identitySexDiffers = (text: string, registered: Sex | null): boolean => {
  const told = sexOfIdentityNumber(text);
  return told !== undefined && registered !== null && told !== registered;
};
