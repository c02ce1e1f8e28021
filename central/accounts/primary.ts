import { sql } from 'kysely';
import type { Db } from '../store/database.ts';
import type { AccountRow } from './account-row.ts';

const holders = (db: Db, schoolId: string) =>
  db
    .selectFrom('accounts')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where(sql<boolean>`'PRIMARY' = any (roles)`);

/** The 主通 of a school: 正常, verified or not yet; there is at most one [A:31]. */
export const findPrimary = (db: Db, schoolId: string): Promise<AccountRow | undefined> =>
  holders(db, schoolId).where('status', '=', 'normal').executeTakeFirst();

/** Everybody who has or had the post and could come back to it: 正常 and 停用. */
export const listPrimaries = (db: Db, schoolId: string): Promise<AccountRow[]> =>
  holders(db, schoolId).where('status', 'in', ['normal', 'disabled']).execute();
