import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, moveByKey, weeksOf } from '../../../../renderer/ui/form/month.ts';
import { dateOfDayNumber, dayNumber, weekdayOf } from '../../../../shared/domain/calendar/iso-date.ts';

const aDay = fc
  .integer({ min: dayNumber('1900-01-01'), max: dayNumber('2910-12-31') })
  .map((number) => dateOfDayNumber(number));

test('a month stands in weeks from Sunday, each day in its column', () => {
  fc.assert(
    fc.property(aDay, (date) => {
      const weeks = weeksOf(date);
      for (const week of weeks)
        week.forEach((day, column) => expect(day === null || weekdayOf(day) === column).toBe(true));
      const days = weeks.flat().filter((day) => day !== null);
      expect(days).toContain(date);
      expect(days.every((day) => day.slice(0, 7) === date.slice(0, 7))).toBe(true);
      expect(new Set(days).size).toBe(days.length);
    }),
  );
});

test('November 2026 has thirty days and begins on a Sunday', () => {
  expect(weeksOf('2026-11-21')[0]?.[0]).toBe('2026-11-01');
  expect(weeksOf('2026-11-21').flat().filter(Boolean)).toHaveLength(30);
});

test('a shorter month gives its last day', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
});

test('keys move by day, week, month and to the ends of the week', () => {
  expect(moveByKey('ArrowLeft', '2026-11-01')).toBe('2026-10-31');
  expect(moveByKey('ArrowDown', '2026-11-28')).toBe('2026-12-05');
  expect(moveByKey('PageUp', '2026-03-31')).toBe('2026-02-28');
  expect(moveByKey('Home', '2026-11-18')).toBe('2026-11-15');
  expect(moveByKey('End', '2026-11-18')).toBe('2026-11-21');
  expect(moveByKey('a', '2026-11-18')).toBeUndefined();
});

test('no key leaves the days that the product knows', () => {
  expect(moveByKey('ArrowLeft', '1900-01-01')).toBe('1900-01-01');
  expect(moveByKey('PageDown', '2910-12-15')).toBe('2910-12-15');
});
