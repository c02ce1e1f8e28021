import { expect, test } from 'vitest';
import { findForbidden } from '../../../../shared/domain/plain-text/forbidden.ts';

test('[TX1] the first one is found, counted in characters from 1', () => {
  expect(findForbidden('😀a\u0000b\u0001')).toEqual({ position: 3, codePoint: 'U+0000' });
  expect(findForbidden('\u{10FFFF}')).toEqual({ position: 1, codePoint: 'U+10FFFF' });
});

test('[TX1] what is allowed is passed over', () => {
  expect(findForbidden('a\n\tb', '\n\t')).toBeUndefined();
  expect(findForbidden('a\n\u000Bb', '\n\t')).toEqual({ position: 3, codePoint: 'U+000B' });
});

test('[TX1] [TX4] text of every script, private use and unassigned planes passes', () => {
  expect(findForbidden('學路 Ünï ไทย العربية 👩🏽‍🚀 \u{E000} \u{323B0} \uFFFD')).toBeUndefined();
});
