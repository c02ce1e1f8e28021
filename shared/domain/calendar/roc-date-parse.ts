import { accept, refuse, type Checked } from '../plain-text/checked.ts';
import { removeInvisible } from '../plain-text/invisible.ts';
import { findDate, type IsoDate } from './iso-date.ts';
import { ROC_OFFSET } from './roc-date-format.ts';

export type RocDateProblem = 'required' | 'dateFormat' | 'dateMissing' | 'rocYearZero' | 'rocYearWestern';

/** Usual ways of writing; each captures year, month, day. Four-digit years only to name the mistake. */
const WAYS = [
  /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,2})$/,
  /^(\d{1,4})(年)(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{2,4})()(\d{2})(\d{2})$/,
];

/** Half-width, without blanks, 民國, weekday; every dash is `-`, and 。 typed for a dot is one. */
const unify = (text: string): string =>
  removeInvisible(text)
    .value.normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[\p{Dash}\u30FC\u2500]/gu, '-')
    .replaceAll('。', '.')
    .replace(/^(?:中華)?民國/, '')
    .replace(/\([日一二三四五六]\)$/, '');

/**
 * A 民國 date typed in any usual way: 1151121, 990101, 115/11/21, 115.11.21, 115-11-21,
 * 民國115年11月21日, full-width too, and as the window shows it: 115/11/21（六）, whose weekday is not
 * compared, because people change the day and leave it.
 *
 * Failures: `required`; `dateFormat`; `dateMissing` {year, month, day}, e.g. 112/02/29;
 * `rocYearZero`; `rocYearWestern` {year, rocYear}, e.g. 2024/01/01.
 */
export const parseRocDate = (text: string): Checked<IsoDate, RocDateProblem> => {
  const unified = unify(text);
  if (unified === '') return refuse('required');
  const match = WAYS.map((way) => way.exec(unified)).find(Boolean);
  if (!match) return refuse('dateFormat');

  const typedYear = match[1] ?? '';
  const [year, month, day] = [Number(typedYear), Number(match[3]), Number(match[4])];
  if (year === 0) return refuse('rocYearZero');
  if (year > ROC_OFFSET) return refuse('rocYearWestern', { year, rocYear: year - ROC_OFFSET });
  if (typedYear.length === 4) return refuse('dateFormat');
  const date = findDate({ year: year + ROC_OFFSET, month, day });
  return date === undefined ? refuse('dateMissing', { year, month, day }) : accept(date);
};
