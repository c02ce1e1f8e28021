import { toBuffer } from 'qrcode';
import type { z } from 'zod';
import type { CentralDoor } from '../../shared/contract/central.ts';
import type { SessionAccount } from '../../shared/domain/account/account.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import { textFor } from '../../shared/text/index.ts';
import { lockAccount } from '../accounts/account-row.ts';
import { transact } from '../accounts/act.ts';
import { auditAct } from '../accounts/audit-act.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { describeAccount, findLiveAccount } from './account.ts';
import { attemptKey, beginAttempt, clearAttempts, failAttempt } from './attempts.ts';
import { checkOwnPassword } from './change-password.ts';
import { findLiveSession, type Session } from './session.ts';
import { newTotpSecret, takeTotpCode, totpUri } from './totp.ts';

type Begun = Result<z.input<CentralDoor['totp.begin']['output']>>;

/** The session is still one: nobody ended it while the call was on its way. */
const isLive = async (trx: Db, session: Session, now: string): Promise<boolean> =>
  (await findLiveSession(trx, session.sessionId, now)) !== undefined;

async function described(trx: Db, accountId: string): Promise<Result<SessionAccount>> {
  const live = await findLiveAccount(trx, accountId, 'work');
  return live === null ? fail('SIGNED_OUT') : ok(await describeAccount(trx, live));
}

const line = (session: Session, action: string) => ({
  action,
  subject: session.accountId,
  schoolId: session.school?.id ?? null,
  fields: ['secondFactor'],
});

/**
 * A new secret for the authenticator; it counts only after `enableTotp`. Failure: NOT_ALLOWED where the
 * policy has no second step, or while one is on.
 */
export async function beginTotp(context: CentralContext, session: Session): Promise<Begun> {
  const secret = newTotpSecret();
  const uri = totpUri(secret, session.account, textFor('zh-TW')('product.name'));
  const picture = await toBuffer(uri, { type: 'png', errorCorrectionLevel: 'M', margin: 2, scale: 6 });
  return transact(context.db, async (trx): Promise<Begun> => {
    await lockAccount(trx, session.accountId);
    const live = await findLiveAccount(trx, session.accountId, 'work');
    if (live === null || !(await isLive(trx, session, isoNow(context)))) return fail('SIGNED_OUT');
    if (live.secondFactor === 'none' || live.secondFactor === 'on')
      return fail('NOT_ALLOWED', { reason: 'secondFactor' });
    await trx
      .updateTable('accounts')
      .set({ totp_secret: secret, totp_last_step: null })
      .where('id', '=', session.accountId)
      .execute();
    await auditAct(trx, context, session, line(session, 'totp.begin'));
    return ok({ uri, secret, qrPngBase64: picture.toString('base64') });
  });
}

/** Switches the second step on once the authenticator shows a right code. Failures: WRONG_CODE, NOT_ALLOWED. */
export const enableTotp = (
  context: CentralContext,
  session: Session,
  code: string,
): Promise<Result<SessionAccount>> =>
  transact(context.db, async (trx) => {
    await lockAccount(trx, session.accountId);
    const live = await findLiveAccount(trx, session.accountId, 'work');
    if (live === null || !(await isLive(trx, session, isoNow(context)))) return fail('SIGNED_OUT');
    if (live.secondFactor === 'none' || live.secondFactor === 'on')
      return fail('NOT_ALLOWED', { reason: 'secondFactor' });
    if (!(await takeTotpCode(trx, session.accountId, code, context.now()))) return fail('WRONG_CODE');
    await trx
      .updateTable('accounts')
      .set({ totp_enabled: true })
      .where('id', '=', session.accountId)
      .execute();
    const account = await described(trx, session.accountId);
    await auditAct(trx, context, session, line(session, 'totp.enable'));
    return account;
  });

/**
 * Switches the second step off, for the next telephone too: password and code, whose failures both count
 * as those of a sign-in. Failures: WRONG_CREDENTIALS, LOCKED_OUT, WRONG_CODE, NOT_ALLOWED when it is off.
 */
export async function disableTotp(
  context: CentralContext,
  session: Session,
  { password, code }: z.output<CentralDoor['totp.disable']['input']>,
): Promise<Result<SessionAccount>> {
  const { db } = context;
  const { password_hash } = await db
    .selectFrom('accounts')
    .select('password_hash')
    .where('id', '=', session.accountId)
    .executeTakeFirstOrThrow();
  const wrong = await checkOwnPassword(context, session, password_hash, password, 'totp.disable');
  if (wrong !== null) return wrong;
  const key = attemptKey(session.account);
  const disabled = await transact(db, async (trx): Promise<Result<SessionAccount>> => {
    await lockAccount(trx, session.accountId);
    const live = await findLiveAccount(trx, session.accountId, 'work');
    if (live === null || !(await isLive(trx, session, isoNow(context)))) return fail('SIGNED_OUT');
    if (live.secondFactor !== 'on') return fail('NOT_ALLOWED', { reason: 'secondFactor' });
    if (!(await takeTotpCode(trx, session.accountId, code, context.now()))) return fail('WRONG_CODE');
    await trx
      .updateTable('accounts')
      .set({ totp_enabled: false, totp_secret: null, totp_last_step: null })
      .where('id', '=', session.accountId)
      .execute();
    await clearAttempts(trx, key);
    const account = await described(trx, session.accountId);
    await auditAct(trx, context, session, line(session, 'totp.disable'));
    return account;
  });
  if (!disabled.ok && disabled.failure.code === 'WRONG_CODE') {
    await beginAttempt(db, key, isoNow(context));
    await failAttempt(db, key, isoNow(context));
  }
  return disabled;
}
