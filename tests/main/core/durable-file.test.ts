import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropPrevious, findText, replaceDurably, writeDurably } from '../../../main/core/durable-file.ts';
import { aFolder } from '../../helpers/core.ts';

let folder: ReturnType<typeof aFolder>;
let path: string;
beforeEach(() => {
  folder = aFolder();
  path = join(folder.path, 'x.json');
});
afterEach(() => folder.remove());

test('[VA14] a text is there whole, for its owner only, and no half of it lies about', () => {
  expect(findText(path)).toBeUndefined();
  writeDurably(path, '一');
  writeDurably(path, '二');
  expect(findText(path)).toBe('二');
  expect(readdirSync(folder.path)).toEqual(['x.json']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('[VA14] a half that a crash left behind is overwritten, never read', () => {
  writeDurably(path, '一');
  writeFileSync(`${path}.tmp`, '二之');
  expect(findText(path)).toBe('一');
  writeDurably(path, '三');
  expect(findText(path)).toBe('三');
});

test('[VA14] replacing keeps the text before, until it is dropped', () => {
  replaceDurably(path, '一');
  expect(existsSync(`${path}.previous`)).toBe(false);
  replaceDurably(path, '二');
  expect(readFileSync(`${path}.previous`, 'utf8')).toBe('一');
  dropPrevious(path);
  dropPrevious(path);
  expect(readdirSync(folder.path)).toEqual(['x.json']);
});
