import { formatRocDate } from '../../../shared/domain/calendar/roc-date-format.ts';
import { IsoDate } from '../../../shared/domain/calendar/iso-date.ts';
import { parseRocDate } from '../../../shared/domain/calendar/roc-date-parse.ts';
import { taipeiDate, taipeiInstantMs, taipeiTime } from '../../../shared/domain/calendar/taipei.ts';
import type { FieldFailure } from '../../../shared/failure.ts';
import type { FieldDef } from '../../../shared/forms/form.ts';
import { IsoInstant } from './iso-instant.ts';

/** What a date field holds: the day once it can be read, until then the text as typed. */
export const dateValue = (typed: string): string => {
  const date = parseRocDate(typed);
  return date.ok ? date.value : typed.trim();
};

/** What a date field shows when nobody types in it. */
export const dateText = (value: string): string =>
  IsoDate.safeParse(value).success ? formatRocDate(value) : value;

/** `14:32` from 14:32, 1432, 932 or full-width; undefined for what is no time. */
export const findTime = (typed: string): string | undefined => {
  const match = /^(\d{1,2}):?(\d{2})$/.exec(typed.normalize('NFKC').replace(/\s/gu, '').replace('.', ':'));
  const [hour, minute] = [Number(match?.[1] ?? NaN), Number(match?.[2] ?? NaN)];
  if (!(hour <= 23 && minute <= 59)) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** The two inputs of a date with time. */
export interface DateAndTime {
  readonly date: string;
  readonly time: string;
}

/** Stands between the two typed texts while they are no instant yet; nobody can type it into a line. */
const BETWEEN = '\n';

/** What a dateTime field holds: the instant once both can be read, until then both texts as typed. */
export function dateTimeValue({ date, time }: DateAndTime): string {
  const day = parseRocDate(date);
  const clock = findTime(time);
  if (day.ok && clock !== undefined) return new Date(taipeiInstantMs(day.value, clock)).toISOString();
  return date.trim() === '' && time.trim() === '' ? '' : `${date.trim()}${BETWEEN}${time.trim()}`;
}

/** What a dateTime field shows when nobody types in it. */
export function dateTimeText(value: string): DateAndTime {
  if (IsoInstant.safeParse(value).success) {
    const at = Date.parse(value);
    return { date: formatRocDate(taipeiDate(at)), time: taipeiTime(at) };
  }
  const [date = '', time = ''] = value.split(BETWEEN);
  return { date: dateText(dateValue(date)), time };
}

/** A `dateFormat` of a typed date named more closely: 「日期不存在」, 民國 year 0, a western year … */
export function closerDateProblem(field: FieldDef, value: unknown, problem: FieldFailure): FieldFailure {
  const dated = field.kind === 'date' || field.kind === 'dateTime';
  if (!dated || problem.code !== 'dateFormat' || typeof value !== 'string') return problem;
  const [date = '', time = ''] = value.split(BETWEEN);
  const parsed = parseRocDate(date);
  if (!parsed.ok) {
    const code = parsed.code === 'required' ? 'dateFormat' : parsed.code;
    return { path: problem.path, code, ...(parsed.detail ? { detail: { ...parsed.detail } } : {}) };
  }
  const timeless = field.kind === 'dateTime' && findTime(time) === undefined;
  return timeless ? { path: problem.path, code: 'timeFormat' } : problem;
}
