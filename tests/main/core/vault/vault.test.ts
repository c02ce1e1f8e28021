import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStore } from '../../../../main/core/vault/create-store.ts';
import { VaultFault } from '../../../../main/core/vault/driver.ts';
import { openSqliteTables } from '../../../../main/core/vault/sqlite/sqlite-tables.ts';
import { setAside, vaultFiles } from '../../../../main/core/vault/vault-files.ts';
import {
  createVault,
  hasVault,
  memoryVault,
  recoverVault,
  unlockVault,
  type VaultPlace,
} from '../../../../main/core/vault/vault.ts';
import { anOperation, nextId } from '../../../helpers/case-builders.ts';
import { aFolder, CHEAP_KDF } from '../../../helpers/core.ts';
import { inPlace } from '../../../helpers/store.ts';

const PASSWORD = 'Correct-Horse-1';
const accountId = nextId();
const deviceKey = randomBytes(32);
let folder: ReturnType<typeof aFolder>;
let place: VaultPlace;

beforeEach(() => {
  folder = aFolder();
  place = {
    files: vaultFiles(folder.path, deviceKey, 'https://central.example', 'chen'),
    deviceKey,
    deviceId: 'device',
    parts: { openTables: openSqliteTables, kdf: CHEAP_KDF, kdfFloor: CHEAP_KDF, newId: nextId },
  };
});
afterEach(() => folder.remove());

const made = async () => {
  const vault = await createVault(place, PASSWORD, accountId);
  vault.store.save(inPlace(anOperation('submit'), vault.store), null);
  vault.close();
};

const outboxAfter = async (password = PASSWORD) => {
  const unlocked = await unlockVault(place, password, accountId);
  if (unlocked.kind !== 'opened') return unlocked.kind;
  const { length } = unlocked.vault.store.listOutbox();
  unlocked.vault.close();
  return length;
};

/** The failure that unlocking ends in. */
const stateOf = async () => {
  try {
    return await outboxAfter();
  } catch (fault) {
    if (fault instanceof VaultFault) return fault.failure;
    throw fault;
  }
};

describe('a vault', () => {
  test('is unlocked by its password, after closing too', async () => {
    expect(hasVault(place.files)).toBe(false);
    expect(await outboxAfter()).toBe('absent');
    await made();
    expect(hasVault(place.files)).toBe(true);
    expect(await outboxAfter()).toBe(1);
    expect(await outboxAfter()).toBe(1);
  });

  test('[VA13] [security 1] stays closed for another password and another account', async () => {
    await made();
    expect(await outboxAfter('wrong')).toBe('wrongPassword');
    expect(await unlockVault(place, PASSWORD, nextId())).toEqual({ kind: 'otherAccount' });
    expect((await unlockVault(place, PASSWORD, null)).kind).toBe('opened');
  });

  test('[VA14] takes a new password; the wrap before it is kept until the next unlock', async () => {
    await made();
    const unlocked = await unlockVault(place, PASSWORD, accountId);
    if (unlocked.kind !== 'opened') throw new Error(unlocked.kind);
    const before = readFileSync(place.files.wrap, 'utf8');
    await unlocked.vault.adoptPassword(PASSWORD);
    expect(readFileSync(place.files.wrap, 'utf8')).toBe(before);
    await unlocked.vault.adoptPassword('New-Password-2');
    unlocked.vault.close();
    expect(readFileSync(`${place.files.wrap}.previous`, 'utf8')).toBe(before);
    expect(await outboxAfter(PASSWORD)).toBe('wrongPassword');
    expect(await outboxAfter('New-Password-2')).toBe(1);
    expect(existsSync(`${place.files.wrap}.previous`)).toBe(false);
  });

  test('[VA14] a new password that comes while the vault is closed changes nothing', async () => {
    await made();
    const unlocked = await unlockVault(place, PASSWORD, accountId);
    if (unlocked.kind !== 'opened') throw new Error(unlocked.kind);
    const adopting = unlocked.vault.adoptPassword('New-Password-2');
    unlocked.vault.close();
    await adopting;
    expect(await outboxAfter(PASSWORD)).toBe(1);
  });

  test('[VA14] the wrap before serves where the new one cannot be read', async () => {
    await made();
    renameSync(place.files.wrap, `${place.files.wrap}.previous`);
    writeFileSync(place.files.wrap, '{"version":1,"own');
    expect(await outboxAfter()).toBe(1);
  });

  test('[security 2] in memory it keeps nothing on the disk', () => {
    const vault = memoryVault();
    vault.store.save(inPlace(anOperation('submit'), vault.store), null);
    expect(vault.store.kept).toBe(false);
    expect(readdirSync(folder.path)).toEqual([]);
    vault.close();
  });
});

describe('[VA16] recovery', () => {
  const recoveryKey = randomBytes(32);
  const kept = async () => {
    const vault = await createVault(place, PASSWORD, accountId);
    vault.store.save(inPlace(anOperation('submit'), vault.store), null);
    vault.keepRecovery(recoveryKey);
    vault.close();
  };
  const recovered = async (password: string, key = recoveryKey, id = accountId) => {
    const vault = await recoverVault(place, key, password, id);
    const found = vault?.store.listOutbox().length;
    vault?.close();
    return found;
  };

  test('opens what the password does not, and from then on the new password does', async () => {
    await kept();
    expect(await outboxAfter('New-Password-2')).toBe('wrongPassword');
    expect(await recovered('New-Password-2')).toBe(1);
    expect(await outboxAfter('New-Password-2')).toBe(1);
    expect(await outboxAfter(PASSWORD)).toBe('wrongPassword');
    // Again and again: the second wrap stays.
    expect(await recovered('New-Password-3')).toBe(1);
    expect(await outboxAfter('New-Password-3')).toBe(1);
  });

  test('is written once for one key, and anew for another', async () => {
    await kept();
    const text = () => readFileSync(place.files.recovery, 'utf8');
    const before = text();
    const unlocked = await unlockVault(place, PASSWORD, accountId);
    if (unlocked.kind !== 'opened') throw new Error(unlocked.kind);
    unlocked.vault.keepRecovery(recoveryKey);
    expect(text()).toBe(before);
    const other = randomBytes(32);
    unlocked.vault.keepRecovery(other);
    expect(text()).not.toBe(before);
    unlocked.vault.close();
    unlocked.vault.keepRecovery(recoveryKey);
    expect(await recovered('New-Password-2')).toBeUndefined();
    expect(await recovered('New-Password-2', other)).toBe(1);
  });

  test.each<[string, () => void]>([
    ['there is none', () => rmSync(place.files.recovery)],
    ['it is cut off', () => writeFileSync(place.files.recovery, '{"version":1,"use"')],
    ['it is empty', () => writeFileSync(place.files.recovery, '')],
  ])('where %s nothing opens and no file changes', async (_, spoil) => {
    await kept();
    spoil();
    const before = readFileSync(place.files.wrap, 'utf8');
    expect(await recovered('New-Password-2')).toBeUndefined();
    expect(readFileSync(place.files.wrap, 'utf8')).toBe(before);
    expect(await outboxAfter()).toBe(1);
  });

  test('[security 1] opens for the right account, central and computer alone', async () => {
    await kept();
    expect(await recovered('New-Password-2', randomBytes(32))).toBeUndefined();
    expect(await recovered('New-Password-2', recoveryKey, nextId())).toBeUndefined();
    place = { ...place, deviceKey: randomBytes(32) };
    expect(await recovered('New-Password-2')).toBeUndefined();
    place = { ...place, deviceKey };
    expect(await outboxAfter()).toBe(1);
  });

  test('a second wrap of another vault of the account is of no use, and spoils nothing', async () => {
    await kept();
    const strange = readFileSync(place.files.recovery, 'utf8');
    for (const path of [place.files.wrap, place.files.database]) rmSync(path);
    await made();
    writeFileSync(place.files.recovery, strange);
    expect(await recovered('New-Password-2')).toBeUndefined();
    expect(await outboxAfter()).toBe(1);
  });

  test('a damaged database is told, and its wraps stay', async () => {
    await kept();
    const wrap = readFileSync(place.files.wrap, 'utf8');
    writeFileSync(place.files.database, '');
    await expect(recovered('New-Password-2')).rejects.toThrow(VaultFault);
    expect(readFileSync(place.files.wrap, 'utf8')).toBe(wrap);
    expect(existsSync(place.files.recovery)).toBe(true);
  });

  test('a vault that is made begins without the second wrap of an older one', async () => {
    await kept();
    for (const path of [place.files.wrap, place.files.database]) rmSync(path);
    await made();
    expect(existsSync(place.files.recovery)).toBe(false);
  });

  test('[VA14] killed between two steps of it, at any moment, one password opens or recovery does', async () => {
    await kept();
    const said = join(folder.path, 'said.txt');
    const script = join(import.meta.dirname, '../../../helpers/kill-recovery-child.ts');
    const [device, central] = [deviceKey, recoveryKey].map((key) => key.toString('base64'));
    let done = 0;
    for (const more of [1, 3, 9, 20]) {
      const args = [script, folder.path, device ?? '', central ?? '', accountId, said, String(done)];
      done = (await killedAfter(args, said, done + more)).length;
      const opens = await Promise.all(
        [done - 1, done, done + 1].map(async (n) => outboxAfter(`New-Password-${n}`)),
      );
      expect(opens).toContain(1);
      expect(await recovered(`New-Password-${done}`)).toBe(1);
    }
  });
});

describe('[VA2] [security 7.42] each trouble has its name, and no file is lost', () => {
  test.each<[string, () => void, object]>([
    ['the database is gone', () => rmSync(place.files.database), { code: 'VAULT_DAMAGED' }],
    ['the database is empty', () => writeFileSync(place.files.database, ''), { code: 'VAULT_DAMAGED' }],
    [
      'the database is cut off',
      () => writeFileSync(place.files.database, readFileSync(place.files.database).subarray(0, 4096)),
      { code: 'VAULT_DAMAGED' },
    ],
    [
      'the key is gone',
      () => rmSync(place.files.wrap),
      { code: 'VAULT_LOCKED', detail: { reason: 'keyMissing' } },
    ],
  ])('%s', async (_, spoil, failure) => {
    await made();
    spoil();
    const names = readdirSync(folder.path);
    expect(await stateOf()).toEqual(failure);
    expect(readdirSync(folder.path)).toEqual(expect.arrayContaining(names));
  });

  test('swapped with the vault of a colleague', async () => {
    await made();
    const files = vaultFiles(folder.path, deviceKey, 'https://central.example', 'lin');
    const other = await createVault({ ...place, files }, 'Another-1', nextId());
    other.close();
    writeFileSync(place.files.database, readFileSync(files.database));
    expect(await stateOf()).toEqual({ code: 'VAULT_DAMAGED' });
  });
});

describe('[VA15] making a vault', () => {
  test('that was cut off before its key was written leaves no vault, and is begun anew', async () => {
    await made();
    rmSync(place.files.wrap);
    renameSync(place.files.database, place.files.fresh);
    expect(await outboxAfter()).toBe('absent');
    await made();
    expect(await outboxAfter()).toBe(1);
  });

  test('that was cut off before its last step is finished at the next unlock', async () => {
    await made();
    renameSync(place.files.database, place.files.fresh);
    expect(await outboxAfter()).toBe(1);
    expect(existsSync(place.files.fresh)).toBe(false);
  });

  test('the vault of another account with the same name is set aside whole', async () => {
    await made();
    const size = statSync(place.files.database).size;
    setAside(place.files, 1);
    expect(hasVault(place.files)).toBe(false);
    const aside = readdirSync(folder.path).filter((name) => name.startsWith('aside-1-'));
    expect(aside.map((name) => statSync(join(folder.path, name)).size)).toContain(size);
    expect(aside).toHaveLength(2);
  });

  test('[security 4] file names say nothing of the account, and differ by account, central and computer', () => {
    const name = (url: string, account: string, key = deviceKey) =>
      vaultFiles('', key, url, account).database;
    const all = [
      name('https://a', 'chen'),
      name('https://b', 'chen'),
      name('https://a', 'lin'),
      name('https://a', 'chen', randomBytes(32)),
    ];
    expect(new Set(all).size).toBe(4);
    expect(all.join()).not.toMatch(/chen|lin/);
    expect(name('https://a', ' ＣＨＥＮ ')).toBe(all[0]);
  });
});

/** Runs the saving child for a while, kills it, and gives what it had called saved. */
const killedWhileSaving = (path: string, key: Buffer, said: string, saves: number): Promise<string[]> =>
  killedAfter(
    [join(import.meta.dirname, '../../../helpers/kill-child.ts'), path, key.toString('base64'), said],
    said,
    saves,
  );

/** Runs a child until it has said so much, kills it, and gives what it had said by then. */
async function killedAfter(args: readonly string[], said: string, saves: number): Promise<string[]> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const ended = once(child, 'exit');
  const lines = () => (existsSync(said) ? readFileSync(said, 'utf8').split('\n').filter(Boolean) : []);
  while (child.exitCode === null && lines().length < saves) await sleep(1);
  child.kill('SIGKILL');
  await ended;
  return lines();
}

test('[VA4] [I2] a process that is killed at any moment has lost nothing that it called saved', async () => {
  const key = randomBytes(32);
  const path = join(folder.path, 'kill.vault');
  const said = join(folder.path, 'said.txt');
  let saved: string[] = [];
  for (const more of [1, 7, 23, 50]) {
    saved = await killedWhileSaving(path, key, said, saved.length + more);
    const store = createStore(openSqliteTables(path, key, { check: true }));
    const rows = store.listOutbox();
    const kept = rows.map(({ operation }) => operation.opId);
    expect(kept).toEqual(expect.arrayContaining(saved));
    // The one under way at the kill is there whole or not at all.
    expect(kept.length - saved.length).toBeLessThanOrEqual(saved.length === 0 ? 1 : 4);
    for (const { operation } of rows) expect(store.findCase(operation.caseId)?.state).toBe('FILED');
    const drafts = new Set(store.listDrafts().map(({ caseId }) => caseId));
    expect(rows.filter(({ operation }) => drafts.has(operation.caseId))).toEqual([]);
    expect(rows.map(({ operation }) => operation.deviceSeq)).toEqual(rows.map((_, index) => index + 1));
    store.close();
  }
});
