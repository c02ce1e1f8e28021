import type { AccountDetail } from '../../shared/contract/account-shapes.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import type { CentralContext } from '../context.ts';
import { auditAct } from './audit-act.ts';
import { accountDetailOf } from './describe.ts';
import { findSeenAccount } from './scope.ts';

/** 查看: reading it is written down as well. */
export const getAccount = (
  context: CentralContext,
  session: Session,
  accountId: string,
): Promise<Result<AccountDetail>> =>
  context.db.transaction().execute(async (trx) => {
    const row = await findSeenAccount(trx, session, accountId);
    if (row === undefined) return fail('NOT_FOUND');
    const detail = await accountDetailOf(trx, session, row);
    await auditAct(trx, context, session, {
      action: 'account.get',
      subject: row.id,
      schoolId: row.school_id,
      fields: ['account', 'name', 'email', 'phone'],
    });
    return ok(detail);
  });
