import type { z } from 'zod';
import type { CentralDoor } from '../../shared/contract/central.ts';
import type { SessionAccount } from '../../shared/domain/account/account.ts';
import { cleanPassword, passwordFailures } from '../../shared/domain/account/password-check.ts';
import { fail, ok, type FailureCode, type Result } from '../../shared/failure.ts';
import { lockAccount } from '../accounts/account-row.ts';
import { transact } from '../accounts/act.ts';
import { auditAct } from '../accounts/audit-act.ts';
import { endSessions, moveStored } from '../accounts/move.ts';
import { tellAccount } from '../accounts/tell.ts';
import { audit } from '../audit/audit.ts';
import { isoNow, type CentralContext } from '../context.ts';
import { describeAccount, findLiveAccount } from './account.ts';
import { attemptKey, beginAttempt, clearAttempts, failAttempt, takeBackAttempt } from './attempts.ts';
import { judgePassword } from './password-rules.ts';
import { verifyPassword } from './password.ts';
import type { Session } from './session.ts';
import { hashNewPassword, storePassword } from './store-password.ts';

type Given = z.output<CentralDoor['password.change']['input']>;

const ACTION = 'password.change';

/**
 * 修改密碼: the present one first, whose failures count as those of a sign-in; then every rule. Other
 * sessions end, links in older mails are void, a mail tells the owner. Failures: WRONG_CREDENTIALS,
 * LOCKED_OUT, FORM_INVALID with the broken rules at `next`.
 */
export async function changePassword(
  context: CentralContext,
  session: Session,
  { current, next }: Given,
): Promise<Result<SessionAccount>> {
  const { db } = context;
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', session.accountId)
    .executeTakeFirstOrThrow();
  const wrong = await checkOwnPassword(context, session, row.password_hash, current, ACTION);
  if (wrong !== null) return wrong;
  const broken = await judgePassword(context, row, next);
  if (broken.length > 0)
    return fail('FORM_INVALID', undefined, passwordFailures(broken, session.roles, 'next'));
  const hash = await hashNewPassword(next, context.passwordCost);
  return transact(db, async (trx) => {
    const now = isoNow(context);
    const locked = await lockAccount(trx, session.accountId);
    // Somebody else set another one while we looked at this one.
    if (locked === undefined || locked.password_hash !== row.password_hash) return fail('WRONG_CREDENTIALS');
    await storePassword(trx, locked.id, hash, now);
    if ((await moveStored(trx, locked, 'changePassword', now)) === null) return fail('SIGNED_OUT');
    await clearAttempts(trx, attemptKey(locked.account));
    await endSessions(trx, locked.id, now, session.sessionId);
    await tellAccount(trx, context, locked, 'passwordChanged');
    const live = await findLiveAccount(trx, locked.id, 'work');
    if (live === null) return fail('SIGNED_OUT');
    const account = await describeAccount(trx, live);
    await auditAct(trx, context, session, {
      action: ACTION,
      subject: locked.id,
      schoolId: locked.school_id,
      fields: ['password'],
    });
    return ok(account);
  });
}

/**
 * Whether somebody at a running session knows its password: null when so. Five failures lock, here as at
 * the sign-in, so that an open window is no place to guess; earlier ones stay until all is done.
 */
export async function checkOwnPassword(
  context: CentralContext,
  session: Session,
  hash: string | null,
  password: string,
  action: string,
): Promise<Result<never> | null> {
  const { db } = context;
  const now = isoNow(context);
  const key = attemptKey(session.account);
  const lockedFor = await beginAttempt(db, key, now);
  if (lockedFor !== null)
    return refused(context, session, action, 'LOCKED_OUT', {
      seconds: lockedFor,
      minutes: Math.ceil(lockedFor / 60),
    });
  if (await verifyPassword(hash, cleanPassword(password).value, context.passwordCost)) {
    await takeBackAttempt(db, key);
    return null;
  }
  await failAttempt(db, key, now);
  return refused(context, session, action, 'WRONG_CREDENTIALS');
}

async function refused(
  context: CentralContext,
  { accountId, sessionId, school }: Session,
  action: string,
  code: FailureCode,
  detail?: Record<string, number>,
): Promise<Result<never>> {
  const line = { accountId, sessionId, schoolId: school?.id ?? null, action, subject: accountId };
  await context.db
    .transaction()
    .execute((trx) => audit(trx, { ...line, at: isoNow(context), fields: [], outcome: code }));
  return fail(code, detail);
}
