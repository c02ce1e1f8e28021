import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import {
  dropPrevious,
  findText,
  previousOf,
  replaceDurably,
  syncFolder,
  writeDurably,
} from '../durable-file.ts';
import type { CoreParts } from '../parts.ts';
import { createStore } from './create-store.ts';
import { VaultFault } from './driver.ts';
import {
  databaseKey,
  findRecoveredKey,
  findVaultKey,
  KeyWrap,
  newVaultKey,
  RecoveryWrap,
  wrapForRecovery,
  wrapKey,
} from './key.ts';
import { openMemoryTables } from './memory/memory-tables.ts';
import type { Store } from './store.ts';
import { endedUncleanly, finishCreation, isStump, type VaultFiles } from './vault-files.ts';

/** An open vault. Its key stays in memory until it is closed, so that a new password can wrap it. */
export interface Vault {
  readonly store: Store;
  /** Central accepted another password than the wrap has: from now on the new one opens the vault. */
  adoptPassword(password: string): Promise<void>;
  /** With this key of central's the vault opens should its password be forgotten or set anew. */
  keepRecovery(recoveryKey: Buffer): void;
  close(): void;
}

export interface VaultPlace {
  readonly files: VaultFiles;
  readonly deviceKey: Buffer;
  readonly deviceId: string;
  readonly parts: Pick<CoreParts, 'openTables' | 'kdf' | 'kdfFloor' | 'newId'>;
}

export type Unlocked =
  | { readonly kind: 'absent' }
  | { readonly kind: 'wrongPassword' }
  /** It belongs to another account that once had this name. */
  | { readonly kind: 'otherAccount' }
  | { readonly kind: 'opened'; readonly vault: Vault };

/** For a computer without a key store: nothing is kept. */
export const memoryVault = (): Vault => {
  const store = createStore(openMemoryTables());
  return {
    store,
    adoptPassword: () => Promise.resolve(),
    keepRecovery: () => undefined,
    close: () => store.close(),
  };
};

/**
 * Opens an existing vault. `accountId` is what central said, null when unlocking offline. Throws
 * VaultFault for a state that no password mends: VAULT_DAMAGED, VAULT_NEWER, VAULT_BUSY, VAULT_LOCKED.
 */
export async function unlockVault(
  place: VaultPlace,
  password: string,
  accountId: string | null,
): Promise<Unlocked> {
  const { files, deviceKey, parts } = place;
  finishCreation(files);
  const wrap = findWrap(files);
  if (wrap === undefined) return { kind: 'absent' };
  if (accountId !== null && wrap.owner.accountId !== accountId) return { kind: 'otherAccount' };
  const vaultKey = await findVaultKey(wrap, password, deviceKey, parts.kdfFloor);
  if (vaultKey === undefined) return { kind: 'wrongPassword' };
  if (isStump(files.database)) throw new VaultFault({ code: 'VAULT_DAMAGED' });
  const store = openStore(place, files.database, vaultKey);
  dropPrevious(files.wrap);
  return { kind: 'opened', vault: vaultOver(place, wrap, vaultKey, store) };
}

/**
 * Opens an existing vault whose wrap does not open, after central has accepted the person: by the
 * second wrap and central's recovery key. From then on the password opens it. Undefined where there is
 * no second wrap of this vault and account that these keys open; the files are then as they were.
 * Throws VaultFault as unlocking does.
 */
export async function recoverVault(
  place: VaultPlace,
  recoveryKey: Buffer,
  password: string,
  accountId: string,
): Promise<Vault | undefined> {
  const { files, deviceKey, parts } = place;
  const second = parse(RecoveryWrap, findText(files.recovery));
  if (second === undefined || second.owner.accountId !== accountId) return undefined;
  const first = readWrap(files);
  if (first !== undefined && first.owner.vaultId !== second.owner.vaultId) return undefined;
  const vaultKey = findRecoveredKey(second, recoveryKey, deviceKey);
  if (vaultKey === undefined) return undefined;
  if (isStump(files.database)) throw new VaultFault({ code: 'VAULT_DAMAGED' });
  // The database itself says that this is its key, before any wrap is replaced.
  const store = openStore(place, files.database, vaultKey);
  try {
    const wrap = await wrapKey(vaultKey, second.owner, password, deviceKey, parts.kdf);
    replaceDurably(files.wrap, JSON.stringify(wrap));
    return vaultOver(place, wrap, vaultKey, store);
  } catch (fault) {
    vaultKey.fill(0);
    store.close();
    throw fault;
  }
}

/**
 * Makes a vault: first the database under a passing name, then its key, then the name. Whatever
 * moment the power fails, there is no vault yet or a whole one.
 */
export async function createVault(place: VaultPlace, password: string, accountId: string): Promise<Vault> {
  const { files, deviceKey, deviceId, parts } = place;
  mkdirSync(dirname(files.database), { recursive: true });
  for (const left of ['', '-wal', '-shm']) rmSync(`${files.fresh}${left}`, { force: true });
  rmSync(files.recovery, { force: true });
  const vaultKey = newVaultKey();
  const owner = { vaultId: parts.newId(), accountId, deviceId };
  openStore(place, files.fresh, vaultKey).close();
  const wrap = await wrapKey(vaultKey, owner, password, deviceKey, parts.kdf);
  replaceDurably(files.wrap, JSON.stringify(wrap));
  renameSync(files.fresh, files.database);
  syncFolder(files.database);
  return vaultOver(place, wrap, vaultKey, openStore(place, files.database, vaultKey));
}

function openStore({ parts }: VaultPlace, path: string, vaultKey: Buffer): Store {
  const check = existsSync(path) && endedUncleanly(path);
  const key = databaseKey(vaultKey);
  const tables = parts.openTables(path, key, { check });
  key.fill(0);
  try {
    return createStore(tables);
  } catch (fault) {
    tables.close();
    throw fault;
  }
}

function vaultOver(place: VaultPlace, first: KeyWrap, vaultKey: Buffer, store: Store): Vault {
  const { files, deviceKey, parts } = place;
  let wrap = first;
  let open = true;
  return {
    store,
    adoptPassword: async (password) => {
      // A copy, because the vault may be closed and its key wiped while a derivation runs.
      const key = Buffer.from(vaultKey);
      try {
        if ((await findVaultKey(wrap, password, deviceKey, parts.kdfFloor)) !== undefined) return;
        const next = await wrapKey(key, wrap.owner, password, deviceKey, parts.kdf);
        if (!open) return;
        replaceDurably(files.wrap, JSON.stringify(next));
        wrap = next;
      } finally {
        key.fill(0);
      }
    },
    keepRecovery: (recoveryKey) => {
      if (!open || keepsRecovery(files, recoveryKey, deviceKey, vaultKey)) return;
      const second = wrapForRecovery(vaultKey, wrap.owner, recoveryKey, deviceKey);
      writeDurably(files.recovery, JSON.stringify(second));
    },
    close: () => {
      open = false;
      vaultKey.fill(0);
      store.close();
    },
  };
}

/** Whether there is anything to unlock. */
export const hasVault = ({ wrap, database }: VaultFiles): boolean =>
  [wrap, previousOf(wrap), database].some((path) => existsSync(path));

/** The second wrap is there already and opens with this key. */
function keepsRecovery(files: VaultFiles, recoveryKey: Buffer, deviceKey: Buffer, vaultKey: Buffer): boolean {
  const there = parse(RecoveryWrap, findText(files.recovery));
  const found = there === undefined ? undefined : findRecoveredKey(there, recoveryKey, deviceKey);
  const same = found?.equals(vaultKey) === true;
  found?.fill(0);
  return same;
}

/** The wrap, or the one before it where a crash or a disk spoiled it. */
const readWrap = ({ wrap }: VaultFiles): KeyWrap | undefined =>
  parse(KeyWrap, findText(wrap)) ?? parse(KeyWrap, findText(previousOf(wrap)));

/** Whose vault these files say they are; undefined where neither wrap can be read. */
export const findOwner = (files: VaultFiles): KeyWrap['owner'] | undefined =>
  (readWrap(files) ?? parse(RecoveryWrap, findText(files.recovery)))?.owner;

/** A database without any wrap is locked, not lost. */
function findWrap(files: VaultFiles): KeyWrap | undefined {
  const wrap = readWrap(files);
  if (wrap === undefined && existsSync(files.database))
    throw new VaultFault({ code: 'VAULT_LOCKED', detail: { reason: 'keyMissing' } });
  return wrap;
}

function parse<T>(schema: z.ZodType<T>, text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
