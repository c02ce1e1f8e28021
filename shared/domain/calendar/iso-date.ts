import { z } from 'zod';

/** First and last day that the product knows: 民國前 12 and 民國 999 fit on every form. */
export const FIRST_DATE = '1900-01-01';
export const LAST_DATE = '2910-12-31';

/**
 * A calendar day as it is stored and sent: `YYYY-MM-DD`, a day that exists, from 1900 to 2910.
 * ISO dates compare with `<` and `===`.
 */
export const IsoDate = z.iso.date().refine((date) => date >= FIRST_DATE && date <= LAST_DATE);
export type IsoDate = z.infer<typeof IsoDate>;

/** Gregorian year, month 1 to 12, day 1 to 31. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;

/** Days since 1970-01-01. Throws RangeError for a text that is no `IsoDate`. */
export const dayNumber = (date: IsoDate): number => {
  if (!IsoDate.safeParse(date).success) throw new RangeError('not a calendar date');
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
};

/** The day with this number. Throws RangeError outside 1900 to 2910. */
export const dateOfDayNumber = (number: number): IsoDate => {
  const date = new Date(number * DAY_MS).toISOString().slice(0, 10);
  if (date.length !== 10 || date < FIRST_DATE || date > LAST_DATE) throw new RangeError('date out of range');
  return date;
};

export const datePartsOf = (date: IsoDate): DateParts => {
  const at = new Date(dayNumber(date) * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
};

/** The day of these parts, or undefined when the calendar has none, e.g. 2023-02-29. */
export const findDate = ({ year, month, day }: DateParts): IsoDate | undefined => {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const parsed = IsoDate.safeParse(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
  return parsed.success ? parsed.data : undefined;
};

/** `days` may be negative. */
export const addDays = (date: IsoDate, days: number): IsoDate => dateOfDayNumber(dayNumber(date) + days);

/** Days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** 0 for Sunday 日 to 6 for Saturday 六. 1970-01-01 was a Thursday. */
export const weekdayOf = (date: IsoDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;
