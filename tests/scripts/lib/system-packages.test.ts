import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ensureSystemPackages } from '../../../scripts/lib/system-packages.mjs';

/** A Debian of shell scripts: what is installed and what its archive has are lines of two files. */
let system: string;
const state = (name: string): string => join(system, name);

beforeEach(() => {
  system = mkdtempSync(join(tmpdir(), 'xuelu-debian-'));
  for (const file of ['installed', 'archive', 'calls']) writeFileSync(state(file), '');
  vi.stubEnv('PATH', `${system}:/usr/bin:/bin`);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(system, { recursive: true });
});

function program(name: string, body: string): void {
  writeFileSync(state(name), `#!/bin/sh\n${body}\n`);
  chmodSync(state(name), 0o755);
}

function debian(installed: readonly string[], archive: readonly string[], user: number): void {
  writeFileSync(state('installed'), installed.map((name) => `${name}\n`).join(''));
  writeFileSync(state('archive'), archive.map((name) => `${name}\n`).join(''));
  program('dpkg-query', `grep -qx "$3" ${state('installed')} && echo "install ok installed"`);
  program(
    'apt-cache',
    `if grep -qx "$2" ${state('archive')}; then echo "  Candidate: 1"; else echo "  Candidate: (none)"; fi`,
  );
  program('apt-get', `echo "$@" >> ${state('calls')}`);
  vi.spyOn(process, 'getuid').mockReturnValue(user);
}

const bookworm = [
  ...['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libsecret-1-0', 'xvfb', 'dbus'],
  ...['gnome-keyring', 'fonts-noto-cjk', 'poppler-utils', 'chromium'],
];
const without = (...names: string[]): string[] => bookworm.filter((name) => !names.includes(name));
const calls = (): string[] =>
  readFileSync(state('calls'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

describe.runIf(process.platform === 'linux')('on Debian', () => {
  test('nothing is done when everything is there', async () => {
    debian(bookworm, bookworm, 0);
    await ensureSystemPackages();
    expect(calls()).toEqual([]);
  });

  test('root gets what is missing, and only that', async () => {
    debian(without('xvfb', 'gnome-keyring'), bookworm, 0);
    await ensureSystemPackages();
    expect(calls()).toHaveLength(2);
    expect(calls()[0]).toMatch(/^update/);
    expect(calls()[1]).toMatch(/^install -y .* xvfb gnome-keyring$/);
  });

  test('a package that was renamed is asked for by the name that the release has', async () => {
    debian(without('libgtk-3-0', 'libasound2'), [...without('libgtk-3-0'), 'libgtk-3-0t64'], 0);
    await ensureSystemPackages();
    expect(calls()[1]).toMatch(/ libgtk-3-0t64 libasound2$/);
  });

  test('anybody else is told the command', async () => {
    debian(without('xvfb'), bookworm, 1000);
    await expect(ensureSystemPackages()).rejects.toThrow(/sudo apt-get install -y xvfb$/);
    expect(calls()).toEqual([]);
  });

  test('a failed installation is told too', async () => {
    debian(without('xvfb'), bookworm, 0);
    program('apt-get', 'exit 100');
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(ensureSystemPackages()).rejects.toThrow(/could not be installed/);
  });
});

test.runIf(process.platform === 'linux')('on another Linux the missing programs are named', async () => {
  vi.stubEnv('PATH', system);
  program('Xvfb', 'exit 0');
  expect(existsSync(state('Xvfb'))).toBe(true);
  await expect(ensureSystemPackages()).rejects.toThrow(
    /: dbus-daemon, gnome-keyring-daemon, pdftotext, chromium$/,
  );
});
