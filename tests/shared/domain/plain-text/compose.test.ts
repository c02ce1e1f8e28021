import { expect, test } from 'vitest';
import { composeText, unifyLineEnds } from '../../../../shared/domain/plain-text/compose.ts';

test('[TX5] letters and their marks are composed', () => {
  expect(composeText('e\u0301')).toBe('\u00E9');
  expect(composeText('\u212B')).toBe('\u00C5');
  expect(composeText('\u1100\u1161')).toBe('가');
});

test('[TX4] compatibility ideographs stay, alone and between text that is composed', () => {
  // NFC would give 神 U+795E here, which looks otherwise.
  expect(composeText('\uFA19')).toBe('\uFA19');
  expect(composeText('e\u0301\uFA19\u{2F81A}e\u0301')).toBe('\u00E9\uFA19\u{2F81A}\u00E9');
  expect('\uFA19'.normalize('NFC')).toBe('\u795E');
});

test.each([
  ['a\r\nb', 'a\nb'],
  ['a\rb', 'a\nb'],
  ['a\n\rb', 'a\n\nb'],
  ['a\r\r\nb', 'a\n\nb'],
  ['a\u2028b\u2029c', 'a\nb\nc'],
])('[TX5] line ends of %j are LF', (text, unified) => {
  expect(unifyLineEnds(text)).toBe(unified);
});
