import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  dateOfDayNumber,
  datePartsOf,
  dayNumber,
  daysBetween,
  findDate,
  FIRST_DATE,
  IsoDate,
  LAST_DATE,
  weekdayOf,
} from '../../../../shared/domain/calendar/iso-date.ts';

const dates = fc.integer({ min: dayNumber(FIRST_DATE), max: dayNumber(LAST_DATE) }).map(dateOfDayNumber);

test.each(['2026-11-21', '2024-02-29', '2000-02-29', FIRST_DATE, LAST_DATE])('[CA1] %s is a date', (date) => {
  expect(IsoDate.safeParse(date).success).toBe(true);
});

test.each([
  '2023-02-29',
  '1900-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '20260101',
  '2026-01-01T00:00:00Z',
  '2026-01-01\n',
  '1899-12-31',
  '2911-01-01',
  '',
])('[CA1] %j is refused', (text) => {
  expect(IsoDate.safeParse(text).success).toBe(false);
  expect(() => dayNumber(text)).toThrow(RangeError);
});

test('[CA1] every day has one number and one set of parts', () => {
  fc.assert(
    fc.property(dates, (date) => {
      expect(IsoDate.safeParse(date).success).toBe(true);
      expect(dateOfDayNumber(dayNumber(date))).toBe(date);
      expect(findDate(datePartsOf(date))).toBe(date);
    }),
  );
});

test('[CA1] parts that the calendar does not have give no date', () => {
  expect(findDate({ year: 2024, month: 2, day: 29 })).toBe('2024-02-29');
  expect(findDate({ year: 2023, month: 2, day: 29 })).toBeUndefined();
  expect(findDate({ year: 2026, month: 0, day: 1 })).toBeUndefined();
  expect(findDate({ year: 2026, month: 1.5, day: 1 })).toBeUndefined();
  expect(findDate({ year: 12026, month: 1, day: 1 })).toBeUndefined();
});

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2023-02-28', 1, '2023-03-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-11-21', 0, '2026-11-21'],
  ['2026-01-01', 365, '2027-01-01'],
])('[CA8] %s and %i days is %s', (date, days, sum) => {
  expect(addDays(date, days)).toBe(sum);
});

test('[CA8] adding and counting days agree', () => {
  fc.assert(
    fc.property(dates, dates, (from, to) => {
      expect(addDays(from, daysBetween(from, to))).toBe(to);
      expect(Math.sign(daysBetween(from, to))).toBe(to > from ? 1 : to < from ? -1 : 0);
    }),
  );
});

test.each([
  [LAST_DATE, 1],
  [FIRST_DATE, -1],
  [LAST_DATE, 5_000_000],
  ['2026-01-01', Number.NaN],
])('[CA1] %s and %d days is out of range', (date, days) => {
  expect(() => addDays(date, days)).toThrow(RangeError);
});

test.each([
  ['1970-01-01', 4],
  ['2026-11-21', 6],
  ['2026-11-22', 0],
  ['1969-12-28', 0],
  ['1900-01-01', 1],
])('[CA8] %s is weekday %i', (date, weekday) => {
  expect(weekdayOf(date)).toBe(weekday);
});
