import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  databaseKey,
  findRecoveredKey,
  findVaultKey,
  KDF_FLOOR,
  newVaultKey,
  wrapForRecovery,
  wrapKey,
  type KeyWrap,
  type RecoveryWrap,
} from '../../../../main/core/vault/key.ts';
import { nextId } from '../../../helpers/case-builders.ts';
import { CHEAP_KDF } from '../../../helpers/core.ts';

const deviceKey = randomBytes(32);
const owner = { vaultId: nextId(), accountId: nextId(), deviceId: 'device' };
const PASSWORD = 'Correct-Horse-1';

const wrapped = async (vaultKey = newVaultKey()) => ({
  vaultKey,
  wrap: await wrapKey(vaultKey, owner, PASSWORD, deviceKey, CHEAP_KDF),
});

describe('[VA13] the vault key', () => {
  test('comes out with the right password and device key', async () => {
    const { vaultKey, wrap } = await wrapped();
    expect(await findVaultKey(wrap, PASSWORD, deviceKey, CHEAP_KDF)).toEqual(vaultKey);
  });

  test('a password is the same however its accents were typed', async () => {
    const vaultKey = newVaultKey();
    const wrap = await wrapKey(vaultKey, owner, 'cafe\u0301-1A', deviceKey, CHEAP_KDF);
    expect(await findVaultKey(wrap, 'caf\u00e9-1A', deviceKey, CHEAP_KDF)).toEqual(vaultKey);
  });

  test('[security 1] does not come out with another password or another device key', async () => {
    const { wrap } = await wrapped();
    expect(await findVaultKey(wrap, 'correct-horse-1', deviceKey, CHEAP_KDF)).toBeUndefined();
    expect(await findVaultKey(wrap, PASSWORD, randomBytes(32), CHEAP_KDF)).toBeUndefined();
  });

  test.each<[string, (wrap: KeyWrap) => KeyWrap]>([
    ['another account', (wrap) => ({ ...wrap, owner: { ...wrap.owner, accountId: nextId() } })],
    ['another vault', (wrap) => ({ ...wrap, owner: { ...wrap.owner, vaultId: nextId() } })],
    ['another device', (wrap) => ({ ...wrap, owner: { ...wrap.owner, deviceId: 'x' } })],
    ['other parameters', (wrap) => ({ ...wrap, kdf: { ...wrap.kdf, passes: 2 } })],
    ['another salt', (wrap) => ({ ...wrap, salt: randomBytes(16).toString('base64') })],
    ['another nonce', (wrap) => ({ ...wrap, nonce: randomBytes(12).toString('base64') })],
    ['another key inside', (wrap) => ({ ...wrap, wrapped: randomBytes(32).toString('base64') })],
    ['a shorter tag', (wrap) => ({ ...wrap, tag: wrap.tag.slice(0, 8) })],
  ])('does not come out of a wrap with %s', async (_, alter) => {
    const { wrap } = await wrapped();
    expect(await findVaultKey(alter(wrap), PASSWORD, deviceKey, CHEAP_KDF)).toBeUndefined();
  });

  test('parameters below the floor are refused, each of them', async () => {
    const { wrap } = await wrapped();
    for (const name of ['memory', 'passes', 'lanes'] as const) {
      const floor = { ...CHEAP_KDF, [name]: CHEAP_KDF[name] + 1 };
      expect(await findVaultKey(wrap, PASSWORD, deviceKey, floor)).toBeUndefined();
    }
  });

  test('[security 2] the product uses 64 MiB, three passes, four lanes', () => {
    expect(KDF_FLOOR).toEqual({ memory: 65_536, passes: 3, lanes: 4 });
  });

  test('each wrap is another one, and the key of the database is not the vault key', async () => {
    const { vaultKey, wrap } = await wrapped();
    const again = await wrapKey(vaultKey, owner, PASSWORD, deviceKey, CHEAP_KDF);
    expect(again.wrapped).not.toBe(wrap.wrapped);
    expect(databaseKey(vaultKey)).toHaveLength(32);
    expect(databaseKey(vaultKey).equals(vaultKey)).toBe(false);
    expect(databaseKey(vaultKey).equals(databaseKey(newVaultKey()))).toBe(false);
  });
});

describe('[VA16] the vault key by recovery', () => {
  const recoveryKey = randomBytes(32);
  const vaultKey = newVaultKey();
  const wrap = wrapForRecovery(vaultKey, owner, recoveryKey, deviceKey);

  test('comes out with the right key of central and the right device key, and with no other', () => {
    expect(findRecoveredKey(wrap, recoveryKey, deviceKey)).toEqual(vaultKey);
    expect(findRecoveredKey(wrap, randomBytes(32), deviceKey)).toBeUndefined();
    expect(findRecoveredKey(wrap, recoveryKey, randomBytes(32))).toBeUndefined();
    expect(findRecoveredKey(wrap, deviceKey, recoveryKey)).toBeUndefined();
  });

  test.each<[string, Partial<RecoveryWrap>]>([
    ['another account', { owner: { ...owner, accountId: nextId() } }],
    ['another vault', { owner: { ...owner, vaultId: nextId() } }],
    ['another device', { owner: { ...owner, deviceId: 'x' } }],
    ['another nonce', { nonce: randomBytes(12).toString('base64') }],
    ['another key inside', { wrapped: randomBytes(32).toString('base64') }],
    ['a shorter tag', { tag: wrap.tag.slice(0, 8) }],
  ])('does not come out of a wrap with %s', (_, over) => {
    expect(findRecoveredKey({ ...wrap, ...over }, recoveryKey, deviceKey)).toBeUndefined();
  });

  test('is not what the wrap of the password says, and each wrap is another one', () => {
    const again = wrapForRecovery(vaultKey, owner, recoveryKey, deviceKey);
    expect(again.wrapped).not.toBe(wrap.wrapped);
    expect(JSON.stringify(wrap)).not.toContain(vaultKey.toString('base64'));
  });
});
