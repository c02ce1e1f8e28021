import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'out', 'inputs.sha256');
const INPUTS = ['shared', 'main', 'preload', 'renderer', 'assets'];
const FILES = ['electron.vite.config.ts', 'package-lock.json', 'package.json', 'scripts/build.mjs'];
const OUTPUTS = [
  'main/index.cjs',
  'main/core-process.cjs',
  'preload/index.cjs',
  'renderer/index.html',
  'renderer/print.html',
];

/**
 * Builds main process, core process, preload and window into `out/`, unless nothing has changed since
 * the last time.
 *
 * @param {{ force?: boolean, log?: (line: string) => void }} [options]
 */
export async function buildAll({ force = false, log = console.log } = {}) {
  const inputs = hashInputs();
  const complete = OUTPUTS.every((file) => existsSync(join(root, 'out', file)));
  if (!force && complete && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) {
    log('Build is up to date.');
    return;
  }
  // The oldest runtime that the bundles must run on (scripts/runtime/trial.mjs).
  process.env['ELECTRON_MAJOR_VER'] = '25';
  process.chdir(root);
  const { build } = await import('electron-vite');
  await build({ root, logLevel: 'warn' });
  writeFileSync(stamp, inputs);
  log('Built out/.');
}

function hashInputs() {
  const hash = createHash('sha256');
  const add = (path) => hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  const walk = (folder) => {
    if (!existsSync(join(root, folder))) return;
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort(byName)) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else add(path);
    }
  };
  INPUTS.forEach(walk);
  FILES.forEach(add);
  return hash.digest('hex');
}

const byName = (a, b) => (a.name < b.name ? -1 : 1);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildAll({ force: process.argv.includes('--force') });
}
