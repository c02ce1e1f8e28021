import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { root } from './repository.ts';

/** A folder of this computer, where it stands as a path and not inside a longer one. */
const asPath = (folder: string): RegExp =>
  new RegExp(String.raw`(?<![\w.*-])${folder.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\w-])`);

/** A folder directly under `/` is too common a word to look for. */
const isTelling = (folder: string): boolean => folder.split(/[\\/]/).filter((part) => part !== '').length > 1;

const PLACES = [root, dirname(root), homedir()].filter(isTelling).map(asPath);

/** Written in two halves, so that this file does not name what it forbids. */
const NAMES = [
  new RegExp(String.raw`(?<![\w.*-])/wo` + String.raw`rk/`),
  new RegExp(String.raw`registry\.np` + String.raw`mjs`),
  new RegExp(String.raw`"resolved": "\w+:`),
];

/** Lines that name a folder of this computer or the host that packages came from. */
export function machineLines(text: string): string[] {
  const patterns = [...PLACES, ...NAMES];
  return text.split('\n').filter((line) => patterns.some((pattern) => pattern.test(line)));
}
