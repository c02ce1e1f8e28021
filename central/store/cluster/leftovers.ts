import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { APPLICATION_NAME } from '../open.ts';
import { programOf } from './binaries.ts';
import { SUPERUSER } from './create.ts';
import type { OsAccount } from './os-account.ts';
import type { Place } from './place.ts';
import { askServer } from './probe.ts';
import { run } from './run.ts';

/** What `postmaster.pid` says: process and port; undefined without the file. */
function findPidFile(data: string): { readonly pid: number; readonly port: number } | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
};

/** The operating system gives numbers again: after a restart of the computer the process may be anybody's. */
function isServerOf(pid: number, data: string): boolean {
  try {
    return process.platform === 'win32'
      ? execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' }).includes('postgres')
      : argumentsOf(pid).includes(data);
  } catch {
    return false;
  }
}

/** Slim images have no ps; Linux tells by itself. */
const argumentsOf = (pid: number): string =>
  process.platform === 'linux'
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    : execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });

/** Connections of a central that lives; undefined while the server does not answer. */
async function countUsers(port: number, password: string): Promise<number | undefined> {
  const address = { host: '127.0.0.1', port, user: SUPERUSER, password };
  const { probe, value } = await askServer(address, async (client) => {
    const counted = 'select count(*)::int as users from pg_stat_activity where application_name = $1';
    const { rows } = await client.query<{ users: number }>(counted, [APPLICATION_NAME]);
    return rows[0]?.users;
  });
  // Silent: it is stopping already.
  return probe === 'silent' ? 0 : value;
}

/**
 * Deals with what a killed central left: a server without a parent is stopped (its clients' sockets
 * close by themselves within moments), a `postmaster.pid` of a process that is no PostgreSQL is removed.
 * Throws when another central is alive on the same data.
 */
export async function clearLeftovers(
  place: Place,
  account: OsAccount | null,
  password: string,
): Promise<void> {
  const found = findPidFile(place.data);
  if (found === undefined || !isAlive(found.pid)) return;
  if (!isServerOf(found.pid, place.data)) {
    rmSync(join(place.data, 'postmaster.pid'), { force: true });
    return;
  }
  for (let wait = 0; (await countUsers(found.port, password)) !== 0; wait += 1) {
    if (wait === 50) throw new Error('another central is running on this data folder');
    await sleep(100);
  }
  await stopServer(place, account);
}

/** Stops the server of a data folder: no new clients, open transactions rolled back, then a checkpoint. */
export async function stopServer(place: Place, account: OsAccount | null): Promise<void> {
  const args = ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', '60'];
  await run(programOf(place.native, 'pg_ctl'), args, account);
}
