import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';

const SECOND = 1000;
/** Enough to notice that the releases cannot be reached; a slow line falls back to the trial runtime. */
const SHORT = 20 * SECOND;
/** Where there is nothing to fall back to, a slow download is better than none. */
const PATIENT = 15 * 60 * SECOND;

/**
 * The official Electron: what is installed, else what its own installer brings (since version 42 the
 * package has no install script, so the installer is run here).
 */
export async function officialRuntime({ patient, log }) {
  const packageDir = findPackage();
  const found = installed(packageDir);
  if (found || !packageDir) return found;

  const installer = join(packageDir, 'install.js');
  if (!existsSync(installer)) return undefined;
  log('Asking the official installer for Electron …');
  const trouble = await runInstaller(installer, patient ? PATIENT : SHORT);
  if (trouble) log(`The official installer did not succeed: ${trouble}.`);
  return installed(packageDir);
}

function findPackage() {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'));
  } catch {
    return undefined;
  }
}

/** `path.txt` is the last thing the installer writes: without it a download was broken off. */
function installed(packageDir) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const name = packageDir ? readText(join(packageDir, 'path.txt')) : undefined;
  if (override) return inFolder(override, name ?? defaultName());
  return packageDir && name ? inFolder(join(packageDir, 'dist'), name) : undefined;
}

function inFolder(dist, name) {
  const executable = join(dist, name);
  if (!existsSync(executable)) return undefined;
  return { executable, version: (readText(join(dist, 'version')) ?? 'unknown').replace(/^v/, '') };
}

function defaultName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Resolves to nothing on success, else to the reason in a few words. */
function runInstaller(installer, milliseconds) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('error', (error) => done(error.message));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) return done(undefined);
      const reason = said.split('\n').find((line) => line.trim() !== '');
      done(signal ? `no answer within ${milliseconds / SECOND} seconds` : (reason?.trim() ?? `code ${code}`));
    });
  });
}
