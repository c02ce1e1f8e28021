import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { dirname, basename, join } from 'node:path';
import { syncFolder } from '../durable-file.ts';

/** The files of one vault: one account at one central on this installation. */
export interface VaultFiles {
  readonly database: string;
  /** A database being made; it gets its name when its key is safely on the disk. */
  readonly fresh: string;
  readonly wrap: string;
  /** Wrong passwords counted; read before anything can be unlocked. */
  readonly guard: string;
}

/**
 * The name says nothing about the account, not even to someone who tries all account names: it is
 * keyed with the device key. By the account's name, because that is what an offline unlock knows.
 */
export function vaultFiles(
  folder: string,
  deviceKey: Buffer,
  centralUrl: string,
  account: string,
): VaultFiles {
  // No canonical JSON: what somebody types as an account may be no text that it takes.
  const who = JSON.stringify([centralUrl, account.normalize('NFKC').trim().toLowerCase()]);
  const name = createHmac('sha256', deviceKey).update(who).digest('hex').slice(0, 32);
  const path = join(folder, name);
  return {
    database: `${path}.vault`,
    fresh: `${path}.fresh`,
    wrap: `${path}.key`,
    guard: `${path}.guard`,
  };
}

/** Another program of ours ended between two steps of making a vault: the last step is done now. */
export function finishCreation({ database, fresh, wrap }: VaultFiles): void {
  if (!existsSync(database) && existsSync(fresh) && existsSync(wrap)) {
    renameSync(fresh, database);
    syncFolder(database);
  }
}

/** The vault of another account with the same name is kept under another name; nothing is deleted. */
export function setAside({ database }: VaultFiles, now: number): void {
  const folder = dirname(database);
  const prefix = `${basename(database, '.vault')}.`;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefix)) renameSync(join(folder, name), join(folder, `aside-${now}-${name}`));
  }
}

const SMALLEST = 512;
const CHECKED_UP_TO = 64 * 1024 * 1024;

/** Missing, empty or shorter than any database. */
export const isStump = (path: string): boolean => !existsSync(path) || statSync(path).size < SMALLEST;

/** A write-ahead log is left behind only by a run that did not end cleanly. */
export function endedUncleanly(path: string): boolean {
  const wal = `${path}-wal`;
  return existsSync(wal) && statSync(wal).size > 0 && statSync(path).size <= CHECKED_UP_TO;
}
