import { describe, expect, test } from 'vitest';
import { TEXTS } from '../../shared/text/index.ts';

const chinese: Readonly<Record<string, string>> = TEXTS['zh-TW'];
const english: Readonly<Record<string, string>> = TEXTS.en;

/** Values that are filled in, in the order of their names: `{{name}}`. */
const holes = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map(([, name = '']) => name).sort();

test('both languages have the same keys', () => {
  expect(Object.keys(chinese).length).toBeGreaterThan(100);
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
});

describe.each(Object.entries(TEXTS))('%s', (_, texts: Readonly<Record<string, string>>) => {
  test('no text is empty', () => {
    expect(Object.keys(texts).filter((key) => (texts[key] ?? '').trim() === '')).toEqual([]);
  });
});

test('a text and its translation take the same values', () => {
  const different = Object.keys(chinese).filter(
    (key) => holes(chinese[key] ?? '').join() !== holes(english[key] ?? '').join(),
  );
  expect(different).toEqual([]);
});
