import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { taipeiInstantMs } from '../../shared/domain/calendar/taipei.ts';
import type { AuditLine } from '../../shared/contract/account-shapes.ts';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { ok, type Result } from '../../shared/failure.ts';
import { auditAct } from '../accounts/audit-act.ts';
import { isAgency } from '../accounts/authority.ts';
import { anyHoldsText, findTyped } from '../accounts/literal-text.ts';
import type { Session } from '../auth/session.ts';
import type { CentralContext } from '../context.ts';
import { ACCOUNT_NOUNS, READINGS } from './account-acts.ts';

type Query = z.output<CentralDoor['audit.list']['input']>;
type Page = z.input<CentralDoor['audit.list']['output']>;

const DAY_MS = 86_400_000;

/** The instant at which the day begins in Taipei, or so many days later. */
const instant = (date: string, days = 0): string =>
  new Date(taipeiInstantMs(date, '00:00') + days * DAY_MS).toISOString();

/** The agency sees every line; 主通 what was done to accounts and data of the own school. */
const scopeOf = (session: Session): RawBuilder<SqlBool> =>
  isAgency(session)
    ? sql`true`
    : sql`audit_log.school_id = ${session.school?.id ?? null}
        and split_part(audit_log.action, '.', 1) in (${sql.join([...ACCOUNT_NOUNS])})
        and audit_log.action not in (${sql.join([...READINGS])})`;

const SEARCHED = [
  'actor.account',
  'actor.name',
  'target.account',
  'target.name',
  'schools.name',
  'audit_log.action',
];

function conditions(session: Session, { from, to, text, before }: Query): RawBuilder<SqlBool>[] {
  const typed = findTyped(text);
  return [
    scopeOf(session),
    ...(from === null ? [] : [sql<SqlBool>`audit_log.at >= ${instant(from)}`]),
    ...(to === null ? [] : [sql<SqlBool>`audit_log.at < ${instant(to, 1)}`]),
    ...(before === null ? [] : [sql<SqlBool>`audit_log.seq < ${before}`]),
    ...(typed === null ? [] : [anyHoldsText(SEARCHED, typed)]),
  ];
}

/**
 * Who did what to which account, newest first, in Taipei's days; the text is looked for in names, 帳號,
 * school and code of the act. Reading the history is itself written down.
 */
export const listHistory = (context: CentralContext, session: Session, query: Query): Promise<Result<Page>> =>
  context.db.transaction().execute(async (trx) => {
    const found = await trx
      .selectFrom('audit_log')
      .leftJoin('accounts as actor', 'actor.id', 'audit_log.account_id')
      // A subject may be a case or a masked number: only ids are compared, as text.
      .leftJoin('accounts as target', (join) => join.on(sql<boolean>`target.id::text = audit_log.subject`))
      .leftJoin('schools', 'schools.id', 'audit_log.school_id')
      .select([
        'audit_log.seq',
        'audit_log.at',
        'audit_log.action',
        'audit_log.fields',
        'audit_log.outcome',
        'actor.name as actor_name',
        'actor.account as actor_account',
        'actor.roles as actor_roles',
        'target.name as target_name',
        'target.account as target_account',
        'schools.name as school_name',
      ])
      .where((eb) => eb.and(conditions(session, query)))
      .orderBy('audit_log.seq', 'desc')
      .limit(query.limit + 1)
      .execute();
    const page = found.slice(0, query.limit);
    const rows = page.map((row): AuditLine => ({
      seq: row.seq,
      at: row.at,
      actor:
        row.actor_name === null || row.actor_account === null
          ? null
          : { name: row.actor_name, account: row.actor_account, roles: row.actor_roles ?? [] },
      action: row.action,
      subject:
        row.target_name === null || row.target_account === null
          ? null
          : { name: row.target_name, account: row.target_account },
      school: row.school_name,
      fields: row.fields,
      outcome: row.outcome,
    }));
    await auditAct(trx, context, session, {
      action: 'audit.list',
      subject: null,
      schoolId: session.school?.id ?? null,
    });
    return ok({ rows, next: found.length > query.limit ? (page.at(-1)?.seq ?? null) : null });
  });
