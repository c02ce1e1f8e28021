import { expect, test } from 'vitest';
import { lineCount, read, typescriptFiles } from './repository.ts';

const HARD_LIMIT = 400;
const MEDIAN_LIMIT = 100;

const sizes = typescriptFiles()
  .map((file) => ({ file, lines: lineCount(read(file)) }))
  .sort((a, b) => a.lines - b.lines);

test(`no file is longer than ${HARD_LIMIT} lines`, () => {
  expect(sizes.filter(({ lines }) => lines > HARD_LIMIT)).toEqual([]);
});

test(`half of the files are shorter than ${MEDIAN_LIMIT} lines`, () => {
  expect(sizes[Math.floor(sizes.length / 2)]?.lines).toBeLessThan(MEDIAN_LIMIT);
});

test('a line is counted as an editor counts it', () => {
  expect(lineCount('a\nb\n')).toBe(2);
  expect(lineCount('a\nb')).toBe(2);
});
