import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDayNumber, dayNumber, LAST_DATE } from '../../../../shared/domain/calendar/iso-date.ts';
import {
  formatRocDate,
  formatRocDateLong,
  formatRocDateShort,
  formatRocDigits,
} from '../../../../shared/domain/calendar/roc-date-format.ts';
import { parseRocDate } from '../../../../shared/domain/calendar/roc-date-parse.ts';

test.each([
  '1151121',
  '115/11/21',
  '115.11.21',
  '115-11-21',
  '115。11。21',
  '民國115年11月21日',
  '中華民國 115 年 11 月 21 日',
  '115年11月21日',
  '115年11月21',
  '１１５１１２１',
  '１１５／１１／２１',
  '115－11－21',
  '115–11–21',
  ' 115/11/21 ',
  '115 / 11 / 21',
  '115/11/21（六）',
  '115/11/21(日)',
  '\u200B115/11/21',
])('[CA2] %j is 2026-11-21', (typed) => {
  expect(parseRocDate(typed)).toEqual({ ok: true, value: '2026-11-21' });
});

test.each([
  ['990101', '2010-01-01'],
  ['0990101', '2010-01-01'],
  ['99/1/1', '2010-01-01'],
  ['099/01/01', '2010-01-01'],
  ['115/1/2', '2026-01-02'],
  ['1/1/1', '1912-01-01'],
])('[CA2] %s is %s', (typed, date) => {
  expect(parseRocDate(typed)).toEqual({ ok: true, value: date });
});

test('[CA3] [security 7.8] 113/02/29 exists', () => {
  expect(parseRocDate('113/02/29')).toEqual({ ok: true, value: '2024-02-29' });
  expect(parseRocDate('1130229')).toEqual({ ok: true, value: '2024-02-29' });
});

test.each([
  ['112/02/29', 112, 2, 29],
  ['1120229', 112, 2, 29],
  ['民國115年4月31日', 115, 4, 31],
  ['115/13/01', 115, 13, 1],
  ['115/00/10', 115, 0, 10],
  ['115/1/0', 115, 1, 0],
])('[CA3] [security 7.8] %s does not exist', (typed, year, month, day) => {
  expect(parseRocDate(typed)).toEqual({ ok: false, code: 'dateMissing', detail: { year, month, day } });
});

test.each(['0/1/1', '000/01/01', '0000101', '000101', '民國0年1月1日'])(
  '[CA4] [security 7.8] %s has the year 0',
  (typed) => {
    expect(parseRocDate(typed)).toEqual({ ok: false, code: 'rocYearZero' });
  },
);

test.each(['2024/01/01', '2024-1-1', '20240101', '2024年1月1日', '２０２４．１．１'])(
  '[CA4] [security 7.8] %s has a western year',
  (typed) => {
    expect(parseRocDate(typed)).toEqual({
      ok: false,
      code: 'rocYearWestern',
      detail: { year: 2024, rocYear: 113 },
    });
  },
);

test.each([
  '115',
  '115/11',
  '11511',
  '115/11-21',
  '115/11/21/1',
  '115/11/211',
  '1151/1/1',
  '0115/11/21',
  '01151121',
  '115年11/21',
  '-115/11/21',
  '115/11/21（八）',
  '今天',
  '115/1a/21',
  '1e5/11/21',
  '٢١١/١١/٢١',
  '<img onerror>',
])('[CA5] %j is no date', (typed) => {
  expect(parseRocDate(typed)).toEqual({ ok: false, code: 'dateFormat' });
});

test.each(['', ' ', '\u3000', '\u200B'])('[CA5] %j is required', (typed) => {
  expect(parseRocDate(typed)).toEqual({ ok: false, code: 'required' });
});

test('[CA5] any text has an outcome', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      expect(parseRocDate(typed)).toHaveProperty('ok');
    }),
  );
});

test('[CA6] each form in which a date is shown is read back as the same day', () => {
  const days = fc.integer({ min: dayNumber('1912-01-01'), max: dayNumber(LAST_DATE) }).map(dateOfDayNumber);
  fc.assert(
    fc.property(days, (date) => {
      for (const format of [formatRocDate, formatRocDateShort, formatRocDateLong, formatRocDigits]) {
        expect(parseRocDate(format(date))).toEqual({ ok: true, value: date });
      }
    }),
  );
});
