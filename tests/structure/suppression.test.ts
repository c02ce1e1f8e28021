import { expect, test } from 'vitest';
import { read, repositoryFiles } from './repository.ts';

/** Switches that would turn a rule off for a file or a line; written so that this file has none. */
const SWITCH = new RegExp(
  ['(ox|es)lint-(dis|en)able', '@ts-(ignore|nocheck|expect-error)', 'prettier-ignore', '@knipignore'].join(
    '|',
  ),
);

const CODE = /\.(tsx?|mts|mjs|cjs|css|html)$/;
const SELF = 'tests/structure/suppression.test.ts';

test('no file switches a check off', () => {
  const found = repositoryFiles()
    .filter((file) => CODE.test(file) && file !== SELF)
    .filter((file) => SWITCH.test(read(file)));
  expect(found).toEqual([]);
});

test.each([
  '// oxlint-disable-next-line no-eval',
  '/* eslint-disable */',
  '// @ts-expect-error',
  '// @ts-ignore',
])('such a switch is found: %s', (line) => {
  expect(SWITCH.test(line)).toBe(true);
});
