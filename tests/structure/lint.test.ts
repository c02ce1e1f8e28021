import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RIGHT_ARROWS, ROOMS, WRONG_ARROWS, WRONG_CODE } from './planted.ts';
import { root } from './repository.ts';

const WRONG = [...WRONG_ARROWS, ...WRONG_CODE];
let folder: string;
/** What the linter said about each planted file. */
let said: ReadonlyMap<string, readonly string[]>;

/** A small copy of the project with nothing but its settings and the planted files. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuelu-lint-'));
  for (const file of readdirSync(root).filter((name) =>
    /^(\.oxlintrc|tsconfig\b.*|package)\.json$/.test(name),
  ))
    cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const file of ROOMS) plant(file, 'export const there = 1;\n');
  for (const { file, code } of [...WRONG, ...RIGHT_ARROWS]) plant(file, code);
  said = lint();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function plant(file: string, code: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), code);
}

function lint(): Map<string, string[]> {
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const found = new Map<string, string[]>();
  const start = stdout.indexOf('{');
  if (start < 0) throw new Error(`oxlint gave no report: ${stderr}${stdout}`);
  const { diagnostics } = JSON.parse(stdout.slice(start)) as {
    diagnostics: { filename: string; code: string }[];
  };
  for (const { filename, code } of diagnostics) {
    const file = filename.replaceAll('\\', '/');
    found.set(file, [...(found.get(file) ?? []), code]);
  }
  return found;
}

describe('a planted violation is found', () => {
  test.each(WRONG)('$file breaks $rule', ({ file, rule }) => {
    expect(said.get(file) ?? []).toContain(rule);
  });
});

describe('what the table allows passes', () => {
  test.each([...RIGHT_ARROWS.map(({ file }) => file), ...ROOMS])('%s', (file) => {
    expect(said.get(file) ?? []).toEqual([]);
  });
});
