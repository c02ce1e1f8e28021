import { expect, test } from 'vitest';
import { checkDateRange } from '../../../../shared/domain/calendar/date-range.ts';

test.each([
  ['2026-11-21', '2026-11-21'],
  ['2026-11-21', '2031-11-21'],
  ['2024-02-29', '2029-03-01'],
  ['2910-12-30', '2910-12-31'],
  ['1900-01-01', '1900-01-01'],
])('[CA16] [security 7.9] %s to %s passes', (from, to) => {
  expect(checkDateRange(from, to)).toEqual({ ok: true, value: { from, to } });
});

test('[CA16] [security 7.9] a range that ends before it starts is refused', () => {
  expect(checkDateRange('2026-11-21', '2026-11-20')).toEqual({ ok: false, code: 'rangeReversed' });
});

test.each([
  ['2026-11-21', '2031-11-22'],
  ['2024-02-29', '2029-03-02'],
])('[CA16] [security 7.9] %s to %s is longer than five years', (from, to) => {
  expect(checkDateRange(from, to)).toEqual({ ok: false, code: 'rangeTooLong', detail: { years: 5 } });
});
