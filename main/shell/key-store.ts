import { safeStorage } from 'electron';
import type { KeyStore } from './device-key.ts';

/** Electron's safeStorage: its asynchronous calls where this Electron has them, else the older ones. */
export function osKeyStore(): KeyStore {
  return 'encryptStringAsync' in safeStorage ? modern : older;
}

/** On Linux without a keyring Chromium would "encrypt" with a fixed password [security 2]. */
function isPlain(): boolean {
  if (process.platform !== 'linux' || !('getSelectedStorageBackend' in safeStorage)) return false;
  return ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}

const modern: KeyStore = {
  isAvailable: async () => !isPlain() && (await safeStorage.isAsyncEncryptionAvailable()),
  encrypt: (text) => safeStorage.encryptStringAsync(text),
  decrypt: async (bytes) => {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(bytes);
    return { text: result, stale: shouldReEncrypt };
  },
};

const older: KeyStore = {
  isAvailable: async () => safeStorage.isEncryptionAvailable() && !isPlain(),
  encrypt: async (text) => safeStorage.encryptString(text),
  decrypt: async (bytes) => ({ text: safeStorage.decryptString(bytes), stale: false }),
};
