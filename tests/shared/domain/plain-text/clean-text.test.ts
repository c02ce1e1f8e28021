import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../../../shared/domain/plain-text/clean-text.ts';
import { countCharacters } from '../../../../shared/domain/plain-text/count.ts';

const line = (text: string) => cleanText(text, { multiline: false });
const lines = (text: string, max?: number) =>
  cleanText(text, { multiline: true, ...(max === undefined ? {} : { max }) });

/** Any text at all, half surrogate pairs included, rich in what this module cares about. */
const texts = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.constantFrom(
        ...[
          '\r\n',
          '\r',
          '\n',
          '\t',
          ' ',
          '\u3000',
          '\u200B',
          '\u200D',
          '\uFE0F',
          '\u{E0100}',
          'e',
          '\u0301',
        ],
        ...['葛', '👩', '🏽', '🚀', '🏴', '\u{E0067}', '\u{E007F}', '1', '\u20E3', '\uFA19', '가', '\u11A8'],
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test.each([
  ['NUL', 'ab\u0000', 3, 'U+0000'],
  ['half a pair', 'a\uD800b', 2, 'U+D800'],
  ['the other half', '\uDC00', 1, 'U+DC00'],
  ['U+FFFE', '王\uFFFE', 2, 'U+FFFE'],
  ['U+FDD0', '\uFDD0', 1, 'U+FDD0'],
  ['U+1FFFF after a 字 beyond the BMP', '𡍼\u{1FFFF}', 2, 'U+1FFFF'],
  ['a C1 control character', 'a\u0085b', 2, 'U+0085'],
  ['DEL', '\u007F', 1, 'U+007F'],
  ['ESC', '\u001B[0m', 1, 'U+001B'],
])('[TX1] [security 7.16] %s is refused with its position', (_title, text, position, codePoint) => {
  const refused = { ok: false, code: 'textForbidden', detail: { position, codePoint } };
  expect(line(text)).toEqual(refused);
  expect(lines(text)).toEqual(refused);
});

test.each([
  ['a\nb', 2, 'U+000A'],
  ['a\tb', 2, 'U+0009'],
  ['  a\tb', 4, 'U+0009'],
  ['\u3000a\u2028b', 3, 'U+2028'],
])('[TX1] a single line refuses %j, with the position in the text as given', (text, position, codePoint) => {
  expect(line(text)).toEqual({ ok: false, code: 'textForbidden', detail: { position, codePoint } });
});

test('[TX1] a multi-line text holds line ends and tabs', () => {
  expect(lines('a\n\tb')).toEqual({ ok: true, value: 'a\n\tb', removed: 'none' });
});

test('[TX2] [security 7.3] invisible characters are taken out and told', () => {
  expect(line('王\u200B小\u202E明\uFEFF')).toEqual({ ok: true, value: '王小明', removed: 'invisible' });
  expect(line('王小明')).toEqual({ ok: true, value: '王小明', removed: 'none' });
});

test('[TX5] line ends become LF and text NFC', () => {
  expect(lines('a\r\nb\rc\u2028d')).toMatchObject({ value: 'a\nb\nc\nd' });
  expect(line('Nguye\u0302\u0303n')).toMatchObject({ value: 'Nguyễn', removed: 'none' });
  expect(line('e\u200B\u0301')).toMatchObject({ value: 'é', removed: 'invisible' });
});

test('[TX4] [security 7.16] rare, private-use and compatibility 字 stay', () => {
  const rare = '𡍼𠮷\u{E000}\u{F0000}\u{10FFFD}\uFA19\u{2F800}\u{323B0}';
  expect(line(rare)).toEqual({ ok: true, value: rare, removed: 'none' });
});

test('[TX6] a single line loses outer blanks, a multi-line text keeps them', () => {
  expect(line(' \u3000王 小明\r\n\t')).toMatchObject({ value: '王 小明' });
  expect(line(' \u200B 王\u200B ')).toMatchObject({ value: '王' });
  expect(lines(' a \n ')).toMatchObject({ value: ' a \n ' });
});

test.each([
  ['letters', '路'.repeat(300), '路'.repeat(301)],
  ['emoji', '😀'.repeat(300), '😀'.repeat(301)],
  ['字 beyond the BMP', '𡍼'.repeat(300), '𡍼'.repeat(301)],
  ['combining marks that compose', 'e\u0301'.repeat(300), 'e\u0301'.repeat(301)],
  ['combining marks that do not', 'q\u0301'.repeat(150), `${'q\u0301'.repeat(150)}q`],
  ['line ends', '\r\n'.repeat(300), '\r\n'.repeat(301)],
  ['spaces', ' '.repeat(300), '\u3000'.repeat(301)],
])('[TX8] [security 7.11] 300 %s pass, 301 are refused', (_title, within, over) => {
  expect(lines(within, 300).ok).toBe(true);
  expect(lines(over, 300)).toEqual({ ok: false, code: 'textTooLong', detail: { max: 300, count: 301 } });
});

test.each([
  '<img src=x onerror=alert(1)>',
  '{{7*7}}',
  'javascript:alert(1)',
  '=HYPERLINK("x")',
  "'; DROP --",
])('[TX11] [security 7.13] %s stays as typed', (text) => {
  expect(line(text)).toEqual({ ok: true, value: text, removed: 'none' });
});

test('[TX5] cleaning a clean text changes nothing', () => {
  fc.assert(
    fc.property(texts, fc.boolean(), (text, multiline) => {
      const once = cleanText(text, { multiline });
      fc.pre(once.ok);
      expect(cleanText(once.value, { multiline })).toEqual({ ...once, removed: 'none' });
    }),
    { numRuns: 2000 },
  );
});

test('[TX1] [TX7] an accepted text is well-formed and has the length that was counted before', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const cleaned = lines(text);
      fc.pre(cleaned.ok);
      expect(cleaned.value).not.toMatch(/[\p{Cs}\p{Noncharacter_Code_Point}]/u);
      expect(cleaned.value.replace(/[\n\t]/g, '')).not.toMatch(/\p{Cc}/u);
      expect(Array.from(cleaned.value)).toHaveLength(countCharacters(text));
    }),
    { numRuns: 1000 },
  );
});

test('[TX1] a refused text has the named character at the named position', () => {
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom('\u0000', '\uFFFE', '\u{1FFFF}', '\u009F'),
      texts,
      (before, bad, after) => {
        const text = `${before} ${bad}${after}`;
        const cleaned = lines(text);
        const unified = Array.from(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'));
        const detail = cleaned.ok ? {} : (cleaned.detail ?? {});
        const found = unified.at(Number(detail['position']) - 1)?.codePointAt(0) ?? -1;
        expect(`U+${found.toString(16).toUpperCase().padStart(4, '0')}`).toBe(detail['codePoint']);
      },
    ),
    { numRuns: 1000 },
  );
});
