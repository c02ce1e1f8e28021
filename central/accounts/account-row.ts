import type { Selectable } from 'kysely';
import { stateOf, type AccountState } from '../../shared/domain/account/account-state.ts';
import type { AccountsTable, Db } from '../store/database.ts';

export type AccountRow = Selectable<AccountsTable>;

export const accountStateOf = (row: Pick<AccountRow, 'status' | 'verified' | 'awaits'>): AccountState =>
  stateOf(row);

/**
 * An account whose rights and state stand still until the transaction ends. The lock is the one that an
 * update takes, so that rows of others may refer to the account meanwhile.
 */
export const lockAccount = (trx: Db, accountId: string): Promise<AccountRow | undefined> =>
  trx.selectFrom('accounts').selectAll().where('id', '=', accountId).forNoKeyUpdate().executeTakeFirst();

/** Several of them, always in the order of their ids: two approvals at once wait instead of locking each other out. */
export async function lockAccounts(
  trx: Db,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, AccountRow>> {
  if (accountIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('accounts')
    .selectAll()
    .where('id', 'in', [...accountIds])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
