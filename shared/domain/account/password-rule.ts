import { kindOf } from './role-set.ts';
import type { Role } from './role.ts';

/** Days until a password has to be changed [A:1184–1187, 1243]. */
export const PASSWORD_DAYS = 90;
/** Characters at least, by kind of account [A:1241]: 校內人員 8, 縣市承辦 12; the agency as the county. */
export const PASSWORD_MIN = { primary: 8, staff: 8, county: 12, national: 12 } as const;
/** Characters at most. */
export const PASSWORD_MAX = 128;
/** Earlier settings, the present one among them, that a new one may not equal [A:1243]. */
export const PASSWORD_HISTORY = 3;
/** Of the four classes: upper, lower, digit, special [A:1241]. */
export const PASSWORD_CLASSES = 3;

export const passwordMin = (roles: readonly Role[]): number => PASSWORD_MIN[kindOf(roles)];

/**
 * 密碼設立規則 in the order of the check list [A:1227–1243]; each has its own text `passwordRule.<code>`
 * and, as the reason of a refusal, `check.<code>`. `passwordUsed` and `passwordCommon` need more than
 * the text itself: the last is judged by central and, with the same list, in the window.
 */
export const PASSWORD_RULES = [
  'passwordLength',
  'passwordClasses',
  'passwordAccount',
  'passwordRun',
  'passwordIdentity',
  'passwordCommon',
  'passwordUsed',
] as const;
export type PasswordRule = (typeof PASSWORD_RULES)[number];

/** 密碼到期剩餘天數: 90 − whole days since it was set; 0 or less is expired (domain §1.4.12). */
export const passwordDaysLeft = (setAt: string, now: number): number =>
  PASSWORD_DAYS - Math.floor((now - Date.parse(setAt)) / 86_400_000);
