import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';

// Runs on any Node ≥ 20, before anything is installed: no imports but Node's and our own.

const PINNED_NODE = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const majorOf = (/** @type {string} */ version) => Number(version.replace(/^v/, '').split('.')[0]);

/** Brings node_modules to what package-lock.json says, when it is not so already. */
async function ensureInstalled() {
  const tree = readLock(inRoot('node_modules', '.package-lock.json'));
  const lock = readLock(inRoot('package-lock.json'));
  if (!lock) throw new Error('package-lock.json is missing or damaged: restore it from the repository.');
  const why = tree ? outdated(lock, tree) : 'nothing is installed yet';
  if (!why && hasNode24()) return;

  console.log(`Installing packages (${why ?? 'the pinned Node is missing'}) …`);
  const code = await npm([installCommand(), '--no-audit', '--no-fund']);
  if (code !== 0) throw new Error(`npm could not install the packages (exit code ${code}).`);
  if (!hasNode24()) await npm(['rebuild', 'node', '--foreground-scripts']);
  if (!hasNode24()) {
    throw new Error(
      'Node 24 is missing: the install script of the package "node" did not run. Install Node 24 and try again.',
    );
  }
}

/** The Node that everything but the installer runs under: the pinned 24, else the running one if it is new enough. */
export function node24() {
  if (existsSync(PINNED_NODE)) return PINNED_NODE;
  if (majorOf(process.version) >= 24) return process.execPath;
  throw new Error('Node 24 is not installed: run "npm ci".');
}

/**
 * The frame of every command: installs what is missing, goes on under Node 24 (a script started by an
 * older Node starts itself again), does the work, and ends with its exit code. A fault that has its
 * sentence shows that sentence only.
 *
 * @param {string} script the command's `import.meta.url`
 * @param {() => Promise<number>} work gives the exit code
 */
export async function command(script, work) {
  try {
    await ensureInstalled();
    process.exitCode =
      majorOf(process.version) >= 24
        ? await work()
        : await run(node24(), [fileURLToPath(script), ...process.argv.slice(2)]);
  } catch (error) {
    console.error(error instanceof Error && error.constructor === Error ? error.message : error);
    process.exitCode = 1;
  }
}

function hasNode24() {
  return existsSync(PINNED_NODE) || majorOf(process.version) >= 24;
}

/** Windows cannot delete the Node that is running us, which `npm ci` would; `npm install` leaves it in place. */
function installCommand() {
  const ours = process.platform === 'win32' && process.execPath.startsWith(inRoot('node_modules'));
  return ours ? 'install' : 'ci';
}

/** npm by the way it was started with, so that its version and settings stay the same. @param {string[]} args */
function npm(args) {
  const cli = process.env['npm_execpath'];
  if (cli && basename(cli).startsWith('npm')) {
    const node = process.env['npm_node_execpath'];
    return run(node && existsSync(node) ? node : process.execPath, [cli, ...args]);
  }
  const windows = process.platform === 'win32';
  return run(windows ? 'npm.cmd' : 'npm', args, { shell: windows });
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} Entry
 * @param {string} file
 * @returns {Record<string, Entry> | undefined}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Compares the lock with npm's own record of what lies in node_modules, so that an install by hand
 * counts and a broken-off one does not (npm writes that record last).
 *
 * @param {Record<string, Entry>} lock @param {Record<string, Entry>} tree
 * @returns {string | undefined} what differs
 */
export function outdated(lock, tree) {
  for (const [path, wanted] of Object.entries(lock)) {
    if (path === '') continue;
    const found = tree[path];
    if (!found && wanted.optional) continue;
    if (found?.version !== wanted.version || found?.integrity !== wanted.integrity)
      return `${path.replace(/^.*node_modules\//, '')} changed`;
  }
  return undefined;
}
