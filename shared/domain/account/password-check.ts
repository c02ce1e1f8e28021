import type { FieldFailure } from '../../failure.ts';
import { normaliseIdentityNumber } from '../identity/normalise.ts';
import { compareKey } from './fields.ts';
import { hasRun } from './keyboard-run.ts';
import { LISTED_PASSWORDS } from './listed-passwords.ts';
import { PASSWORD_CLASSES, PASSWORD_MAX, passwordMin, type PasswordRule } from './password-rule.ts';
import type { Role } from './role.ts';

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly account: string;
  readonly roles: readonly Role[];
}

/**
 * A password in the form in which it is judged, hashed and compared: without the line end that a paste
 * from a table or a text file brings along (security 7.29). `removed` says so, for the window to tell:
 * text `check.lineEndRemoved`. Everything else counts as typed, outer spaces too.
 */
export const cleanPassword = (text: string): { value: string; removed: 'none' | 'lineEnd' } => {
  const value = text.replace(/[\r\n\u2028\u2029]+$/u, '');
  return { value, removed: value === text ? 'none' : 'lineEnd' };
};

const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];
const IDENTITY = /[A-Z][1289A-D]\d{8}/;

/** What people write for a letter: `p@ssw0rd` is password. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '+': 't',
};
const fold = (text: string): string => text.replace(/[0134578@$!+9]/g, (sign) => STANDS_FOR[sign] ?? sign);

const LETTER = /\p{L}/u;

/** The text itself, and what is left of it when digits and signs at both ends are taken off, one by one. */
function* coresOf(text: string): Generator<string> {
  const signs = [...text];
  const first = signs.findIndex((sign) => LETTER.test(sign));
  const last = signs.findLastIndex((sign) => LETTER.test(sign));
  for (let from = 0; from <= Math.max(first, 0); from += 1) {
    for (let to = signs.length; to > Math.max(last, from); to -= 1) yield signs.slice(from, to).join('');
  }
}

/**
 * A common password (rule 2 of domain §1.4.11), whatever its capitals, also with the usual signs for
 * letters and with digits or signs before and behind: `P@ssw0rd2024!` is the listed `password`.
 */
export function isListedPassword(password: string): boolean {
  const text = compareKey(cleanPassword(password).value);
  for (const core of coresOf(text)) {
    if (LISTED_PASSWORDS.has(core) || LISTED_PASSWORDS.has(fold(core))) return true;
  }
  return false;
}

/**
 * The rules that a password breaks, in the order of the check list; none when it may be set. Judged is
 * the text of `cleanPassword`. `passwordUsed` is central's alone, which knows the earlier ones.
 */
export function checkPassword(
  password: string,
  { account, roles }: PasswordOwner,
  isCommon: (password: string) => boolean,
): readonly PasswordRule[] {
  const { value } = cleanPassword(password);
  const count = [...value].length;
  const classes = CLASSES.filter((one) => one.test(value)).length;
  const broken: readonly (readonly [PasswordRule, boolean])[] = [
    ['passwordLength', count < passwordMin(roles) || count > PASSWORD_MAX],
    ['passwordClasses', classes < PASSWORD_CLASSES],
    ['passwordAccount', account !== '' && compareKey(value) === compareKey(account)],
    ['passwordRun', hasRun(value)],
    ['passwordIdentity', IDENTITY.test(normaliseIdentityNumber(value))],
    ['passwordCommon', isCommon(value)],
  ];
  return broken.flatMap(([rule, is]) => (is ? [rule] : []));
}

/** Broken rules as failures of the field `path`; `detail` fills the blanks of `check.<rule>`. */
export const passwordFailures = (
  rules: readonly PasswordRule[],
  roles: readonly Role[],
  path: string,
): FieldFailure[] =>
  rules.map((code) =>
    code === 'passwordLength'
      ? { path, code, detail: { min: passwordMin(roles), max: PASSWORD_MAX } }
      : { path, code },
  );
