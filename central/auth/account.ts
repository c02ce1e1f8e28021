import { sql } from 'kysely';
import type { SessionAccount } from '../../shared/domain/account/account.ts';
import type { Role } from '../../shared/domain/account/role.ts';
import type { School } from '../../shared/domain/school/school.ts';
import type { RegimeId } from '../../shared/regime/regime-id.ts';
import type { Db, SchoolsTable } from '../store/database.ts';

/** 高中職 has the one regime, 國中 and 國小 the other; a 完全中學 both (domain §0.2). */
const regimesOf = (row: SchoolsTable): RegimeId[] => [
  ...(row.has_senior_high ? (['senior-high'] as const) : []),
  ...(row.has_junior_high || row.has_elementary ? (['compulsory'] as const) : []),
];

export const schoolOf = (row: SchoolsTable): School => ({
  id: row.id,
  code: row.code,
  name: row.name,
  county: row.county,
  regimes: regimesOf(row),
});

/** What the service itself says of an account that may work: rights are read here, never from a request. */
export interface LiveAccount {
  readonly accountId: string;
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly school: School | null;
}

/** The account while it is 正常 and 已認證; null otherwise. `lock` holds its rights still until the transaction ends. */
export async function findLiveAccount(db: Db, accountId: string, lock = false): Promise<LiveAccount | null> {
  const query = db
    .selectFrom('accounts')
    .select(['id', 'account', 'name', 'roles', 'school_id'])
    .where('id', '=', accountId)
    .where('status', '=', 'normal')
    .where('verified', '=', true);
  const row = await (lock ? query.forShare() : query).executeTakeFirst();
  if (row === undefined) return null;
  const school =
    row.school_id === null
      ? null
      : schoolOf(
          await db
            .selectFrom('schools')
            .selectAll()
            .where('id', '=', row.school_id)
            .executeTakeFirstOrThrow(),
        );
  return { accountId: row.id, account: row.account, name: row.name, roles: row.roles, school };
}

/** 主要通報人 of a school, so that staff know whom to ask [A:219]; null where nobody is. */
async function findPrimaryName(db: Db, schoolId: string): Promise<string | null> {
  const row = await db
    .selectFrom('accounts')
    .select('name')
    .where('school_id', '=', schoolId)
    .where('status', '=', 'normal')
    .where(sql<boolean>`'PRIMARY' = any (roles)`)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** The account as the desktop gets it. */
export async function describeAccount(db: Db, live: LiveAccount): Promise<SessionAccount> {
  const primaryName = live.school === null ? null : await findPrimaryName(db, live.school.id);
  return { ...live, roles: [...live.roles], primaryName };
}
