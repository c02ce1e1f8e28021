import type { z } from 'zod';
import { audit } from '../audit/audit.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { compareKey } from '../../shared/domain/account/fields.ts';
import { cleanPassword } from '../../shared/domain/account/password-check.ts';
import { fail } from '../../shared/failure.ts';
import type { Db } from '../store/database.ts';
import { findLiveAccount, type LiveAccount } from './account.ts';
import { attemptKey, beginAttempt, failAttempt, takeBackAttempt } from './attempts.ts';
import { useCaptcha } from './captcha.ts';
import { insertChallenge } from './challenge.ts';
import { lineOf, openSession, refusedTry, type Claimed, type Device, type Opening } from './opening.ts';
import { verifyPassword } from './password.ts';

type Given = z.output<CentralDoor['session.create']['input']>;

const ACTION = 'session.create';

interface Known extends Claimed {
  readonly password_hash: string | null;
  readonly password_set_at: string | null;
}

/** 帳號 as it is compared: any case and width, without spaces around it. A rejected one is nobody's. */
const findByName = (db: Db, account: string): Promise<Known | undefined> =>
  db
    .selectFrom('accounts')
    .select(['id', 'password_hash', 'password_set_at', 'school_id'])
    .where('status', '<>', 'rejected')
    .where((eb) => eb(eb.fn<string>('lower', ['account']), '=', compareKey(account)))
    .executeTakeFirst();

/**
 * 登入: captcha first and used up, then the lock, then the password. An unknown account, one that never
 * had a password, and a wrong password differ in no byte and take the same time; a disabled account says
 * so to its owner alone. Where the account has a second step, SECOND_FACTOR names the challenge.
 */
export async function signIn(context: CentralContext, given: Given): Promise<Opening> {
  const { db } = context;
  const now = isoNow(context);
  if (!(await useCaptcha(db, now, given.captchaId, given.captchaAnswer))) return fail('WRONG_CAPTCHA');
  const key = attemptKey(given.account);
  const lockedFor = await beginAttempt(db, key, now);
  const known = await findByName(db, given.account);
  if (lockedFor !== null) return refusedTry(context, known, ACTION, 'LOCKED_OUT', lockedFor);
  const password = cleanPassword(given.password).value;
  const right = await verifyPassword(known?.password_hash ?? null, password, context.passwordCost);
  if (!right || known === undefined) {
    await failAttempt(db, key, now);
    return refusedTry(context, known, ACTION, 'WRONG_CREDENTIALS');
  }
  const opened = await db.transaction().execute(async (trx): Promise<Opening | null> => {
    const live = await findLiveAccount(trx, known.id, 'signIn', true);
    // Nobody comes in with a password that was changed while we looked at it.
    if (live === null || live.passwordSetAt !== known.password_set_at) return null;
    if (live.secondFactor === 'on') return askForSecond(trx, context, live, given, key);
    return openSession(trx, context, live, given, { key, action: ACTION });
  });
  return opened ?? refusedTry(context, known, ACTION, 'ACCOUNT_DISABLED');
}

/** The password was right: this try is no failure, and nothing is forgiven before the second step. */
async function askForSecond(
  trx: Db,
  context: CentralContext,
  live: LiveAccount,
  device: Device,
  key: string,
): Promise<Opening> {
  const now = isoNow(context);
  await takeBackAttempt(trx, key);
  const challengeId = await insertChallenge(trx, context, live.accountId, device);
  const claimed = { id: live.accountId, school_id: live.school?.id ?? null };
  await audit(trx, { ...lineOf(claimed, now, ACTION), outcome: 'SECOND_FACTOR' });
  return fail('SECOND_FACTOR', { challengeId });
}
