import type { FieldFailure } from '../../failure.ts';
import { IsoDate } from '../calendar/iso-date.ts';
import { refuse, type Checked, type Refused } from '../plain-text/checked.ts';
import { cleanText } from '../plain-text/clean-text.ts';
import { isBlank } from '../plain-text/count.ts';
import { fieldFailure } from './person.ts';

/** Characters of a 發文字號 such as 臺教國署學字第1110000000號. */
export const LETTER_NUMBER_MAX = 60;

/** 文號／日期 of an official letter, as on the paper (domain §6.31). */
export interface LetterFacts {
  readonly number: string;
  readonly date: IsoDate;
}

export type CheckedLetter =
  | { readonly ok: true; readonly value: LetterFacts }
  | { readonly ok: false; readonly fields: FieldFailure[] };

type DateProblem = 'required' | 'dateMissing' | 'dateFuture';

const checkDate = (text: string, today: IsoDate): Checked<IsoDate, DateProblem> => {
  if (isBlank(text)) return refuse('required');
  const parsed = IsoDate.safeParse(text);
  if (!parsed.success) return refuse('dateMissing');
  return parsed.data > today ? refuse('dateFuture') : { ok: true, value: parsed.data };
};

const checkNumber = (text: string): Checked<string> | Refused =>
  isBlank(text) ? refuse('required') : cleanText(text, { multiline: false, max: LETTER_NUMBER_MAX });

/**
 * 文號 of 1 to 60 characters and 日期, an ISO date not after `today` in Taipei. Paths `letterNumber` and
 * `letterDate`; failures `required`, `textForbidden`, `textTooLong`, `dateMissing`, `dateFuture`.
 */
export function checkLetter(
  { number, date }: { readonly number: string; readonly date: string },
  today: IsoDate,
): CheckedLetter {
  const text = checkNumber(number);
  const day = checkDate(date, today);
  if (text.ok && day.ok) return { ok: true, value: { number: text.value, date: day.value } };
  return { ok: false, fields: [...fieldFailure('letterNumber', text), ...fieldFailure('letterDate', day)] };
}
