import type { IsoDate } from '../calendar/iso-date.ts';

/**
 * Kinds of identity number 證號: 國民身分證統一編號; 新式外來人口統一證號 (since 110.1.2);
 * 舊式統一證號 (domain §4.2).
 */
export const IDENTITY_KINDS = ['national', 'residentNew', 'residentOld'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** 證別: with 護照 and 無證, where the product gives a provisional number (domain §4.4). */
export const DOCUMENT_KINDS = [...IDENTITY_KINDS, 'passport', 'provisional'] as const;

/** 性別 as the number tells it. */
export type Sex = 'male' | 'female';

interface SecondRow {
  readonly kind: IdentityKind;
  readonly sex: Sex;
  /** What the character counts in the weighted sum; a letter counts the units digit of its value. */
  readonly digit: number;
}

/** Characters that may stand second in an identity number. */
export const SECOND_CHARACTERS = ['1', '2', '8', '9', 'A', 'B', 'C', 'D'] as const;
export type SecondCharacter = (typeof SECOND_CHARACTERS)[number];

/** What each of them tells (domain §4.2; 8 and 9, not 7 and 8, for the new kind). */
const SECOND = {
  1: { kind: 'national', sex: 'male', digit: 1 },
  2: { kind: 'national', sex: 'female', digit: 2 },
  8: { kind: 'residentNew', sex: 'male', digit: 8 },
  9: { kind: 'residentNew', sex: 'female', digit: 9 },
  A: { kind: 'residentOld', sex: 'male', digit: 0 },
  B: { kind: 'residentOld', sex: 'female', digit: 1 },
  C: { kind: 'residentOld', sex: 'male', digit: 2 },
  D: { kind: 'residentOld', sex: 'female', digit: 3 },
} as const satisfies Record<SecondCharacter, SecondRow>;

export const findSecond = (character: string): SecondRow | undefined => {
  const known = SECOND_CHARACTERS.find((code) => code === character);
  return known && SECOND[known];
};

/** Last day of the old resident numbers: 119.12.31 (domain §4.2). */
export const RESIDENT_OLD_LAST_DAY: IsoDate = '2030-12-31';

/** Whether a number of this kind may still be used on a day. */
export const isIdentityKindUsable = (kind: IdentityKind, on: IsoDate): boolean =>
  kind !== 'residentOld' || on <= RESIDENT_OLD_LAST_DAY;
