import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import { canonicalJson } from '../../../shared/domain/canonical/canonical-json.ts';

/** Argon2id, with memory in KiB. */
export const KdfParameters = z.strictObject({
  memory: z.number().int().positive(),
  passes: z.number().int().positive(),
  lanes: z.number().int().positive(),
});
export type KdfParameters = z.infer<typeof KdfParameters>;

/** What the product uses, and the least it accepts (security §2); calibration to 0.5 s comes later. */
export const KDF_FLOOR: KdfParameters = { memory: 64 * 1024, passes: 3, lanes: 4 };

const base64 = z.base64();

/** Whose vault it is and where it was made; authenticated with the wrap. The device key binds it to the computer. */
const Owner = z.strictObject({ vaultId: z.uuid(), accountId: z.uuid(), deviceId: z.string() });
type Owner = z.infer<typeof Owner>;

/** The wrapped vault key as it lies beside the vault. Everything but the ciphertext is authenticated. */
export const KeyWrap = z.strictObject({
  version: z.literal(1),
  owner: Owner,
  kdf: KdfParameters,
  salt: base64,
  nonce: base64,
  wrapped: base64,
  tag: base64,
});
export type KeyWrap = z.infer<typeof KeyWrap>;

const KEY_BYTES = 32;
const CIPHER = 'aes-256-gcm';

type Header = Pick<KeyWrap, 'version' | 'owner' | 'kdf' | 'salt'>;

const authenticated = ({ version, owner, kdf, salt }: Header): Buffer =>
  Buffer.from(canonicalJson({ version, owner, kdf, salt }));

const derive = (key: Buffer, salt: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.from(salt), Buffer.from(purpose), KEY_BYTES));

/** password → PK (Argon2id, off the main thread) → KEK = HKDF(PK ‖ DK, salt = vaultId). */
async function wrappingKey(header: Header, password: string, deviceKey: Buffer): Promise<Buffer> {
  const { memory, passes, lanes } = header.kdf;
  // The package's default variant is Argon2id; its constant cannot be named under isolated modules.
  const derived = await hashRaw(password.normalize('NFC'), {
    memoryCost: memory,
    timeCost: passes,
    parallelism: lanes,
    outputLen: KEY_BYTES,
    salt: Buffer.from(header.salt, 'base64'),
  });
  const both = Buffer.concat([derived, deviceKey]);
  const key = derive(both, header.owner.vaultId, 'kek/v1');
  derived.fill(0);
  both.fill(0);
  return key;
}

/**
 * VK once more, wrapped so that central's word opens it instead of the password: for a password that
 * was forgotten or set anew (security §2). Central alone gives the recovery key, after a sign-in, and it
 * opens nothing without the device key.
 */
export const RecoveryWrap = z.strictObject({
  version: z.literal(1),
  use: z.literal('recovery'),
  owner: Owner,
  nonce: base64,
  wrapped: base64,
  tag: base64,
});
export type RecoveryWrap = z.infer<typeof RecoveryWrap>;

/** Recovery key → KEK2 = HKDF(recovery key ‖ DK, salt = vaultId); both keys have 32 bytes. */
function recoveringKey(owner: Owner, recoveryKey: Buffer, deviceKey: Buffer): Buffer {
  const both = Buffer.concat([recoveryKey, deviceKey]);
  const key = derive(both, owner.vaultId, 'recovery/v1');
  both.fill(0);
  return key;
}

export const newVaultKey = (): Buffer => randomBytes(KEY_BYTES);

/** Wraps VK under the password and the device key. */
export async function wrapKey(
  vaultKey: Buffer,
  owner: Owner,
  password: string,
  deviceKey: Buffer,
  kdf: KdfParameters,
): Promise<KeyWrap> {
  const header: Header = { version: 1, owner, kdf, salt: randomBytes(16).toString('base64') };
  const kek = await wrappingKey(header, password, deviceKey);
  return { ...header, ...seal(vaultKey, kek, authenticated(header)) };
}

/** Wraps VK under the recovery key of central and the device key. */
export function wrapForRecovery(
  vaultKey: Buffer,
  owner: Owner,
  recoveryKey: Buffer,
  deviceKey: Buffer,
): RecoveryWrap {
  const header = { version: 1, use: 'recovery', owner } as const;
  const kek = recoveringKey(owner, recoveryKey, deviceKey);
  return { ...header, ...seal(vaultKey, kek, Buffer.from(canonicalJson(header))) };
}

const weaker = (kdf: KdfParameters, floor: KdfParameters): boolean =>
  kdf.memory < floor.memory || kdf.passes < floor.passes || kdf.lanes < floor.lanes;

/**
 * The vault key; undefined for a wrong password, another device key, or a wrap that was changed:
 * these cannot be told apart. Parameters below the floor are refused without trying.
 */
export async function findVaultKey(
  wrap: KeyWrap,
  password: string,
  deviceKey: Buffer,
  floor: KdfParameters,
): Promise<Buffer | undefined> {
  if (weaker(wrap.kdf, floor)) return undefined;
  return findSealed(wrap, await wrappingKey(wrap, password, deviceKey), authenticated(wrap));
}

/** The vault key; undefined for another recovery key, another device key, or a wrap that was changed. */
export function findRecoveredKey(
  wrap: RecoveryWrap,
  recoveryKey: Buffer,
  deviceKey: Buffer,
): Buffer | undefined {
  const { version, use, owner } = wrap;
  const kek = recoveringKey(owner, recoveryKey, deviceKey);
  return findSealed(wrap, kek, Buffer.from(canonicalJson({ version, use, owner })));
}

type Sealed = Pick<KeyWrap, 'nonce' | 'wrapped' | 'tag'>;

/** Both ways wipe the key that they were given. */
function seal(vaultKey: Buffer, kek: Buffer, header: Buffer): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, kek, nonce).setAAD(header);
  const wrapped = Buffer.concat([cipher.update(vaultKey), cipher.final()]);
  kek.fill(0);
  return {
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

function findSealed(sealed: Sealed, kek: Buffer, header: Buffer): Buffer | undefined {
  try {
    const nonce = Buffer.from(sealed.nonce, 'base64');
    const decipher = createDecipheriv(CIPHER, kek, nonce, { authTagLength: 16 })
      .setAAD(header)
      .setAuthTag(Buffer.from(sealed.tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(sealed.wrapped, 'base64')), decipher.final()]);
  } catch {
    return undefined;
  } finally {
    kek.fill(0);
  }
}

/** DBK = HKDF(VK, "db/v1"): the raw key of the database. AK and MK will come from VK likewise. */
export const databaseKey = (vaultKey: Buffer): Buffer => derive(vaultKey, '', 'db/v1');
