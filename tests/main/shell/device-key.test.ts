import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { getDeviceKey, type KeyStore } from '../../../main/shell/device-key.ts';

/** A key store of the operating system as far as it matters here: it seals, and opens what it sealed. */
function aKeyStore(secret: string, changes: Partial<KeyStore> = {}): KeyStore {
  return {
    isAvailable: async () => true,
    encrypt: async (text) => Buffer.from(`${secret}:${Buffer.from(text).toString('hex')}`),
    decrypt: async (bytes) => {
      const [by, hex] = bytes.toString().split(':');
      if (by !== secret || hex === undefined) throw new Error('cannot decrypt');
      return { text: Buffer.from(hex, 'hex').toString(), stale: false };
    },
    ...changes,
  };
}

describe('[security 2] the device key', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xuelu-key-'));
    file = join(folder, 'device-key.bin');
  });

  it('is 32 random bytes, made once and sealed by the key store', async () => {
    const store = aKeyStore('a');
    const first = await getDeviceKey(folder, store);
    expect(Buffer.from(first.key ?? '', 'base64')).toHaveLength(32);
    expect(await getDeviceKey(folder, store)).toEqual(first);
    expect(await readFile(file, 'utf8')).not.toContain(first.key);
    expect(await readdir(folder)).toEqual(['device-key.bin']);
  });

  it('does not exist without a key store, and nothing is written', async () => {
    const none = aKeyStore('a', { isAvailable: async () => false });
    expect(await getDeviceKey(folder, none)).toEqual({ key: null, reason: 'no key store' });
    const broken = aKeyStore('a', { isAvailable: () => Promise.reject(new Error('no bus')) });
    expect(await getDeviceKey(folder, broken)).toEqual({ key: null, reason: 'no key store' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is kept as it is while the key store is gone for a time', async () => {
    const { key } = await getDeviceKey(folder, aKeyStore('a'));
    await getDeviceKey(folder, aKeyStore('a', { isAvailable: async () => false }));
    expect(await getDeviceKey(folder, aKeyStore('a'))).toEqual({ key });
  });

  it.each([
    ['sealed by another key store', async () => Buffer.from('b:00')],
    ['empty', async () => Buffer.alloc(0)],
    ['damaged', async () => Buffer.from([0, 1, 2])],
    ['of the wrong length', () => aKeyStore('a').encrypt(Buffer.alloc(16).toString('base64'))],
  ])('is never overwritten when the file is %s', async (_what, make) => {
    const bytes = await make();
    await writeFile(file, bytes);
    expect(await getDeviceKey(folder, aKeyStore('a'))).toEqual({ key: null, reason: 'unreadable' });
    expect(await readFile(file)).toEqual(bytes);
  });

  it('is not taken for missing when the file cannot be read', async () => {
    await mkdir(file);
    expect(await getDeviceKey(folder, aKeyStore('a'))).toEqual({ key: null, reason: 'unreadable' });
  });

  it('is sealed anew when the key store has a newer key', async () => {
    const { key } = await getDeviceKey(folder, aKeyStore('a'));
    const rotating = aKeyStore('a', {
      encrypt: aKeyStore('b').encrypt,
      decrypt: async (bytes) => ({ ...(await aKeyStore('a').decrypt(bytes)), stale: true }),
    });
    expect(await getDeviceKey(folder, rotating)).toEqual({ key });
    expect(await getDeviceKey(folder, aKeyStore('b'))).toEqual({ key });
  });

  it('is not given out when it could not be kept', async () => {
    const missing = join(folder, 'missing');
    expect(await getDeviceKey(missing, aKeyStore('a'))).toEqual({ key: null, reason: 'not writable' });
  });
});
