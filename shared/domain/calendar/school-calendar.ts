import { z } from 'zod';
import { addDays, IsoDate, weekdayOf } from './iso-date.ts';

/** What a school day table says of a day: 上課, 放假, 補課. */
export const SchoolDayKind = z.enum(['school', 'off', 'makeup']);
export type SchoolDayKind = z.infer<typeof SchoolDayKind>;

/** The same for government offices: 上班, 放假. */
export const OfficeDayKind = z.enum(['work', 'off']);
export type OfficeDayKind = z.infer<typeof OfficeDayKind>;

/**
 * The editable calendar (domain §0.4): only days that differ from "Monday to Friday" stand in it.
 * Schools and offices have a column each, because they differ: winter holidays, days made up.
 */
export const SchoolCalendar = z.object({
  /** 上課日 */
  days: z.record(IsoDate, SchoolDayKind),
  /** 工作天 */
  officeDays: z.record(IsoDate, OfficeDayKind),
});
export type SchoolCalendar = z.infer<typeof SchoolCalendar>;

const isWeekday = (date: IsoDate): boolean => weekdayOf(date) >= 1 && weekdayOf(date) <= 5;

/** 上課日, days made up included. */
export const isSchoolDay = (calendar: SchoolCalendar, date: IsoDate): boolean => {
  const kind = calendar.days[date];
  return kind === undefined ? isWeekday(date) : kind !== 'off';
};

/** 工作天: a day on which government offices are open. */
export const isWorkingDay = (calendar: SchoolCalendar, date: IsoDate): boolean => {
  const kind = calendar.officeDays[date];
  return kind === undefined ? isWeekday(date) : kind === 'work';
};

type DayTest = (calendar: SchoolCalendar, date: IsoDate) => boolean;

/** Ends, because the table is finite and every week beyond it has five days that count. */
const addCounted = (counts: DayTest, calendar: SchoolCalendar, date: IsoDate, n: number): IsoDate => {
  if (!Number.isInteger(n) || n < 0) throw new RangeError('days to add: a whole number from 0 on');
  let at = date;
  for (let left = n; left > 0;) {
    at = addDays(at, 1);
    if (counts(calendar, at)) left -= 1;
  }
  return at;
};

/** The n-th working day after a day; the day itself is not counted; n = 0 gives the day. */
export const addWorkingDays = (calendar: SchoolCalendar, date: IsoDate, n: number): IsoDate =>
  addCounted(isWorkingDay, calendar, date, n);

/** The n-th school day after a day; the day itself is not counted; n = 0 gives the day. */
export const addSchoolDays = (calendar: SchoolCalendar, date: IsoDate, n: number): IsoDate =>
  addCounted(isSchoolDay, calendar, date, n);

const countFrom = (counts: DayTest, calendar: SchoolCalendar, from: IsoDate, to: IsoDate): number => {
  let found = 0;
  for (let at = from; at <= to; at = addDays(at, 1)) if (counts(calendar, at)) found += 1;
  return found;
};

/** School days from one day to another, both included; what 連續三日 counts. */
export const countSchoolDays = (calendar: SchoolCalendar, from: IsoDate, to: IsoDate): number =>
  countFrom(isSchoolDay, calendar, from, to);

/** A time limit in working days as a person sees it on a day. */
export interface WorkingDayDeadline {
  /** Last day on which the act is in time. */
  readonly lastDay: IsoDate;
  /** Working days left after `today`: 0 on the last day and later. */
  readonly left: number;
  readonly overdue: boolean;
}

/** A limit such as 於五個工作天內 [B:50], counted from the day after `from`. */
export const workingDayDeadline = (
  calendar: SchoolCalendar,
  from: IsoDate,
  days: number,
  today: IsoDate,
): WorkingDayDeadline => {
  const lastDay = addWorkingDays(calendar, from, days);
  const left = countFrom(isWorkingDay, calendar, addDays(today, 1), lastDay);
  return { lastDay, left, overdue: today > lastDay };
};
