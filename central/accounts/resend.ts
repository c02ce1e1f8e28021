import type { AccountDetail } from '../../shared/contract/account-shapes.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { transact } from './act.ts';
import { auditAct } from './audit-act.ts';
import { rightsOver } from './authority.ts';
import { accountDetailOf } from './describe.ts';
import { lockForAct } from './lock-for-act.ts';
import { moveStored } from './move.ts';
import { tellAccount } from './tell.ts';
import { WAITING_MAIL } from './waiting-mail.ts';

/** Mails of one account that may be sent once more within an hour: nobody's letter box is flooded. */
export const RESENDS_PER_HOUR = 3;
const HOUR_MS = 3_600_000;
const ACTION = 'account.resend';

/**
 * The mail of an account that still has to follow its link, once more; earlier links are void. Failures:
 * NOT_FOUND, NOT_ALLOWED {reason: accountState}, RATE_LIMITED {seconds}, FORM_INVALID without an address.
 */
export const resendMail = (
  context: CentralContext,
  session: Session,
  accountId: string,
): Promise<Result<AccountDetail>> =>
  transact(context.db, async (trx) => {
    const locked = await lockForAct(trx, context, session, accountId);
    if (!locked.ok) return locked;
    const row = locked.value;
    if (!rightsOver(session, row).resend) return fail('NOT_ALLOWED', { reason: 'accountState' });
    if (row.email === '') return fail('FORM_INVALID', undefined, [{ path: 'email', code: 'required' }]);
    const seconds = await secondsToWait(trx, accountId, context.now());
    if (seconds > 0) return fail('RATE_LIMITED', { seconds });
    const next = await moveStored(trx, row, 'resend', isoNow(context));
    if (next !== 'invited' && next !== 'reenabled') return fail('NOT_ALLOWED', { reason: 'accountState' });
    await tellAccount(trx, context, row, WAITING_MAIL[next].template, WAITING_MAIL[next].purpose);
    const after = { ...row, revision: row.revision + 1 };
    const detail = await accountDetailOf(trx, session, after);
    await auditAct(trx, context, session, { action: ACTION, subject: row.id, schoolId: row.school_id });
    return ok(detail);
  });

/** Until the oldest of the last three is an hour old; 0 when one may go now. */
async function secondsToWait(trx: Db, accountId: string, now: number): Promise<number> {
  const sent = await trx
    .selectFrom('audit_log')
    .select('at')
    .where('subject', '=', accountId)
    .where('action', '=', ACTION)
    .where('at', '>', new Date(now - HOUR_MS).toISOString())
    .orderBy('seq', 'desc')
    .limit(RESENDS_PER_HOUR)
    .execute();
  const oldest = sent[RESENDS_PER_HOUR - 1];
  return oldest === undefined ? 0 : Math.ceil((Date.parse(oldest.at) + HOUR_MS - now) / 1000);
}
