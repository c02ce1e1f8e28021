import { sql } from 'kysely';
import type { AccountDetail } from '../../shared/contract/account-shapes.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import { transact } from './act.ts';
import { auditAct } from './audit-act.ts';
import { rightsOver } from './authority.ts';
import { accountDetailOf } from './describe.ts';
import { lockForAct } from './lock-for-act.ts';
import { endSessions } from './move.ts';
import { tellAccount } from './tell.ts';

/**
 * For somebody who lost the phone with the authenticator: the second step is off, all sessions and
 * half-done sign-ins end, a mail tells the owner. The own one is switched off in 設定 with password and
 * code, not here. Without a second step nothing is done. Failures: NOT_FOUND, NOT_ALLOWED {ownAccount}.
 */
export const resetSecondFactor = (
  context: CentralContext,
  session: Session,
  accountId: string,
): Promise<Result<AccountDetail>> =>
  transact(context.db, async (trx) => {
    const locked = await lockForAct(trx, context, session, accountId);
    if (!locked.ok) return locked;
    const row = locked.value;
    if (row.id === session.accountId) return fail('NOT_ALLOWED', { reason: 'ownAccount' });
    if (!rightsOver(session, row).resetSecondFactor) return ok(await accountDetailOf(trx, session, row));
    const cleared = { totp_secret: null, totp_enabled: false, totp_last_step: null };
    await trx
      .updateTable('accounts')
      .set({ ...cleared, revision: sql<number>`revision + 1` })
      .where('id', '=', row.id)
      .execute();
    await trx.deleteFrom('sign_in_challenges').where('account_id', '=', row.id).execute();
    await endSessions(trx, row.id, isoNow(context));
    await tellAccount(trx, context, row, 'secondFactorReset');
    const after = { ...row, ...cleared, revision: row.revision + 1 };
    const detail = await accountDetailOf(trx, session, after);
    await auditAct(trx, context, session, {
      action: 'account.resetSecondFactor',
      subject: row.id,
      schoolId: row.school_id,
      fields: ['secondFactor'],
    });
    return ok(detail);
  });
