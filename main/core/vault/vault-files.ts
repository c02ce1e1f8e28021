import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { dirname, basename, join } from 'node:path';
import { findText, syncFolder, writeDurably } from '../durable-file.ts';
import { compareKey } from '../../../shared/domain/account/fields.ts';

/** The files of one vault: one account at one central on this installation. */
export interface VaultFiles {
  readonly database: string;
  /** A database being made; it gets its name when its key is safely on the disk. */
  readonly fresh: string;
  readonly wrap: string;
  /** The same key once more, for a password that was forgotten or set anew. */
  readonly recovery: string;
  /** Leads to the files of the same account under the name that it had before. */
  readonly alias: string;
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
  const who = JSON.stringify([centralUrl, compareKey(account)]);
  return filesOf(folder, createHmac('sha256', deviceKey).update(who).digest('hex').slice(0, NAME_LENGTH));
}

const NAME_LENGTH = 32;
const NAME = /^[0-9a-f]{32}$/;

function filesOf(folder: string, name: string): VaultFiles {
  const path = join(folder, name);
  return {
    database: `${path}.vault`,
    fresh: `${path}.fresh`,
    wrap: `${path}.key`,
    recovery: `${path}.recovery`,
    alias: `${path}.alias`,
    guard: `${path}.guard`,
  };
}

/** The files that these stand for: their own, or those that the account had under an earlier name. */
export function followAlias(files: VaultFiles): VaultFiles {
  const name = existsSync(files.database) ? undefined : findText(files.alias)?.trim();
  if (name === undefined || !NAME.test(name)) return files;
  const led = filesOf(dirname(files.database), name);
  return existsSync(led.database) ? led : files;
}

/** From now on the account is found under its new name as well; one small file, so it is there or not. */
export const leadTo = (files: VaultFiles, earlier: VaultFiles): void =>
  writeDurably(files.alias, basename(earlier.database, '.vault'));

/** All vaults of this folder but those that were set aside. */
export function listVaults(folder: string): readonly VaultFiles[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.vault') && NAME.test(basename(name, '.vault')))
    .map((name) => filesOf(folder, basename(name, '.vault')));
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
