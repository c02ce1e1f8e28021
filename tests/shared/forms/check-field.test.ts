import { describe, expect, test } from 'vitest';
import { checkField, type FormContext } from '../../../shared/forms/check-field.ts';
import type { DateField, FieldDef } from '../../../shared/forms/form.ts';
import type { FieldValue, FormValues } from '../../../shared/forms/values.ts';
import { countCharacters } from '../../../shared/domain/plain-text/count.ts';
import { CLOCK } from '../../helpers/case-builders.ts';

const context: FormContext = {
  ...CLOCK,
  category: '',
  dates: { enrolledOn: '2025-08-30', leftOn: '2026-11-16', filedOn: '2026-11-18' },
};
const check = (
  field: FieldDef,
  answer: FieldValue,
  answers: FormValues = {},
  over: Partial<FormContext> = {},
) => checkField(field, answer, 'complete', { ...context, ...over, answers });
const save = (field: FieldDef, answer: FieldValue, answers: FormValues = {}) =>
  checkField(field, answer, 'partial', { ...context, answers });
const good = (value: FieldValue) => ({ ok: true, value });
const bad = (code: string, detail?: object) => ({
  ok: false,
  problem: { code, ...(detail ? { detail } : {}) },
});

const TEXT: FieldDef = { id: 'f', kind: 'text', max: 60, required: true };
const LONG: FieldDef = { id: 'f', kind: 'longText', max: 300, required: true };
const PHONE: FieldDef = { id: 'f', kind: 'phone', required: true };

describe('text', () => {
  const family = '👨‍👩‍👧';
  test.each([
    ['字', 1],
    ['𡍼', 1],
    ['😀', 1],
    [family, 5],
    ['e\u0301', 1],
    ['\r\n', 1],
    [' ', 1],
    ['\u3000', 1],
  ])('[FM5] [security 7.11] 300 and 301 characters made of %j, which counts %i', (unit, size) => {
    const filler = '字'.repeat(300 - size);
    const full = `${filler.slice(0, 1)}${unit}${filler.slice(1)}`;
    const checked = check(LONG, full);
    expect(checked.ok).toBe(true);
    expect(countCharacters(full)).toBe(300);
    expect(check(LONG, `${full}字`)).toEqual(bad('textTooLong', { max: 300, count: 301 }));
    expect(save(LONG, `${full}字`)).toEqual(bad('textTooLong', { max: 300, count: 301 }));
    if (checked.ok) expect(Array.from(checked.value)).toHaveLength(300);
  });

  test('[FM5] a combining mark that composes counts as it will be stored', () => {
    expect(check(LONG, 'e\u0301'.repeat(300))).toEqual(good('é'.repeat(300)));
    expect(check(LONG, 'q\u0301'.repeat(150)).ok).toBe(true);
    expect(check(LONG, 'q\u0301'.repeat(151))).toEqual(bad('textTooLong', { max: 300, count: 302 }));
  });

  test('[FM6] stored clean: NFC, LF, nothing invisible; a single line without outer blanks', () => {
    expect(check(LONG, '一\r\n二\r三\u200B')).toEqual(good('一\n二\n三'));
    expect(check(LONG, ' 一 ')).toEqual(good(' 一 '));
    expect(check(TEXT, ' Re\u0301mi\u202E ')).toEqual(good('Rémi'));
    expect(check(TEXT, '\uFA0E\u{F0000}𡍼')).toEqual(good('\uFA0E\u{F0000}𡍼'));
  });

  test('[FM6] [security 7.16] forbidden characters are told with their position, in 暫存 too', () => {
    for (const [text, position, codePoint] of [
      ['一\u0000', 2, 'U+0000'],
      ['\uD83D一', 1, 'U+D83D'],
      ['一二\uFFFE', 3, 'U+FFFE'],
    ] as const) {
      expect(check(TEXT, text)).toEqual(bad('textForbidden', { position, codePoint }));
      expect(save(LONG, text)).toEqual(bad('textForbidden', { position, codePoint }));
    }
    expect(check(TEXT, '一\n二')).toEqual(bad('textForbidden', { position: 2, codePoint: 'U+000A' }));
  });

  test.each(['<img src=x onerror=alert(1)>', '{{7*7}}', 'javascript:alert(1)', '=HYPERLINK("x")', "'; --"])(
    '[FM6] [security 7.13] %s is text',
    (text) => {
      expect(check(TEXT, text)).toEqual(good(text));
      expect(check(LONG, text)).toEqual(good(text));
    },
  );

  test('[FM4] [FM6] blank is empty, a list is no text', () => {
    expect(check(LONG, '\u3000\n')).toEqual(good(''));
    expect(check(TEXT, ['一'])).toEqual(bad('unknownCode'));
    expect(check(PHONE, ['0912345678'])).toEqual(bad('unknownCode'));
  });
});

describe('phones', () => {
  test.each([
    ['04-23456789;0975123456', '04-23456789;0975-123-456'],
    ['０４－２３４５６７８９；0975 123 456', '04-23456789;0975-123-456'],
    ['+886912345678', '+886-912-345-678'],
    ['(05)5345678#12;', '05-5345678#12'],
  ])('[FM7] [security 7.18] %s is stored as %s', (typed, stored) => {
    expect(check(PHONE, typed)).toEqual(good(stored));
    expect(check(PHONE, stored)).toEqual(good(stored));
  });

  test('[FM7] [security 7.18] the part that is no number is named', () => {
    expect(check(PHONE, '0912-345-678;家裡')).toEqual(bad('phonePart', { part: '家裡', position: 2 }));
    expect(check(PHONE, '0912-345-67')).toEqual(bad('phonePart', { part: '0912-345-67', position: 1 }));
    expect(check(PHONE, Array(11).fill('0912345678').join(';'))).toEqual(
      bad('phoneTooMany', { max: 10, count: 11 }),
    );
  });

  test('[FM7] 暫存 keeps a number half typed, but nothing that no text may hold', () => {
    expect(save(PHONE, '0912-34')).toEqual(good('0912-34'));
    expect(save(PHONE, '0912\u0000').ok).toBe(false);
    expect(save(PHONE, '1'.repeat(301)).ok).toBe(false);
  });
});

describe('dates', () => {
  const DAY: DateField = { id: 'f', kind: 'date', required: true };
  const AT: DateField = { id: 'f', kind: 'dateTime', required: true };

  test.each([
    '2023-02-29',
    '2026-13-01',
    '2026-11-31',
    '0001-01-01',
    '3000-01-01',
    '115/11/21',
    '2026-11-21T00:00:00Z',
    'abc',
    '__proto__',
  ])('[FM8] [security 7.8] %s is no stored day, in 暫存 neither', (text) => {
    expect(check(DAY, text)).toEqual(bad('dateFormat'));
    expect(save(DAY, text)).toEqual(bad('dateFormat'));
  });

  test('[FM8] [security 7.8] 113/02/29 exists', () => {
    expect(check(DAY, '2024-02-29')).toEqual(good('2024-02-29'));
    expect(check(DAY, '')).toEqual(good(''));
    expect(check(DAY, ['2024-02-29'])).toEqual(bad('dateFormat'));
  });

  test('[FM8] an instant has its zone', () => {
    expect(check(AT, '2026-11-21T02:00:00.000Z')).toEqual(good('2026-11-21T02:00:00.000Z'));
    expect(check(AT, '2026-11-21T02:00')).toEqual(bad('dateFormat'));
    expect(check(AT, '2026-11-21')).toEqual(bad('dateFormat'));
    expect(check(AT, '2026-02-30T00:00:00Z')).toEqual(bad('dateFormat'));
  });

  test('[FM8] [security 7.10] not after today', () => {
    const past: DateField = { ...DAY, notFuture: true };
    expect(check(past, '2026-11-21').ok).toBe(true);
    expect(check(past, '2026-11-22')).toEqual(bad('dateFuture'));
    expect(check(DAY, '2026-11-22').ok).toBe(true);
    expect(save(past, '2026-11-22').ok).toBe(true);
  });

  test('[FM8] [security 7.10] not after now, however the instant is written', () => {
    const past: DateField = { ...AT, notFuture: true };
    for (const same of ['2026-11-21T02:30:00.000Z', '2026-11-21T02:30:00Z', '2026-11-21T02:30:00.0Z']) {
      expect(check(past, same), same).toEqual(good(same));
    }
    expect(check(past, '2026-11-21T02:30:00.001Z')).toEqual(bad('dateFuture'));
    expect(check(past, '2026-11-21T02:30:01Z')).toEqual(bad('dateFuture'));
  });

  test('[FM9] [security 7.10] not before enrolment', () => {
    const leave: DateField = { ...DAY, notBefore: 'enrolledOn' };
    expect(check(leave, '2025-08-30').ok).toBe(true);
    expect(check(leave, '2025-08-29')).toEqual(
      bad('dateBefore', { field: 'enrolledOn', date: '2025-08-30' }),
    );
    expect(check(leave, '1990-01-01', {}, { dates: {} }).ok).toBe(true);
    expect(save(leave, '1990-01-01').ok).toBe(true);
  });

  test('[FM9] [security 7.9] not before another answer', () => {
    const to: DateField = { ...DAY, notBefore: { field: 'from' } };
    expect(check(to, '2026-11-01', { from: '2026-11-01' }).ok).toBe(true);
    expect(check(to, '2026-10-31', { from: '2026-11-01' })).toEqual(
      bad('dateBefore', { field: 'from', date: '2026-11-01' }),
    );
    expect(check(to, '2026-10-31', {}).ok).toBe(true);
    expect(check(to, '2026-10-31', { from: '' }).ok).toBe(true);
  });

  test('[FM9] [security 7.10] an instant is compared by its day in Taipei', () => {
    const tracked: DateField = { ...AT, notBefore: 'filedOn' };
    expect(check(tracked, '2026-11-17T16:00:00Z').ok).toBe(true);
    expect(check(tracked, '2026-11-17T15:59:59Z')).toEqual(
      bad('dateBefore', { field: 'filedOn', date: '2026-11-18' }),
    );
  });
});

describe('codes', () => {
  const ONE: FieldDef = { id: 'f', kind: 'choice', table: 't', codes: ['A', 'B'], required: true };
  const MANY: FieldDef = {
    id: 'f',
    kind: 'choices',
    table: 't',
    codes: ['A', 'B', 'C'],
    exclusive: 'C',
    required: true,
  };

  test.each(['C', 'a', '__proto__', 'constructor', 'A '])('[FM10] %s is no code of the table', (code) => {
    expect(check(ONE, code)).toEqual(bad('unknownCode'));
    expect(save(ONE, code)).toEqual(bad('unknownCode'));
  });

  test('[FM10] one code is one, several are kept once each in the table’s order', () => {
    expect(check(ONE, 'A')).toEqual(good('A'));
    expect(check(ONE, ['A'])).toEqual(bad('unknownCode'));
    expect(check(ONE, '')).toEqual(good(''));
    expect(check(MANY, ['B', 'A', 'B'])).toEqual(good(['A', 'B']));
    expect(check(MANY, ['A', 'X'])).toEqual(bad('unknownCode'));
    expect(save(MANY, ['A', 'X'])).toEqual(bad('unknownCode'));
  });

  test('[FM10] 是／否 and 同監護人', () => {
    const yesNo: FieldDef = { id: 'f', kind: 'yesNo', required: true };
    const copy: FieldDef = { id: 'f', kind: 'copy', required: false, copies: {} };
    expect(check(yesNo, 'no')).toEqual(good('no'));
    expect(check(yesNo, 'true')).toEqual(bad('unknownCode'));
    expect(check(copy, 'yes')).toEqual(good('yes'));
    expect(check(copy, 'no')).toEqual(bad('unknownCode'));
  });

  test('[FM11] codes by category, none while it is unknown', () => {
    const codes = { byCategory: { X: ['A'], Y: ['A', 'B'] } };
    const field: FieldDef = { id: 'f', kind: 'choice', table: 't', codes, required: true };
    expect(check(field, 'B', {}, { category: 'Y' })).toEqual(good('B'));
    expect(check(field, 'B', {}, { category: 'X' })).toEqual(bad('unknownCode'));
    for (const category of ['', 'Z', 'constructor', '__proto__']) {
      expect(check(field, 'A', {}, { category }), category).toEqual(bad('unknownCode'));
    }
  });

  test('[FM12] a code that excludes the others stands alone, in 暫存 too', () => {
    expect(check(MANY, ['C'])).toEqual(good(['C']));
    expect(check(MANY, ['C', 'C'])).toEqual(good(['C']));
    expect(check(MANY, ['A', 'C'])).toEqual(bad('exclusive', { code: 'C' }));
    expect(save(MANY, ['A', 'C'])).toEqual(bad('exclusive', { code: 'C' }));
  });

  describe('groups', () => {
    const GROUPS: FieldDef = {
      id: 'f',
      kind: 'groupedChoices',
      table: 't',
      groupTable: 'g',
      groups: { P: ['P1', 'P2'], Q: ['Q1'] },
      mainGroupField: 'main',
      other: {},
      required: true,
    };

    test('[FM13] at least one of the main group, others besides', () => {
      expect(check(GROUPS, ['Q1', 'P2'], { main: 'P' })).toEqual(good(['P2', 'Q1']));
      expect(check(GROUPS, ['Q1'], { main: 'P' })).toEqual(bad('noneInMainGroup', { group: 'P' }));
      expect(save(GROUPS, ['Q1'], { main: 'P' })).toEqual(good(['Q1']));
      expect(check(GROUPS, ['Q1'], {})).toEqual(good(['Q1']));
      expect(check(GROUPS, [], { main: 'P' })).toEqual(good([]));
    });

    test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
      '[FM13] [security 7.37] a main group named %s holds nothing',
      (main) => {
        expect(check(GROUPS, ['P1'], { main })).toEqual(bad('noneInMainGroup', { group: main }));
      },
    );
  });
});
