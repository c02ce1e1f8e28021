import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from './durable-file.ts';

/** What the operating system's key store can do; Electron's safeStorage, or a test's. */
export interface KeyStore {
  /** False where keys would lie on the disk readable (Linux `basic_text`) or there is no store. */
  isAvailable(): Promise<boolean>;
  encrypt(text: string): Promise<Buffer>;
  /** `stale` when the store wants it encrypted anew with its present key. */
  decrypt(bytes: Buffer): Promise<{ text: string; stale: boolean }>;
}

/** The device key (DK, security §2) in base64, or why there is none. */
export type DeviceKey =
  | { readonly key: string }
  | { readonly key: null; readonly reason: 'no key store' | 'unreadable' | 'not writable' };

const KEY_BYTES = 32;

/**
 * Reads this installation's device key, making it at the first start. A file that cannot be decrypted
 * is kept as it is, never overwritten: the key store may come back, and without it the vault is lost.
 */
export async function getDeviceKey(folder: string, store: KeyStore): Promise<DeviceKey> {
  const path = join(folder, 'device-key.bin');
  const available = await store.isAvailable().catch(() => false);
  if (!available) return { key: null, reason: 'no key store' };

  const present = await readIfThere(path);
  if (present === 'unreadable') return { key: null, reason: 'unreadable' };
  return present ? openKey(path, present, store) : makeKey(path, store);
}

async function readIfThere(path: string): Promise<Buffer | 'unreadable' | undefined> {
  try {
    return await readFile(path);
  } catch (fault) {
    const missing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
    return missing ? undefined : 'unreadable';
  }
}

async function openKey(path: string, bytes: Buffer, store: KeyStore): Promise<DeviceKey> {
  const opened = await store.decrypt(bytes).catch(() => undefined);
  if (!opened || Buffer.from(opened.text, 'base64').length !== KEY_BYTES) {
    return { key: null, reason: 'unreadable' };
  }
  if (opened.stale) await saveKey(path, opened.text, store).catch(() => undefined);
  return { key: opened.text };
}

async function makeKey(path: string, store: KeyStore): Promise<DeviceKey> {
  const key = randomBytes(KEY_BYTES).toString('base64');
  try {
    await saveKey(path, key, store);
    return { key };
  } catch {
    return { key: null, reason: 'not writable' };
  }
}

async function saveKey(path: string, key: string, store: KeyStore): Promise<void> {
  await writeDurably(path, await store.encrypt(key));
}
