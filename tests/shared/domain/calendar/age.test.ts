import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addYears, adultOn, ageOn, isAdult } from '../../../../shared/domain/calendar/age.ts';
import { addDays, dateOfDayNumber, dayNumber } from '../../../../shared/domain/calendar/iso-date.ts';

const births = fc
  .integer({ min: dayNumber('1950-01-01'), max: dayNumber('2100-12-31') })
  .map(dateOfDayNumber);

test.each([
  ['2008-11-21', '2026-11-21'],
  ['2008-02-29', '2026-03-01'],
  ['2008-02-28', '2026-02-28'],
  ['2008-03-01', '2026-03-01'],
  ['2008-01-31', '2026-01-31'],
  ['2008-08-01', '2026-08-01'],
  ['1984-02-29', '2002-03-01'],
])('[CA10] [security 7.7] born %s, 18 on %s', (birth, day) => {
  expect(adultOn(birth)).toBe(day);
  expect(isAdult(birth, day)).toBe(true);
  expect(isAdult(birth, addDays(day, -1))).toBe(false);
});

test('[CA10] a leap day comes back where the year has one', () => {
  expect(addYears('2008-02-29', 4)).toBe('2012-02-29');
  expect(addYears('2008-02-29', -4)).toBe('2004-02-29');
  expect(() => addYears('2008-02-29', 5000)).toThrow(RangeError);
});

test.each([
  ['2008-11-21', '2026-11-20', 17],
  ['2008-11-21', '2026-11-21', 18],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2028-02-29', 20],
  ['2008-11-21', '2008-11-21', 0],
  ['2008-11-21', '2008-11-20', -1],
])('[CA11] born %s, on %s the age is %i', (birth, on, age) => {
  expect(ageOn(birth, on)).toBe(age);
});

test('[CA11] the age grows on birthdays only, and 18 is adult', () => {
  fc.assert(
    fc.property(births, fc.integer({ min: 0, max: 30 * 366 }), (birth, days) => {
      const on = addDays(birth, days);
      const grown = ageOn(birth, addDays(on, 1)) - ageOn(birth, on);
      expect(grown).toBe(addYears(birth, ageOn(birth, on) + 1) === addDays(on, 1) ? 1 : 0);
      expect(isAdult(birth, on)).toBe(on >= adultOn(birth));
    }),
  );
});

test('[CA10] any two days have an answer, however far apart', () => {
  expect(isAdult('2910-12-31', '1900-01-01')).toBe(false);
  expect(isAdult('1900-01-01', '2910-12-31')).toBe(true);
  expect(isAdult('2908-02-29', '2910-12-31')).toBe(false);
});
