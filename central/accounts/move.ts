import { sql } from 'kysely';
import {
  ACCOUNT_STATE_ROWS,
  moveAccount,
  type AccountEvent,
  type AccountState,
} from '../../shared/domain/account/account-state.ts';
import type { Role } from '../../shared/domain/account/role.ts';
import { voidLinks } from './links.ts';
import { accountStateOf, type AccountRow } from './account-row.ts';
import type { Db } from '../store/database.ts';

/** Sessions that a changed state no longer carries end now, not at their next request. */
export async function endSessions(trx: Db, accountId: string, now: string, except?: string): Promise<void> {
  let ending = trx
    .updateTable('sessions')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null);
  if (except !== undefined) ending = ending.where('id', '<>', except);
  await ending.execute();
}

/**
 * Applies one event of the state machine to a locked row, the only place that writes 狀態 and 認證.
 * Every event voids the links of earlier mails; a state in which nobody may work ends the sessions.
 * Gives the new state, or null when the state refuses the event. A second 主通 of a school ends in the
 * unique index `accounts_one_primary`.
 */
export async function moveStored(
  trx: Db,
  row: AccountRow,
  event: AccountEvent,
  now: string,
  roles: readonly Role[] = row.roles,
): Promise<AccountState | null> {
  const next = moveAccount(accountStateOf(row), event, row.password_hash !== null);
  if (next === null) return null;
  const { status, verified, awaits, mayWork } = ACCOUNT_STATE_ROWS[next];
  await voidLinks(trx, row.id, now);
  await trx
    .updateTable('accounts')
    .set({ status, verified, awaits, roles: [...roles], revision: sql<number>`revision + 1` })
    .where('id', '=', row.id)
    .execute();
  if (!mayWork) await endSessions(trx, row.id, now);
  return next;
}
