import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Absolute folder of the project. */
export const root = resolve(import.meta.dirname, '../..');

/** Folders that are made, not written; read only where there is no git to ask. */
const MADE = new Set(['node_modules', 'out', 'dist', '.git', '.cache', '.data', 'coverage', 'demo-out']);

/** Every file that is committed or would be, as paths from the root with forward slashes. */
export function repositoryFiles(): string[] {
  return (existsSync(join(root, '.git')) ? fromGit() : walk('')).filter((file) =>
    existsSync(join(root, file)),
  );
}

/** Those of them that are TypeScript. */
export const typescriptFiles = (): string[] => repositoryFiles().filter((file) => /\.tsx?$/.test(file));

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Lines as an editor counts them; a last empty line is none. */
export const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length;

function fromGit(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return [...new Set(listed.split('\0').filter((file) => file !== ''))];
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (MADE.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(path) : [path];
  });
}
