import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstLine } from './first-line.mjs';
import { run } from './run.mjs';

/**
 * Runs a command as on a desktop: on Linux with a virtual screen of its own, a session bus and an unlocked
 * keyring (empty, thrown away afterwards; the person's own is not touched). Elsewhere the desktop is
 * there already, so it just runs. Electron inside needs `--password-store=gnome-libsecret`.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, screen?: string }} [options]
 *   `screen`: width x height x depth, `1440x900x24` unless told
 * @returns {Promise<number>} the command's exit code
 * @throws {Error} with one sentence when a part of the desktop does not start
 */
export async function runInDesktopSession(command, args, options = {}) {
  const { env: given = process.env, screen = '1440x900x24', ...rest } = options;
  if (process.platform !== 'linux') return run(command, args, { env: given, ...rest });

  const folder = await mkdtemp(join(tmpdir(), 'xuelu-session-'));
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...withoutDesktop(given), XDG_RUNTIME_DIR: folder };
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  try {
    const display = await service(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'],
      env,
    );
    stops.unshift(display.stop);
    env['DISPLAY'] = `:${display.said}`;
    const bus = await service(
      'dbus-daemon',
      ['--session', '--nofork', '--nopidfile', '--print-address=3'],
      env,
    );
    stops.unshift(bus.stop);
    env['DBUS_SESSION_BUS_ADDRESS'] = bus.said;
    await unlockKeyring({ ...env, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder });
    return await run(command, args, { env, ...rest });
  } finally {
    for (const stop of stops) await stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv} */
function withoutDesktop(env) {
  const left = { ...env };
  for (const name of ['WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_CURRENT_DESKTOP', 'GNOME_KEYRING_CONTROL'])
    delete left[name];
  return left;
}

/**
 * Starts a program that goes on in the background, and waits for the line it writes to file descriptor 3
 * when it is ready. It has a process group of its own: Ctrl+C in the terminal must not take the screen away
 * under a program that is cleaning up.
 *
 * @param {string} program @param {string[]} args @param {NodeJS.ProcessEnv} env
 */
async function service(program, args, env) {
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true });
  /** @type {Promise<string>} */
  const ended = new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code) => done(`exit code ${code}`));
  });
  let complaints = '';
  child.stderr?.on('data', (chunk) => (complaints += chunk));
  const said = await firstLine(/** @type {import('node:stream').Readable} */ (child.stdio[3]));
  if (said === undefined) throw new Error(`${program} did not start: ${await ended} ${complaints.trim()}`);
  return {
    said,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/**
 * Starts the secret service with an empty folder and a password of no worth. The command comes back once
 * the service owns its name on the bus; the service itself ends with the bus.
 *
 * @param {NodeJS.ProcessEnv} env
 */
async function unlockKeyring(env) {
  const starter = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    env,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  starter.stdin?.end('session');
  const fault = await new Promise((done) => {
    starter.once('error', (error) => done(error.message));
    starter.once('exit', (code) => done(code === 0 ? undefined : `exit code ${code}`));
  });
  if (fault) throw new Error(`The keyring did not start: ${fault}`);
}
