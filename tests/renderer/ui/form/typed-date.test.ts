import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  closerDateProblem,
  dateText,
  dateTimeText,
  dateTimeValue,
  dateValue,
  findTime,
} from '../../../../renderer/ui/form/typed-date.ts';
import type { FieldDef } from '../../../../shared/forms/form.ts';

const DATE: FieldDef = { id: 'leftOn', kind: 'date', required: true };
const DATE_TIME: FieldDef = { id: 'trackedAt', kind: 'dateTime', required: true };
const codeOf = (field: FieldDef, value: string) =>
  closerDateProblem(field, value, { path: field.id, code: 'dateFormat' }).code;

test.each(['1151121', '115/11/21', '115.11.21', '民國115年11月21日', '１１５／１１／２１'])(
  'a date typed as %s is the same day',
  (typed) => {
    expect(dateValue(typed)).toBe('2026-11-21');
    expect(dateText(dateValue(typed))).toBe('115/11/21（六）');
  },
);

test('what is no date yet stays as typed', () => {
  expect(dateValue(' 115/1 ')).toBe('115/1');
  expect(dateText('115/1')).toBe('115/1');
});

test.each([
  ['14:32', '14:32'],
  ['1432', '14:32'],
  ['932', '09:32'],
  ['９：０５', '09:05'],
  ['24:00', undefined],
  ['14:60', undefined],
  ['', undefined],
  ['14', undefined],
])('the time %s is %s', (typed, time) => {
  expect(findTime(typed)).toBe(time);
});

describe('a date with its time', () => {
  test('is an instant of Taipei once both can be read', () => {
    expect(dateTimeValue({ date: '1151121', time: '1032' })).toBe('2026-11-21T02:32:00.000Z');
    expect(dateTimeText('2026-11-21T02:32:00.000Z')).toEqual({ date: '115/11/21（六）', time: '10:32' });
  });

  test('keeps both as typed until then, and is empty when both are', () => {
    expect(dateTimeText(dateTimeValue({ date: '115/1', time: '10:32' }))).toEqual({
      date: '115/1',
      time: '10:32',
    });
    expect(dateTimeText(dateTimeValue({ date: '1151121', time: '10' }))).toEqual({
      date: '115/11/21（六）',
      time: '10',
    });
    expect(dateTimeValue({ date: ' ', time: '' })).toBe('');
  });

  test('keeps any two lines of text', () => {
    const line = fc.string().filter((text) => !text.includes('\n'));
    fc.assert(
      fc.property(line, line, (date, time) => {
        const value = dateTimeValue({ date, time });
        const shown = dateTimeText(value);
        expect(dateTimeValue(shown)).toBe(value);
      }),
    );
  });
});

describe('[security 7.8] why it is no date', () => {
  test.each([
    ['112/02/29', 'dateMissing'],
    ['0/1/1', 'rocYearZero'],
    ['2024/1/1', 'rocYearWestern'],
    ['明天', 'dateFormat'],
  ])('%s: %s', (typed, code) => {
    expect(codeOf(DATE, typed)).toBe(code);
    expect(codeOf(DATE_TIME, `${typed}\n10:00`)).toBe(code);
  });

  test('113/02/29 is a day', () => {
    expect(dateValue('113/02/29')).toBe('2024-02-29');
  });

  test('a time that is none is named as such', () => {
    expect(codeOf(DATE_TIME, '1151121\n25:00')).toBe('timeFormat');
    expect(codeOf(DATE_TIME, '\n10:00')).toBe('dateFormat');
  });

  test('other problems and other fields stay as they are', () => {
    const future = { path: 'leftOn', code: 'dateFuture' };
    expect(closerDateProblem(DATE, '2026-11-22', future)).toBe(future);
    const text: FieldDef = { id: 'a', kind: 'text', max: 5, required: false };
    expect(codeOf(text, '112/02/29')).toBe('dateFormat');
  });
});
