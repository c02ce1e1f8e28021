import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Writes a small file so that after a power cut there is the old text or the new one, never half. */
export function writeDurably(path: string, text: string): void {
  const half = `${path}.tmp`;
  const file = openSync(half, 'w', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(half, path);
  syncFolder(path);
}

/** The same, and the text before stays beside it until `dropPrevious`. */
export function replaceDurably(path: string, text: string): void {
  if (existsSync(path)) {
    const half = `${previousOf(path)}.tmp`;
    copyFileSync(path, half);
    const file = openSync(half, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(half, previousOf(path));
  }
  writeDurably(path, text);
}

export const previousOf = (path: string): string => `${path}.previous`;

export const dropPrevious = (path: string): void => rmSync(previousOf(path), { force: true });

/** Undefined when there is no such file; any other trouble is thrown. */
export function findText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** The name itself must be on the disk, too; Windows has no such call and needs none. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
