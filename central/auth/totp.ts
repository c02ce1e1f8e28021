import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { parseCode } from '../../shared/domain/account/second-step.ts';
import type { Db } from '../store/database.ts';

/** TOTP as every authenticator has it (RFC 6238): SHA-1, six digits, thirty seconds. */
const PERIOD_SECONDS = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;
/** Steps that a clock may be off, to either side. */
const WINDOW = 1;

/** A new secret in base32. */
export const newTotpSecret = (): string => new Secret({ buffer: newBytes() }).base32;

const newBytes = (): ArrayBuffer => Uint8Array.from(randomBytes(SECRET_BYTES)).buffer;

const totpOf = (secret: string, account = '', issuer = ''): TOTP =>
  new TOTP({ issuer, label: account, secret, algorithm: 'SHA1', digits: DIGITS, period: PERIOD_SECONDS });

/** `otpauth://…` for the QR code. */
export const totpUri = (secret: string, account: string, issuer: string): string =>
  totpOf(secret, account, issuer).toString();

/** The time step that this code belongs to, or null for a wrong one. */
export function findTotpStep(secret: string, code: string, now: number): number | null {
  const token = parseCode(code);
  if (token === null) return null;
  const delta = totpOf(secret).validate({ token, window: WINDOW, timestamp: now });
  return delta === null ? null : Math.floor(now / (PERIOD_SECONDS * 1000)) + delta;
}

/**
 * Takes a code of the account: right, and of a later step than any that was taken, so that none is good
 * twice. The update is the decision, whoever asks at the same moment.
 */
export async function takeTotpCode(trx: Db, accountId: string, code: string, now: number): Promise<boolean> {
  const row = await trx
    .selectFrom('accounts')
    .select(['totp_secret'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  const secret = row?.totp_secret ?? null;
  const step = secret === null ? null : findTotpStep(secret, code, now);
  if (step === null) return false;
  const taken = await trx
    .updateTable('accounts')
    .set({ totp_last_step: step })
    .where('id', '=', accountId)
    .where('totp_secret', '=', secret)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}
