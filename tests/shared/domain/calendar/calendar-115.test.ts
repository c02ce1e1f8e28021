import { expect, test } from 'vitest';
import { CALENDAR_115 } from '../../../../shared/domain/calendar/calendar-115.ts';
import {
  isSchoolDay,
  isWorkingDay,
  SchoolCalendar,
} from '../../../../shared/domain/calendar/school-calendar.ts';

test('[CA12] the default data are a calendar', () => {
  expect(SchoolCalendar.parse(CALENDAR_115)).toEqual(CALENDAR_115);
});

test.each(['2026-01-21', '2026-01-22', '2026-01-23'])('[CA12] %s was a school day made up early', (date) => {
  expect(isSchoolDay(CALENDAR_115, date)).toBe(true);
});

test.each(['2026-02-11', '2026-02-12', '2026-02-13'])('[CA13] %s was off for schools alone', (date) => {
  expect(isSchoolDay(CALENDAR_115, date)).toBe(false);
  expect(isWorkingDay(CALENDAR_115, date)).toBe(true);
});

test.each(['2026-09-25', '2026-09-28', '2026-10-26', '2026-12-25'])(
  '[CA12] [CA13] %s is a holiday for both',
  (date) => {
    expect(isSchoolDay(CALENDAR_115, date)).toBe(false);
    expect(isWorkingDay(CALENDAR_115, date)).toBe(false);
  },
);
