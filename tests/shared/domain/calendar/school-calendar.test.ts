import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CALENDAR_115 } from '../../../../shared/domain/calendar/calendar-115.ts';
import { addDays, dateOfDayNumber, dayNumber } from '../../../../shared/domain/calendar/iso-date.ts';
import {
  addSchoolDays,
  addWorkingDays,
  countSchoolDays,
  isSchoolDay,
  isWorkingDay,
  SchoolCalendar,
  workingDayDeadline,
} from '../../../../shared/domain/calendar/school-calendar.ts';

const empty: SchoolCalendar = { days: {}, officeDays: {} };
/** Saturday 2026-11-21 for schools, Sunday 2026-11-22 for offices, Monday 2026-11-23 off for schools. */
const odd: SchoolCalendar = {
  days: { '2026-11-21': 'makeup', '2026-11-23': 'off', '2026-11-28': 'school' },
  officeDays: { '2026-11-22': 'work', '2026-11-24': 'off' },
};

test('[CA12] [CA13] without exceptions Monday to Friday count', () => {
  const week = Array.from({ length: 7 }, (_, day) => addDays('2026-11-15', day));
  const weekdays = [false, true, true, true, true, true, false];
  expect(week.map((date) => isSchoolDay(empty, date))).toEqual(weekdays);
  expect(week.map((date) => isWorkingDay(empty, date))).toEqual(weekdays);
});

test('[CA12] days made up and school Saturdays count, days off do not', () => {
  expect(isSchoolDay(odd, '2026-11-21')).toBe(true);
  expect(isSchoolDay(odd, '2026-11-28')).toBe(true);
  expect(isSchoolDay(odd, '2026-11-23')).toBe(false);
});

test('[CA13] schools and offices have a column each', () => {
  expect(isWorkingDay(odd, '2026-11-21')).toBe(false);
  expect(isWorkingDay(odd, '2026-11-23')).toBe(true);
  expect(isWorkingDay(odd, '2026-11-22')).toBe(true);
  expect(isSchoolDay(odd, '2026-11-22')).toBe(false);
  expect(isWorkingDay(odd, '2026-11-24')).toBe(false);
  expect(isSchoolDay(odd, '2026-11-24')).toBe(true);
});

test('[CA14] absent from 2026-09-24: the fourth school day is 2026-10-01', () => {
  const days = [0, 1, 2, 3].map((n) => addSchoolDays(CALENDAR_115, '2026-09-24', n));
  expect(days).toEqual(['2026-09-24', '2026-09-29', '2026-09-30', '2026-10-01']);
  expect(countSchoolDays(CALENDAR_115, '2026-09-24', '2026-09-29')).toBe(2);
  expect(countSchoolDays(CALENDAR_115, '2026-09-24', '2026-09-30')).toBe(3);
  expect(countSchoolDays(CALENDAR_115, '2026-09-25', '2026-09-28')).toBe(0);
  expect(countSchoolDays(CALENDAR_115, '2026-09-30', '2026-09-29')).toBe(0);
});

test('[CA14] five working days after 2026-09-23 end on 2026-10-02', () => {
  expect(addWorkingDays(CALENDAR_115, '2026-09-23', 5)).toBe('2026-10-02');
});

test('[CA14] counting days and adding them agree', () => {
  const starts = fc
    .integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-12-31') })
    .map(dateOfDayNumber);
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 60 }), (start, n) => {
      const end = addSchoolDays(CALENDAR_115, start, n);
      expect(isSchoolDay(CALENDAR_115, end)).toBe(true);
      expect(countSchoolDays(CALENDAR_115, addDays(start, 1), end)).toBe(n);
    }),
  );
});

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('[CA14] %d days can not be added', (n) => {
  expect(() => addWorkingDays(empty, '2026-09-23', n)).toThrow(RangeError);
});

test.each([
  ['2026-09-23', 5, false],
  ['2026-09-26', 4, false],
  ['2026-10-01', 1, false],
  ['2026-10-02', 0, false],
  ['2026-10-03', 0, true],
  ['2026-12-01', 0, true],
])('[CA15] limit of five working days from 2026-09-23, seen on %s', (today, left, overdue) => {
  expect(workingDayDeadline(CALENDAR_115, '2026-09-23', 5, today)).toEqual({
    lastDay: '2026-10-02',
    left,
    overdue,
  });
});

test('[CA1] a calendar that comes from outside has only dates and known kinds', () => {
  expect(SchoolCalendar.safeParse(odd).success).toBe(true);
  expect(SchoolCalendar.safeParse({ days: { '2026-02-30': 'off' }, officeDays: {} }).success).toBe(false);
  expect(SchoolCalendar.safeParse({ days: { '2026-02-20': 'work' }, officeDays: {} }).success).toBe(false);
});
