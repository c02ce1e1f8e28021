import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateOfDayNumber, dayNumber } from '../../../../shared/domain/calendar/iso-date.ts';
import { schoolYear, semester } from '../../../../shared/domain/calendar/school-year.ts';

test.each([
  ['2025-07-31', 113, 2],
  ['2025-08-01', 114, 1],
  ['2025-12-31', 114, 1],
  ['2026-01-01', 114, 1],
  ['2026-01-31', 114, 1],
  ['2026-02-01', 114, 2],
])('[CA9] %s is school year %i, semester %i', (date, year, term) => {
  expect(schoolYear(date)).toBe(year);
  expect(semester(date)).toMatchObject({ schoolYear: year, term });
});

test('[CA9] the bounds of both semesters', () => {
  expect(semester('2026-01-15')).toEqual({
    schoolYear: 114,
    term: 1,
    starts: '2025-08-01',
    ends: '2026-01-31',
  });
  expect(semester('2026-05-15')).toEqual({
    schoolYear: 114,
    term: 2,
    starts: '2026-02-01',
    ends: '2026-07-31',
  });
});

test('[CA9] every day lies in its semester, and the next one starts the day after its end', () => {
  const days = fc
    .integer({ min: dayNumber('1950-01-01'), max: dayNumber('2100-12-31') })
    .map(dateOfDayNumber);
  fc.assert(
    fc.property(days, (date) => {
      const own = semester(date);
      expect(own.starts <= date && date <= own.ends).toBe(true);
      expect(semester(own.starts)).toEqual(own);
      expect(semester(own.ends)).toEqual(own);
      const next = semester(addDays(own.ends, 1));
      expect(next.starts).toBe(addDays(own.ends, 1));
      expect(next.schoolYear * 2 + next.term).toBe(own.schoolYear * 2 + own.term + 1);
    }),
  );
});
