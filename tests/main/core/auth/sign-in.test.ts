import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nextId } from '../../../helpers/case-builders.ts';
import { settle, until } from '../../../helpers/clock.ts';
import {
  aDesk,
  aFiling,
  failed,
  getFailure,
  getValue,
  signIn,
  type TestCore,
  type TestDesk,
} from '../../../helpers/core.ts';

let desk: TestDesk;
beforeEach(() => {
  desk = aDesk();
});
afterEach(() => desk.remove());

const session = async (core: TestCore) => getValue(await core.ask('session.get', {}));

describe('a password that was forgotten, or changed elsewhere', () => {
  /** Something unsent lies in the vault, and central has another password now. */
  const changed = async (): Promise<string> => {
    const first = await desk.online();
    desk.service.wire = (call) => (call === 'operation.submit' ? 'offline' : undefined);
    getValue(await first.ask('case.file', aFiling()));
    await first.close();
    desk.service.wire = () => undefined;
    const old = desk.service.password;
    desk.service.password = 'New-Password-2';
    return old;
  };
  const withoutRecovery = () => {
    for (const name of readdirSync(desk.start.vaultDir))
      if (name.endsWith('.recovery')) rmSync(join(desk.start.vaultDir, name));
  };

  test('[VA16] [security 2] is taken after an online check: what waited is there and goes, the old one is void', async () => {
    const old = await changed();
    const core = await desk.boot();
    expect(getValue(await signIn(core, desk.service))).toMatchObject({ state: 'signedIn', offline: false });
    await until(() => desk.service.log.length === 1);
    await core.ask('session.signOut', {});
    expect(getFailure(await signIn(core, desk.service, { offline: true, password: old })).code).toBe(
      'WRONG_CREDENTIALS',
    );
    expect((await signIn(core, desk.service, { offline: true })).ok).toBe(true);
    expect(readdirSync(desk.start.vaultDir).filter((name) => name.endsWith('.vault'))).toHaveLength(1);
    expect(desk.notes).toEqual([]);
  });

  test('[VA16] another key of central than the vault was kept for opens nothing and spoils nothing', async () => {
    const old = await changed();
    const key = desk.service.recoveryKey;
    desk.service.recoveryKey = randomBytes(32).toString('base64');
    const core = await desk.boot();
    expect(await signIn(core, desk.service)).toEqual(failed('VAULT_LOCKED', 'passwordChanged'));
    expect((await signIn(core, desk.service, { offline: true, password: old })).ok).toBe(true);
    await core.ask('session.signOut', {});
    desk.service.recoveryKey = key;
    expect((await signIn(core, desk.service)).ok).toBe(true);
  });

  test('without a recovery wrap leaves the vault locked and whole; from the old one the new one is adopted', async () => {
    const old = await changed();
    withoutRecovery();
    const core = await desk.boot();
    expect(await signIn(core, desk.service)).toEqual(failed('VAULT_LOCKED', 'passwordChanged'));
    expect((await session(core)).state).toBe('signedOut');

    getValue(await signIn(core, desk.service, { offline: true, password: old }));
    expect(getValue(await signIn(core, desk.service))).toMatchObject({ offline: false });
    await until(() => desk.service.log.length === 1);
    await core.ask('session.signOut', {});
    expect(getFailure(await signIn(core, desk.service, { offline: true, password: old })).code).toBe(
      'WRONG_CREDENTIALS',
    );
    expect((await signIn(core, desk.service, { offline: true })).ok).toBe(true);
  });

  test('[VA16] wrong passwords that locked the vault do not keep its owner out after it', async () => {
    await changed();
    desk.service.wire = () => 'offline';
    const core = await desk.boot();
    for (let n = 0; n < 5; n += 1) await signIn(core, desk.service, { offline: true });
    desk.service.wire = () => undefined;
    expect((await signIn(core, desk.service)).ok).toBe(true);
    await core.ask('session.signOut', {});
    expect((await signIn(core, desk.service, { offline: true })).ok).toBe(true);
  });

  test('[VA16] a wrap that was lost from the disk is made again', async () => {
    await changed();
    for (const name of readdirSync(desk.start.vaultDir))
      if (/\.key(\.previous)?$/.test(name)) rmSync(join(desk.start.vaultDir, name));
    const core = await desk.boot();
    expect(await signIn(core, desk.service, { offline: true })).toEqual(failed('VAULT_LOCKED', 'keyMissing'));
    getValue(await signIn(core, desk.service));
    await until(() => desk.service.log.length === 1);
  });

  test('[security 1] a colleague at the same computer is not let in by it', async () => {
    const core = await desk.online();
    await core.ask('session.signOut', {});
    // The same name, but another person of central’s books.
    desk.service.account = { ...desk.service.account, accountId: nextId() };
    desk.service.password = 'Another-Person-3';
    getValue(await signIn(core, desk.service));
    expect(getValue(await core.ask('draft.list', {})).drafts).toEqual([]);
    expect(readdirSync(desk.start.vaultDir).filter((name) => /^aside-.*\.recovery$/.test(name))).toHaveLength(
      1,
    );
  });
});

describe('[domain 1.4.9] an account whose 帳號 was changed by 管理者', () => {
  const rename = (account: string) => {
    desk.service.account = { ...desk.service.account, account };
  };
  const vaults = () => readdirSync(desk.start.vaultDir).filter((name) => name.endsWith('.vault'));

  test('finds its vault again, as often as it happens, and unlocks it by the new name', async () => {
    const core = await desk.online();
    desk.service.wire = (call) => (call === 'operation.submit' ? 'offline' : undefined);
    getValue(await core.ask('case.file', aFiling()));
    for (const name of ['second', 'third']) {
      await core.ask('session.signOut', {});
      rename(name);
      getValue(await signIn(core, desk.service));
      expect(getValue(await core.ask('outbox.list', {})).items).toHaveLength(1);
      await core.ask('session.signOut', {});
      expect(getValue(await signIn(core, desk.service, { offline: true })).account?.account).toBe(name);
    }
    expect(vaults()).toHaveLength(1);
    desk.service.wire = () => undefined;
    getValue(await signIn(core, desk.service));
    await until(() => desk.service.log.length === 1);
  });

  test('and whose password was set anew as well', async () => {
    const core = await desk.online();
    desk.service.wire = (call) => (call === 'operation.submit' ? 'offline' : undefined);
    getValue(await core.ask('case.file', aFiling()));
    await core.ask('session.signOut', {});
    rename('second');
    desk.service.password = 'New-Password-2';
    desk.service.wire = () => undefined;
    getValue(await signIn(core, desk.service));
    await until(() => desk.service.log.length === 1);
    expect(vaults()).toHaveLength(1);
  });

  test('[security 1] a vault of the same account at another central is not taken for it', async () => {
    const core = await desk.online();
    desk.service.wire = (call) => (call === 'operation.submit' ? 'offline' : undefined);
    getValue(await core.ask('case.file', aFiling()));
    await core.close();
    const { vaultDir, deviceKey } = desk.start;
    const elsewhere = aDesk({
      account: { ...desk.service.account, account: 'second' },
      start: { vaultDir, deviceKey, policyCentralUrl: 'http://127.0.0.1:4001' },
    });
    const there = await elsewhere.boot();
    getValue(await signIn(there, elsewhere.service));
    await settle();
    expect(getValue(await there.ask('outbox.list', {})).items).toEqual([]);
    expect(elsewhere.service.log).toEqual([]);
    expect(vaults()).toHaveLength(2);
    await elsewhere.remove();
  });
});
