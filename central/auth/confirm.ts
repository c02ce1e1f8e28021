import type { z } from 'zod';
import { isoNow, type CentralContext } from '../context.ts';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { fail } from '../../shared/failure.ts';
import { lockAccount } from '../accounts/account-row.ts';
import { findLiveAccount } from './account.ts';
import { attemptKey, beginAttempt, failAttempt } from './attempts.ts';
import { takeChallenge, tryChallenge, type Challenge } from './challenge.ts';
import { openSession, refusedTry, type Opening } from './opening.ts';
import { takeTotpCode } from './totp.ts';

type Given = z.output<CentralDoor['session.confirm']['input']>;

const ACTION = 'session.confirm';

/**
 * The second step of a 登入. WRONG_CODE may be tried again, five times in all, and counts as a failure of
 * the account; SIGNED_OUT says that the first step has to be taken anew.
 */
export async function confirmSignIn(context: CentralContext, given: Given): Promise<Opening> {
  const { db } = context;
  const now = isoNow(context);
  const challenge = await tryChallenge(db, now, given.challengeId);
  if (challenge === null) return fail('SIGNED_OUT');
  const claimed = { id: challenge.accountId, school_id: challenge.schoolId };
  const key = attemptKey(challenge.account);
  const lockedFor = await beginAttempt(db, key, now);
  if (lockedFor !== null) return refusedTry(context, claimed, ACTION, 'LOCKED_OUT', lockedFor);
  const opened = await open(context, challenge, given.code, key);
  if (opened !== 'wrong') return opened ?? refusedTry(context, claimed, ACTION, 'ACCOUNT_DISABLED');
  await failAttempt(db, key, now);
  return refusedTry(context, claimed, ACTION, 'WRONG_CODE');
}

/** Null when the account may not sign in any more, or has no second step any more. */
const open = (
  context: CentralContext,
  { id, accountId, device }: Challenge,
  code: string,
  key: string,
): Promise<Opening | 'wrong' | null> =>
  context.db.transaction().execute(async (trx) => {
    await lockAccount(trx, accountId);
    const live = await findLiveAccount(trx, accountId, 'signIn');
    if (live === null || live.secondFactor !== 'on') return null;
    if (!(await takeTotpCode(trx, accountId, code, context.now()))) return 'wrong';
    if (!(await takeChallenge(trx, id))) return fail('SIGNED_OUT');
    return openSession(trx, context, live, device, { key, action: ACTION });
  });
