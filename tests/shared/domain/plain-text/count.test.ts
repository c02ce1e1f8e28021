import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCharacters, isBlank } from '../../../../shared/domain/plain-text/count.ts';

test.each([
  ['', 0],
  ['追蹤', 2],
  [' a\n', 3],
  ['a\r\nb', 3],
  ['𡍼', 1],
  ['😀', 1],
  ['👩🏽‍🚀', 4],
  ['e\u0301', 1],
  ['q\u0301', 2],
  ['葛\u{E0100}', 2],
  ['a\u200Bb', 2],
  ['\uD800', 1],
])('[TX7] [security 7.11] %j has %i characters', (text, count) => {
  expect(countCharacters(text)).toBe(count);
});

test('[TX7] the count of two texts that do not touch is the sum', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.string({ unit: 'grapheme-ascii' }), (a, b) => {
      expect(countCharacters(`${a}|${b}`)).toBe(countCharacters(a) + 1 + countCharacters(b));
    }),
  );
});

test.each(['', ' ', '\u3000', '\t\n\r\n', '\u00A0\u2003', '\u200B\uFEFF', '\u3164', '\u2800', '\uFE0F'])(
  '[TX9] [security 7.12] %j is blank',
  (text) => {
    expect(isBlank(text)).toBe(true);
  },
);

test.each(['a', '\u3000字', '.', '\u{E000}', '0', '\uFFFD'])('[TX9] %j is not blank', (text) => {
  expect(isBlank(text)).toBe(false);
});
