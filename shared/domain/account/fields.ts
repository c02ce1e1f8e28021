import { accept, refuse, type Checked, type Refused } from '../plain-text/checked.ts';
import { cleanText, type CleanedText, type TextProblem } from '../plain-text/clean-text.ts';
import { countCharacters, isBlank } from '../plain-text/count.ts';

/** An account name 帳號 has 3 to 60 characters. */
export const ACCOUNT_MIN = 3;
export const ACCOUNT_MAX = 60;
/** Of an e-mail address, as a mail server takes it (RFC 5321), and of the part before the @. */
export const EMAIL_MAX = 254;
const LOCAL_MAX = 64;

/** Shape of a 身分證 or 居留證 number (domain §4.2), standing by itself. */
const IDENTITY = /(?<![a-z0-9])[a-z][1289a-d]\d{8}(?![a-z0-9])/i;
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,57}[a-z0-9])$/i;

type LineProblem = TextProblem | 'required';

/** One line, half-width, without outer blanks and invisible characters. */
const cleanLine = (text: string): CleanedText | Refused<LineProblem> => {
  if (isBlank(text)) return refuse('required');
  const cleaned = cleanText(text, { multiline: false });
  return cleaned.ok ? { ...cleaned, value: cleaned.value.normalize('NFKC').trim() } : cleaned;
};

export type AccountNameProblem = LineProblem | 'accountLength' | 'accountCharacter' | 'accountIdentity';

/**
 * 帳號 as typed, in the form in which it is stored: half-width, trimmed, capitals kept. Two names that
 * differ in capitals alone are one (`sameAccountName`).
 *
 * Failures: `required`, `textForbidden`; `accountCharacter` {position, found} for anything but letters,
 * digits and `. _ - @`; `accountLength` {min, max, count}; `accountIdentity`, because the name stands
 * in lists and letters, where a number of a person must not.
 */
export const checkAccountName = (text: string): Checked<string, AccountNameProblem> => {
  const line = cleanLine(text);
  if (!line.ok) return line;
  const characters = [...line.value];
  const wrong = characters.findIndex((character) => !/^[A-Za-z0-9._@-]$/.test(character));
  if (wrong >= 0) return refuse('accountCharacter', { position: wrong + 1, found: characters[wrong] ?? '' });
  const count = characters.length;
  if (count < ACCOUNT_MIN || count > ACCOUNT_MAX) {
    return refuse('accountLength', { min: ACCOUNT_MIN, max: ACCOUNT_MAX, count });
  }
  return IDENTITY.test(line.value) ? refuse('accountIdentity') : accept(line.value);
};

export type EmailProblem = LineProblem | 'emailLength' | 'emailFormat';

/**
 * 電子信箱 as typed, half-width and trimmed, its capitals kept. A line break inside is `textForbidden`:
 * it would be a second header of a mail (security 7.19).
 *
 * Failures: `required`, `textForbidden`; `emailLength` {max, count}; `emailFormat` for anything but one
 * name, one @ and a domain with a dot.
 */
export const checkEmail = (text: string): Checked<string, EmailProblem> => {
  const line = cleanLine(text);
  if (!line.ok) return line;
  const count = countCharacters(line.value);
  if (count > EMAIL_MAX) return refuse('emailLength', { max: EMAIL_MAX, count });
  const [local = '', domain = '', ...more] = line.value.split('@');
  const right = more.length === 0 && local.length <= LOCAL_MAX && LOCAL.test(local) && DOMAIN.test(domain);
  return right ? accept(line.value) : refuse('emailFormat');
};

/** The form in which account names and addresses are compared and searched: whatever the capitals. */
export const compareKey = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

export const sameAccountName = (one: string, other: string): boolean => compareKey(one) === compareKey(other);
export const sameEmail = (one: string, other: string): boolean => compareKey(one) === compareKey(other);
