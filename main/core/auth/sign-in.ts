import type { StartMessage } from '../../../shared/contract/start.ts';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { fail, ok, type Result } from '../../../shared/failure.ts';
import { plain } from '../api/call-result.ts';
import { createCentralClient } from '../api/central-client.ts';
import type { CoreParts } from '../parts.ts';
import {
  createVault,
  hasVault,
  memoryVault,
  unlockVault,
  type Vault,
  type VaultPlace,
} from '../vault/vault.ts';
import { setAside, vaultFiles } from '../vault/vault-files.ts';
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

const placeOf = (desk: Desk, deviceKey: Buffer, account: string): VaultPlace => ({
  files: vaultFiles(desk.start.vaultDir, deviceKey, desk.centralUrl, account),
  deviceKey,
  deviceId: desk.start.deviceId,
  parts: desk.parts,
});

/**
 * The vault of an account whose password central has just accepted. A vault that this password does
 * not open is kept as it is: VAULT_LOCKED {reason: 'passwordChanged'}. Its old password still opens
 * it without central, and signing in from there adopts the new one; recovery without the old password
 * (the envelope sealed to central, security §2) has its place here.
 */
export async function openAccepted(
  desk: Desk,
  password: string,
  account: SessionAccount,
): Promise<Result<Opened>> {
  const { deviceKey, parts } = desk;
  if (deviceKey === null) return ok({ vault: memoryVault(), account });
  const place = placeOf(desk, deviceKey, account.account);
  const unlocked = await unlockVault(place, password, account.accountId);
  switch (unlocked.kind) {
    case 'wrongPassword':
      return fail('VAULT_LOCKED', { reason: 'passwordChanged' });
    case 'otherAccount':
      setAside(place.files, parts.now());
      return ok({ vault: await createVault(place, password, account.accountId), account });
    case 'absent':
      return ok({ vault: await createVault(place, password, account.accountId), account });
    case 'opened':
      clearAttempts(place.files.guard);
      return ok({ vault: unlocked.vault, account });
    default:
      return unlocked satisfies never;
  }
}

/**
 * Unlocks without central. Failures: NO_KEY_STORE; OFFLINE_FIRST_SIGN_IN when this computer has no
 * vault of the account; WRONG_CREDENTIALS; LOCKED_OUT; VAULT_LOCKED with its reason.
 */
export async function unlockOffline(desk: Desk, { account, password }: Credentials): Promise<Result<Opened>> {
  const { deviceKey, parts } = desk;
  if (deviceKey === null) return fail('NO_KEY_STORE');
  const place = placeOf(desk, deviceKey, account);
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
