import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { inRoot, root } from './paths.mjs';

/**
 * Runs a command to its end in the project's folder, with the project's own tools first on the path.
 * Ctrl+C reaches the command too; this process waits until it has cleaned up.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { started?: (child: import('node:child_process').ChildProcess) => void }} [options]
 * @returns {Promise<number>} the exit code; 128 when a signal ended it, 127 when it could not be started
 */
export function run(command, args, { started, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(command, [...args], {
      cwd: root,
      stdio: 'inherit',
      ...options,
      env: toolEnv(options.env),
    });
    const release = forwardSignals(child);
    child.once('error', (error) => {
      release();
      console.error(`${command}: ${error.message}`);
      done(127);
    });
    child.once('close', (code) => {
      release();
      done(code ?? 128);
    });
    started?.(child);
  });
}

/** The environment with node_modules/.bin first on the path. @param {NodeJS.ProcessEnv} [env] */
export function toolEnv(env = process.env) {
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...env, [key]: [inRoot('node_modules', '.bin'), env[key] ?? ''].join(delimiter) };
}

/**
 * Passes signals on to a child and never ends before it. A terminal sends Ctrl+C to the whole group, so
 * there the child has it already, and a second one would cut short its clean-up.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops it
 */
function forwardSignals(child) {
  const wait = () => undefined;
  const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  const onInterrupt = process.stdin.isTTY || process.platform === 'win32' ? wait : pass;
  process.on('SIGINT', onInterrupt).on('SIGTERM', pass);
  return () => void process.off('SIGINT', onInterrupt).off('SIGTERM', pass);
}
