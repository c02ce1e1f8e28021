import { expect, test } from 'vitest';
import {
  formatRocDate,
  formatRocDateLong,
  formatRocDateShort,
  formatRocDateTime,
  formatRocDigits,
} from '../../../../shared/domain/calendar/roc-date-format.ts';

test.each([
  ['2026-11-21', '115/11/21（六）', '115年11月21日', '1151121'],
  ['2025-08-01', '114/08/01（五）', '114年8月1日', '1140801'],
  ['2010-01-01', '99/01/01（五）', '99年1月1日', '0990101'],
  ['1912-01-01', '1/01/01（一）', '1年1月1日', '0010101'],
  ['2910-12-31', '999/12/31（三）', '999年12月31日', '9991231'],
])('[CA6] %s is shown as %s, %s, %s', (date, shown, long, digits) => {
  expect(formatRocDate(date)).toBe(shown);
  expect(formatRocDateShort(date)).toBe(shown.slice(0, -3));
  expect(formatRocDateLong(date)).toBe(long);
  expect(formatRocDigits(date)).toBe(digits);
});

test('[CA6] a day before 民國 1 is shown, but has no digits', () => {
  expect(formatRocDateShort('1911-12-31')).toBe('民國前1/12/31');
  expect(formatRocDateLong('1900-01-01')).toBe('民國前12年1月1日');
  expect(() => formatRocDigits('1911-12-31')).toThrow(RangeError);
});

test('[CA6] a text that is no date is not shown as one', () => {
  expect(() => formatRocDate('2023-02-29')).toThrow(RangeError);
});

test.each([
  ['2026-11-21T06:32:59Z', '115/11/21 14:32'],
  ['2026-12-31T16:00:00.000Z', '116/01/01 00:00'],
])('[CA7] %s is shown as %s', (instant, shown) => {
  expect(formatRocDateTime(instant)).toBe(shown);
});

test('[CA7] a time without zone is refused', () => {
  expect(() => formatRocDateTime('2026-11-21T06:32:59')).toThrow(RangeError);
});
