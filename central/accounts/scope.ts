import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../store/database.ts';
import type { AccountRow } from './account-row.ts';
import { isAgency, maySeeAccount, type Keeper } from './authority.ts';

/** maySeeAccount() as a condition on the table `accounts` of a query. */
export function inScope(keeper: Keeper): RawBuilder<SqlBool> {
  if (isAgency(keeper)) return sql`true`;
  if (keeper.school === null || !keeper.roles.includes('PRIMARY'))
    return sql`accounts.id = ${keeper.accountId}`;
  return sql`(accounts.id = ${keeper.accountId} or (accounts.school_id = ${keeper.school.id}
    and not accounts.roles && array['PRIMARY', 'BUREAU', 'ADMIN']))`;
}

/** An account that this keeper may know of; undefined for foreign ones exactly as for unknown ones. */
export async function findSeenAccount(
  db: Db,
  keeper: Keeper,
  accountId: string,
): Promise<AccountRow | undefined> {
  const row = await db.selectFrom('accounts').selectAll().where('id', '=', accountId).executeTakeFirst();
  return row !== undefined && maySeeAccount(keeper, row) ? row : undefined;
}
