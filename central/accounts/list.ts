import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import type { AccountLine, AccountQuery } from '../../shared/contract/account-shapes.ts';
import { ok, type Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import type { CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { auditAct } from './audit-act.ts';
import { isAgency } from './authority.ts';
import { accountLineOf } from './describe.ts';
import { anyHoldsText, findTyped } from './literal-text.ts';
import { inScope } from './scope.ts';

export interface AccountPage {
  readonly rows: AccountLine[];
  readonly total: number;
  readonly pending: number;
}

type Query = z.output<typeof AccountQuery>;

const SEARCHED = ['accounts.account', 'accounts.name', 'accounts.email', 'accounts.phone'];

/** Conditions on `accounts` joined with `schools`. */
function conditions(session: Session, { status, role, schoolId, text }: Query): RawBuilder<SqlBool>[] {
  const typed = findTyped(text);
  const searched = isAgency(session) ? [...SEARCHED, 'schools.name'] : SEARCHED;
  return [
    inScope(session),
    ...(status === null ? [] : [sql<SqlBool>`accounts.status = ${status}`]),
    ...(role === null ? [] : [sql<SqlBool>`${role}::text = any (accounts.roles)`]),
    ...(schoolId === null ? [] : [sql<SqlBool>`accounts.school_id = ${schoolId}`]),
    ...(typed === null ? [] : [anyHoldsText(searched, typed)]),
  ];
}

/**
 * 帳號管理 [A:1050–1127]: what waits for a review first, then by school and 帳號, 退件 last. 主通 gets the own
 * school's staff and himself, 管理者 everybody.
 */
export const listAccounts = (
  context: CentralContext,
  session: Session,
  query: Query,
): Promise<Result<AccountPage>> =>
  context.db.transaction().execute(async (trx) => {
    const found = trx
      .selectFrom('accounts')
      .leftJoin('schools', 'schools.id', 'accounts.school_id')
      .where((eb) => eb.and(conditions(session, query)));
    const { total } = await found.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
    const rows = await found
      .selectAll('accounts')
      .select('schools.name as school_name')
      .orderBy(sql`case accounts.status when 'pending' then 0 when 'rejected' then 2 else 1 end`)
      .orderBy('schools.code')
      .orderBy('accounts.account')
      .orderBy('accounts.id')
      .limit(query.size)
      .offset((query.page - 1) * query.size)
      .execute();
    const pending = await countWaiting(trx, session);
    await auditAct(trx, context, session, {
      action: 'account.list',
      subject: null,
      schoolId: session.school?.id ?? null,
      fields: ['account', 'name', 'email', 'phone'],
    });
    const lines = rows.map(({ school_name: name, ...row }) =>
      accountLineOf(row, row.school_id === null || name === null ? null : { id: row.school_id, name }),
    );
    return ok({ rows: lines, total: Number(total), pending });
  });

/**
 * 待審核 that wait for this reviewer [A:70–75]: for 主通 the staff applications of the own school; for the
 * agency the others, and those of schools without a senior high part, which have no 主通.
 */
async function countWaiting(db: Db, session: Session): Promise<number> {
  const waiting = db
    .selectFrom('requests')
    .innerJoin('schools', 'schools.id', 'requests.school_id')
    .where('requests.status', '=', 'pending');
  const mine = isAgency(session)
    ? waiting.where((eb) => eb.or([eb('kind', '<>', 'staff'), eb('schools.has_senior_high', '=', false)]))
    : waiting.where('kind', '=', 'staff').where('requests.school_id', '=', session.school?.id ?? null);
  const { count } = await mine.select((eb) => eb.fn.countAll().as('count')).executeTakeFirstOrThrow();
  return Number(count);
}
