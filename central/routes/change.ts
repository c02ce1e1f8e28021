import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Role } from '../../shared/domain/account/role.ts';
import { ok } from '../../shared/failure.ts';
import type { Regime } from '../../shared/regime/regime.ts';
import { REGIMES } from '../../shared/regime/regimes.ts';
import { audit } from '../audit/audit.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import { getSession, type CentralHandler } from '../http/handlers.ts';
import type { Database, Db } from '../store/database.ts';
import { getCommitSeq } from '../store/ledger.ts';

type Where = ExpressionBuilder<Database, 'cases'>;

const relationsOf = (regime: Regime, roles: readonly Role[]): ReadonlySet<string> =>
  new Set(
    regime.viewers
      .filter((grant) => grant.roles.some((role) => roles.includes(role)))
      .map((grant) => grant.relation),
  );

/** maySee() as a condition of the query, made from the same table of viewers. */
function visible(eb: Where, session: Session, schoolId: string): Expression<SqlBool> {
  const scopes = Object.values(REGIMES).flatMap((regime): Expression<SqlBool>[] => {
    const relations = relationsOf(regime, session.roles);
    const inRegime = eb('cases.regime', '=', regime.id);
    if (relations.has('school')) return [inRegime];
    const own = eb('cases.filed_by', '=', session.accountId);
    return relations.has('own') ? [eb.and([inRegime, own])] : [];
  });
  return eb.and([eb('cases.school_id', '=', schoolId), scopes.length > 0 ? eb.or(scopes) : eb.lit(false)]);
}

/** What decides which rows a feed has: school, and whose cases in each regime. Follows visible(). */
function scopeOf({ roles, school }: Session): string {
  const reach = Object.values(REGIMES).map((regime) => {
    const relations = relationsOf(regime, roles);
    return `${regime.id}:${relations.has('school') ? 'school' : relations.has('own') ? 'own' : 'none'}`;
  });
  return [school?.id ?? 'none', ...reach].join(' ');
}

const readPage = (db: Db, session: Session, schoolId: string, after: number, limit: number) =>
  db
    .selectFrom('operations')
    .innerJoin('cases', 'cases.id', 'operations.case_id')
    .select(['operations.commit_seq as seq', 'operations.operation', 'operations.commit'])
    .where('operations.commit_seq', '>', after)
    .where('operations.status', '=', 'committed')
    .where((eb) => visible(eb, session, schoolId))
    .orderBy('operations.commit_seq')
    .limit(limit)
    .execute();

/**
 * The change feed: what was committed after the cursor and this account may see, in the order of
 * commits. The head is read first, and numbers are given in commit order without gaps (ledger.ts), so
 * the cursor may pass over rows of others and never over one of ours.
 */
export const listChanges =
  (context: CentralContext): CentralHandler<'change.list'> =>
  async ({ after, limit }, caller) => {
    const session = getSession(caller);
    const { epoch } = context.identity;
    const head = await getCommitSeq(context.db);
    const { school } = session;
    const scope = scopeOf(session);
    if (school === null) return ok({ epoch, scope, changes: [], cursor: Math.max(after, head), more: false });
    const rows = await readPage(context.db, session, school.id, after, limit + 1);
    const page = rows.slice(0, limit);
    const more = rows.length > limit;
    const last = page.at(-1)?.seq ?? after;
    if (page.length > 0)
      await context.db.transaction().execute((trx) =>
        audit(trx, {
          at: isoNow(context),
          accountId: session.accountId,
          sessionId: session.sessionId,
          schoolId: school.id,
          action: 'change.list',
          subject: `${after}-${last}`,
          fields: ['operation'],
          outcome: 'ok',
        }),
      );
    const changes = page.map(({ operation, commit }) => ({ operation, commit }));
    return ok({ epoch, scope, changes, cursor: more ? last : Math.max(last, head), more });
  };
