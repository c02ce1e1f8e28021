import type { StartMessage } from '../../../shared/contract/start.ts';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { fail, ok, type Result } from '../../../shared/failure.ts';
import { plain } from '../api/call-result.ts';
import { createCentralClient } from '../api/central-client.ts';
import type { CoreParts } from '../parts.ts';
import {
  createVault,
  findOwner,
  hasVault,
  memoryVault,
  recoverVault,
  unlockVault,
  type Unlocked,
  type Vault,
  type VaultPlace,
} from '../vault/vault.ts';
import {
  followAlias,
  leadTo,
  listVaults,
  setAside,
  vaultFiles,
  type VaultFiles,
} from '../vault/vault-files.ts';
import { VaultFault } from '../vault/driver.ts';
import { checkLease } from './lease.ts';
import { beginAttempt, clearAttempts } from './lockout.ts';
import type { Online } from './session.ts';

export interface Credentials {
  readonly account: string;
  readonly password: string;
}
export interface Captcha {
  readonly captchaId: string;
  readonly answer: string;
}

/** A first step that central has taken: its second one finishes it. */
export interface FirstStep {
  readonly who: Credentials;
  readonly desk: Desk;
  readonly challengeId: string;
}

/** This computer, as far as signing in concerns it. */
export interface Desk {
  readonly start: StartMessage;
  readonly parts: CoreParts;
  /** DK; null where the operating system keeps no keys. */
  readonly deviceKey: Buffer | null;
  readonly centralUrl: string;
}

export interface Opened {
  readonly vault: Vault;
  readonly account: SessionAccount;
}

/** 登入 with central: password and captcha are judged there alone. */
export async function askCentral(
  desk: Desk,
  { account, password }: Credentials,
  { captchaId, answer }: Captcha,
): Promise<Result<Online>> {
  const client = createCentralClient(desk.centralUrl, desk.parts.transport, () => desk.parts.now());
  const { deviceId, deviceName } = desk.start;
  return plain(
    await client.call('session.create', {
      account,
      password,
      captchaId,
      captchaAnswer: answer,
      deviceId,
      deviceName: [...deviceName].slice(0, 60).join(''),
    }),
  );
}

/** The second step: six digits, or a code of the list. WRONG_CODE leaves the first one standing. */
export const confirmAtCentral = async (
  { desk, challengeId }: FirstStep,
  code: string,
): Promise<Result<Online>> => {
  const client = createCentralClient(desk.centralUrl, desk.parts.transport, () => desk.parts.now());
  return plain(await client.call('session.confirm', { challengeId, code }));
};

const namedFiles = (desk: Desk, deviceKey: Buffer, account: string): VaultFiles =>
  vaultFiles(desk.start.vaultDir, deviceKey, desk.centralUrl, account);

const placeOf = (desk: Desk, deviceKey: Buffer, files: VaultFiles): VaultPlace => ({
  files,
  deviceKey,
  deviceId: desk.start.deviceId,
  parts: desk.parts,
});

/**
 * The vault of an account whose password central has just accepted. A vault that this password does
 * not open, because it was forgotten or set anew elsewhere, is opened by its recovery wrap and takes the
 * new one. Where that is not possible either it is kept as it is: VAULT_LOCKED {reason:
 * 'passwordChanged'}. Its old password still opens it without central, and signing in from there adopts
 * the new one.
 */
export async function openAccepted(
  desk: Desk,
  password: string,
  online: Pick<Online, 'account' | 'recoveryKey'>,
): Promise<Result<Opened>> {
  const { deviceKey, parts } = desk;
  const { account } = online;
  if (deviceKey === null) return ok({ vault: memoryVault(), account });
  const named = namedFiles(desk, deviceKey, account.account);
  const place = placeOf(desk, deviceKey, followAlias(named));
  const unlocked = await unlockOrRecover(place, password, online);
  switch (unlocked.kind) {
    case 'wrongPassword':
      return fail('VAULT_LOCKED', { reason: 'passwordChanged' });
    case 'otherAccount':
      setAside(place.files, parts.now());
      return ok({ vault: await createVault(place, password, account.accountId), account });
    case 'absent': {
      const earlier = await findEarlier(desk, deviceKey, password, online);
      if (earlier !== undefined) return ok({ vault: earlier, account });
      return ok({ vault: await createVault(place, password, account.accountId), account });
    }
    case 'opened':
      clearAttempts(place.files.guard);
      return ok({ vault: unlocked.vault, account });
    default:
      return unlocked satisfies never;
  }
}

/** By the password, or where it or its wrap does not serve, by recovery. */
async function unlockOrRecover(
  place: VaultPlace,
  password: string,
  { account, recoveryKey }: Pick<Online, 'account' | 'recoveryKey'>,
): Promise<Unlocked> {
  const recover = async (): Promise<Unlocked | undefined> => {
    const key = Buffer.from(recoveryKey, 'base64');
    const vault = await recoverVault(place, key, password, account.accountId);
    return vault === undefined ? undefined : { kind: 'opened', vault };
  };
  try {
    const unlocked = await unlockVault(place, password, account.accountId);
    return unlocked.kind === 'wrongPassword' ? ((await recover()) ?? unlocked) : unlocked;
  } catch (fault) {
    const recovered = isKeyMissing(fault) ? await recover() : undefined;
    if (recovered === undefined) throw fault;
    return recovered;
  }
}

/**
 * The vault that this account filled under the name it had before: 管理者 changed its 帳號. It counts only
 * when it says itself that its name was made of that name and this very central.
 */
async function findEarlier(
  desk: Desk,
  deviceKey: Buffer,
  password: string,
  online: Pick<Online, 'account' | 'recoveryKey'>,
): Promise<Vault | undefined> {
  const { accountId, account } = online.account;
  for (const files of listVaults(desk.start.vaultDir)) {
    if (findOwner(files)?.accountId !== accountId) continue;
    const unlocked = await unlockOrRecover(placeOf(desk, deviceKey, files), password, online);
    if (unlocked.kind !== 'opened') continue;
    const name = unlocked.vault.store.readMemory().account?.account;
    if (name !== undefined && isSame(followAlias(namedFiles(desk, deviceKey, name)), files)) {
      leadTo(namedFiles(desk, deviceKey, account), files);
      return unlocked.vault;
    }
    unlocked.vault.close();
  }
  return undefined;
}

const isSame = (a: VaultFiles, b: VaultFiles): boolean => a.database === b.database;

const isKeyMissing = (fault: unknown): boolean =>
  fault instanceof VaultFault && fault.failure.detail?.['reason'] === 'keyMissing';

/**
 * Unlocks without central. Failures: NO_KEY_STORE; OFFLINE_FIRST_SIGN_IN when this computer has no
 * vault of the account; WRONG_CREDENTIALS; LOCKED_OUT; VAULT_LOCKED with its reason.
 */
export async function unlockOffline(desk: Desk, { account, password }: Credentials): Promise<Result<Opened>> {
  const { deviceKey, parts } = desk;
  if (deviceKey === null) return fail('NO_KEY_STORE');
  const place = placeOf(desk, deviceKey, followAlias(namedFiles(desk, deviceKey, account)));
  const { guard } = place.files;
  if (!hasVault(place.files)) return fail('OFFLINE_FIRST_SIGN_IN');
  const attempt = beginAttempt(guard, parts.now());
  if (!attempt.ok) return attempt;
  const unlocked = await unlockVault(place, password, null).catch((fault: unknown) => {
    // A vault in trouble says nothing about the password.
    if (fault instanceof VaultFault) clearAttempts(guard);
    throw fault;
  });
  if (unlocked.kind !== 'opened') return fail('WRONG_CREDENTIALS');
  clearAttempts(guard);
  return leased(unlocked.vault, parts.now());
}

function leased(vault: Vault, now: number): Result<Opened> {
  const memory = vault.store.readMemory();
  const lease = checkLease(memory, now);
  const opened: Result<Opened> = !lease.ok
    ? lease
    : memory.account === undefined
      ? fail('OFFLINE_FIRST_SIGN_IN')
      : ok({ vault, account: memory.account });
  if (!opened.ok) vault.close();
  return opened;
}
