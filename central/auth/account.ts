import { sql, type Selectable } from 'kysely';
import type { SessionAccount } from '../../shared/domain/account/account.ts';
import { ACCOUNT_STATE_ROWS, stateOf } from '../../shared/domain/account/account-state.ts';
import { kindOf } from '../../shared/domain/account/role-set.ts';
import type { Role } from '../../shared/domain/account/role.ts';
import type { School } from '../../shared/domain/school/school.ts';
import type { RegimeId } from '../../shared/regime/regime-id.ts';
import type { Db, SchoolsTable } from '../store/database.ts';

/** 高中職 has the one regime, 國中 and 國小 the other; a 完全中學 both (domain §0.2). */
type SchoolRow = Pick<
  Selectable<SchoolsTable>,
  'id' | 'code' | 'name' | 'county' | 'has_senior_high' | 'has_junior_high' | 'has_elementary'
>;

const regimesOf = (row: SchoolRow): RegimeId[] => [
  ...(row.has_senior_high ? (['senior-high'] as const) : []),
  ...(row.has_junior_high || row.has_elementary ? (['compulsory'] as const) : []),
];

export const schoolOf = (row: SchoolRow): School => ({
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
  readonly county: string | null;
  readonly email: string;
  readonly phone: string;
  readonly passwordSetAt: string;
  readonly secondFactor: SessionAccount['secondFactor'];
}

/**
 * `signIn`: a new 登入, 正常／已認證 alone. `work`: a session that runs already, which a reset that
 * somebody asked for does not end (ACCOUNT_STATE_ROWS).
 */
export type Purpose = 'signIn' | 'work';

const MAY = { signIn: 'maySignIn', work: 'mayWork' } as const satisfies Record<Purpose, string>;

/** The account while its state allows the purpose; null otherwise. `lock` holds its rights still until the transaction ends. */
export async function findLiveAccount(
  db: Db,
  accountId: string,
  purpose: Purpose,
  lock = false,
): Promise<LiveAccount | null> {
  const query = db.selectFrom('accounts').selectAll().where('id', '=', accountId);
  const row = await (lock ? query.forShare() : query).executeTakeFirst();
  if (row === undefined || row.password_set_at === null) return null;
  if (!ACCOUNT_STATE_ROWS[stateOf(row)][MAY[purpose]]) return null;
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
  return {
    accountId: row.id,
    account: row.account,
    name: row.name,
    roles: row.roles,
    school,
    county: row.county,
    email: row.email,
    phone: row.phone,
    passwordSetAt: row.password_set_at,
    secondFactor: row.totp_enabled ? 'on' : await withoutSecondFactor(db, row.roles),
  };
}

/** 主通 and the agencies may have a second step, and must where the policy says so; staff have none. */
async function withoutSecondFactor(db: Db, roles: readonly Role[]): Promise<SessionAccount['secondFactor']> {
  if (kindOf(roles) === 'staff') return 'none';
  const { second_factor } = await db.selectFrom('policies').select('second_factor').executeTakeFirstOrThrow();
  return ({ off: 'none', optional: 'off', required: 'required' } as const)[second_factor];
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
