import { spawn } from 'node:child_process';
import { node24 } from './bootstrap.mjs';
import { firstJsonLine } from './first-line.mjs';
import { inRoot, root } from './paths.mjs';
import { toolEnv } from './run.mjs';

/** Time for central to close its database. */
const PATIENCE = 15_000;

/**
 * Starts central as a process of its own and waits until it listens: it says so with one JSON line on
 * stdout; what it says to people is on stderr. Over the IPC channel it notices when we are gone.
 *
 * @param {readonly string[]} args for central/server.ts
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ url: string, accounts: Record<string, unknown>[], stop: () => Promise<void>, ended: Promise<void> }>}
 * @throws {Error} when it ended before it was ready
 */
export async function startCentral(args, env) {
  const child = spawn(node24(), [inRoot('central', 'server.ts'), ...args], {
    cwd: root,
    env: toolEnv(env),
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  /** @type {Promise<void>} */
  const ended = new Promise((done) => child.once('exit', () => done()));
  const ready = await firstJsonLine(/** @type {import('node:stream').Readable} */ (child.stdout));
  if (ready?.['ready'] !== true || typeof ready['url'] !== 'string') {
    child.kill();
    throw new Error('The central service did not start: see its message above.');
  }
  return {
    url: ready['url'],
    accounts: Array.isArray(ready['accounts']) ? ready['accounts'] : [],
    ended,
    stop: () => stop(child, ended),
  };
}

/**
 * Asks first, then insists. Windows has no SIGTERM: there the closed channel is the sign.
 *
 * @param {import('node:child_process').ChildProcess} child @param {Promise<void>} ended
 */
async function stop(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.disconnect();
  else child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await ended;
  clearTimeout(timer);
}
