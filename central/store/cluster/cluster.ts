import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { programOf } from './binaries.ts';
import { createCluster, SUPERUSER } from './create.ts';
import { findFreePort } from './free-port.ts';
import { clearLeftovers, stopServer } from './leftovers.ts';
import { findServerAccount } from './os-account.ts';
import { findPlace } from './place.ts';
import { askServer, type Address } from './probe.ts';

/** A real PostgreSQL of our own, on loopback only, with fsync on. */
export interface Cluster {
  /** Folder that its files are in. */
  readonly home: string;
  readonly address: Address;
  /** `postgres://…` of one of its databases. */
  readonly urlOf: (database: string) => string;
  readonly stop: () => Promise<void>;
}

/** Never weakened, and said aloud: an acknowledged operation has reached the disk (I1). */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  // No values of rows in the server's own log.
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
].flatMap((setting) => ['-c', setting]);

/**
 * Starts the cluster of a data folder, making it at the first time. Survives its parent's kill: the
 * next start finds the leftovers and clears them. Throws when it does not come up within a minute.
 */
export async function startCluster(dir: string): Promise<Cluster> {
  const account = findServerAccount();
  const place = findPlace(dir, account);
  const password = await createCluster(place, account);
  await clearLeftovers(place, account, password);
  const address = { host: '127.0.0.1', port: await findFreePort(), user: SUPERUSER, password };
  const log = openSync(join(place.home, 'postgres.log'), 'a', 0o600);
  const args = ['-D', place.data, '-p', String(address.port), ...SETTINGS];
  const child = spawn(programOf(place.native, 'postgres'), args, {
    ...account,
    // Its own group: Ctrl-C in the terminal stops central first, and central stops it.
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(log);
  await untilReady(child, address);
  child.unref();
  const urlOf = (database: string) =>
    `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${address.port}/${database}`;
  return { home: place.home, address, urlOf, stop: () => stopServer(place, account) };
}

async function untilReady(child: ChildProcess, address: Address): Promise<void> {
  let fault: Error | undefined;
  child.on('error', (error) => (fault = error));
  for (let wait = 0; wait < 600; wait += 1) {
    if (fault !== undefined) throw fault;
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}; see postgres.log`);
    const { probe } = await askServer(address, async () => true);
    if (probe === 'answers') return;
    await sleep(100);
  }
  throw new Error('PostgreSQL did not come up within a minute; see postgres.log');
}
