import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseSearch } from '../../../../shared/domain/plain-text/search.ts';

test.each([
  [' ＡＢＣ１ ', 'abc1'],
  ['王\u200B小明', '王小明'],
  ['\u3000王 小明\n', '王 小明'],
  ['e\u0301', 'é'],
  ['e\u200B\u0301', 'é'],
  ['\uFA19', '神'],
  ['\u{E000}𡍼', '\u{E000}𡍼'],
])('[TX12] %j is compared as %j', (typed, compared) => {
  expect(normaliseSearch(typed)).toBe(compared);
});

test('[TX12] [security 7.15] signs with a meaning for the store stay', () => {
  expect(normaliseSearch('%_\\\'"')).toBe('%_\\\'"');
});

test('[TX12] doing it twice changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      const once = normaliseSearch(text);
      expect(normaliseSearch(once)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});
