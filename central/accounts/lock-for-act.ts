import { fail, ok, type Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { lockAccounts, type AccountRow } from './account-row.ts';
import { confirmActor } from './act.ts';
import { maySeeAccount } from './authority.ts';

/**
 * Holds whoever acts and the account acted upon still until the transaction ends, and reads the rights
 * anew: of two administrators who disable each other, the second is out already. So whoever disables an
 * administrator is one who works, and one always remains. Failures: SIGNED_OUT, and NOT_FOUND for an
 * account that the session may not know of.
 */
export async function lockForAct(
  trx: Db,
  context: Pick<CentralContext, 'now'>,
  session: Session,
  accountId: string,
): Promise<Result<AccountRow>> {
  const rows = await lockAccounts(trx, [session.accountId, accountId]);
  if ((await confirmActor(trx, session, isoNow(context))) === null) return fail('SIGNED_OUT');
  const row = rows.get(accountId);
  return row !== undefined && maySeeAccount(session, row) ? ok(row) : fail('NOT_FOUND');
}
