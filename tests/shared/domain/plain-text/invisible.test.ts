import { expect, test } from 'vitest';
import { removeInvisible } from '../../../../shared/domain/plain-text/invisible.ts';

test.each([
  ['zero-width space', '\u200B'],
  ['zero-width non-joiner', '\u200C'],
  ['joiner between letters', '\u200D'],
  ['left-to-right mark', '\u200E'],
  ['Arabic letter mark', '\u061C'],
  ['right-to-left override', '\u202E'],
  ['bidi isolate', '\u2066'],
  ['word joiner', '\u2060'],
  ['byte order mark', '\uFEFF'],
  ['soft hyphen', '\u00AD'],
  ['Hangul filler', '\u3164'],
  ['annotation mark', '\uFFF9'],
  ['tag', '\u{E0041}'],
  ['variation selector after a letter', '\uFE0F'],
  ['ideographic selector after a letter', '\u{E0100}'],
])('[TX2] [security 7.3] %s is taken out', (_title, character) => {
  expect(removeInvisible(`a${character}b`)).toEqual({ value: 'ab', removed: 'invisible' });
});

test.each([
  ['composed emoji', '👩🏽‍🚀'],
  ['family', '👨‍👩‍👧‍👦'],
  ['emoji style and joiner', '🏳️‍🌈'],
  ['heart with selectors', '👩‍❤️‍👨'],
  ['keycap', '1️⃣'],
  ['flag of a region', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
  ['text style', '☎\uFE0E'],
  ['ideographic variation', '葛\u{E0100}'],
  ['standardised variation', '神\uFE00'],
  ['variation of a 字 beyond the BMP', '𠮷\u{E0101}'],
])('[TX3] %s stays', (_title, text) => {
  expect(removeInvisible(`a${text}b`)).toEqual({ value: `a${text}b`, removed: 'none' });
});

test.each([
  ['a second selector', '葛\u{E0100}\u{E0101}', '葛\u{E0100}'],
  ['a joiner with one neighbour', '👩\u200D', '👩'],
  ['a selector behind something taken out', '葛\u200B\u{E0100}', '葛'],
  ['tags without an end', '🏴\u{E0067}', '🏴'],
  ['a selector after a bare digit', '1\uFE0F2', '12'],
])('[TX2] %s goes', (_title, text, value) => {
  expect(removeInvisible(text)).toEqual({ value, removed: 'invisible' });
});
