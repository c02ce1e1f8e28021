import type { AccountDetail, AccountLine } from '../../shared/contract/account-shapes.ts';
import type { Db } from '../store/database.ts';
import { accountStateOf, type AccountRow } from './account-row.ts';
import { rightsOver, type Keeper } from './authority.ts';

/** A line of 帳號管理; `school` is that of the account. */
export const accountLineOf = (
  row: AccountRow,
  school: { readonly id: string; readonly name: string } | null,
): AccountLine => ({
  accountId: row.id,
  account: row.account,
  name: row.name,
  roles: [...row.roles],
  school: school === null ? null : { id: school.id, name: school.name },
  county: row.county,
  email: row.email,
  phone: row.phone,
  state: accountStateOf(row),
});

/** Id and name of the account's school; null for those who belong to none. */
export async function findSchoolName(
  db: Db,
  schoolId: string | null,
): Promise<{ readonly id: string; readonly name: string } | null> {
  if (schoolId === null) return null;
  return db.selectFrom('schools').select(['id', 'name']).where('id', '=', schoolId).executeTakeFirstOrThrow();
}

/** 查看: the account with what this keeper may do with it. Whether he may see it at all is asked before. */
export async function accountDetailOf(db: Db, keeper: Keeper, row: AccountRow): Promise<AccountDetail> {
  const school = await findSchoolName(db, row.school_id);
  const link = await db
    .selectFrom('account_links')
    .select(['sent_at', 'expires_at'])
    .where('account_id', '=', row.id)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  return {
    ...accountLineOf(row, school),
    revision: row.revision,
    registeredAt: row.registered_at,
    passwordSetAt: row.password_set_at,
    secondFactor: row.totp_enabled,
    link: link === undefined ? null : { sentAt: link.sent_at, expiresAt: link.expires_at },
    may: rightsOver(keeper, row),
  };
}
