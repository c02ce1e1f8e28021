import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/**
 * What the app tests and the demo need from a Debian system besides Node: each line is one package
 * under the names it has had (the `t64` ones since Debian 13 and Ubuntu 24.04).
 */
const DEBIAN = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libsecret-1-0'],
  ['xvfb'],
  ['dbus'],
  ['gnome-keyring'],
  ['fonts-noto-cjk'],
  ['poppler-utils'],
  ['chromium', 'chromium-browser'],
];

/** On another Linux we cannot know the packages, only the programs. */
const PROGRAMS = ['Xvfb', 'dbus-daemon', 'gnome-keyring-daemon', 'pdftotext', 'chromium'];

/**
 * Makes sure that a virtual desktop can be started here: installs what is missing on Debian as root,
 * otherwise says what to run.
 *
 * @throws {Error} with one sentence that names what is missing and the command that brings it
 */
export async function ensureSystemPackages() {
  if (process.platform !== 'linux') return;
  if (!onPath('dpkg-query') || !onPath('apt-get')) return requirePrograms();

  const missing = DEBIAN.filter((names) => !names.some(isInstalled));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = missing.map(known).join(' ');
    throw new Error(`These system packages are missing; install them with: sudo apt-get install -y ${names}`);
  }

  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-q'], { env })) !== 0)
    console.error('apt-get update did not succeed.');
  const names = missing.map(known);
  console.log(`Installing system packages: ${names.join(' ')} …`);
  const args = ['install', '-y', '-q', '--no-install-recommends', ...names];
  if ((await run('apt-get', args, { env })) !== 0)
    throw new Error(`The system packages could not be installed: run apt-get install -y ${names.join(' ')}`);
}

function requirePrograms() {
  const missing = PROGRAMS.filter((name) => !onPath(name));
  if (missing.length > 0)
    throw new Error(
      `These programs are missing; install them with your system's package manager: ${missing.join(', ')}`,
    );
}

/** @param {string} name */
function isInstalled(name) {
  const asked = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return asked.stdout.includes('install ok installed');
}

/** The one of a package's names that this release can install. @param {readonly string[]} names */
function known(names) {
  const last = names[names.length - 1] ?? '';
  return names.find((name) => canInstall(name)) ?? last;
}

/** @param {string} name */
function canInstall(name) {
  const asked = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
  return /Candidate: (?!\(none\))/.test(asked.stdout);
}

/** @param {string} program */
function onPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
