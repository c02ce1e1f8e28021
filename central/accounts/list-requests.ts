import { sql } from 'kysely';
import type { z } from 'zod';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { ok, type Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import type { CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { auditAct } from './audit-act.ts';
import { reviewedBy } from './request-scope.ts';

type Row = CentralDoor['request.list'];
type Given = z.output<Row['input']>;
type Page = z.input<Row['output']>;

const scoped = (trx: Db, session: Session, { status, kind }: Given) => {
  let query = trx
    .selectFrom('requests')
    .innerJoin('accounts', 'accounts.id', 'requests.account_id')
    .innerJoin('schools', 'schools.id', 'requests.school_id')
    .where(reviewedBy(session));
  if (status !== null) query = query.where('requests.status', '=', status);
  if (kind !== null) query = query.where('requests.kind', '=', kind);
  return query;
};

const readPage = (trx: Db, session: Session, given: Given) =>
  scoped(trx, session, given)
    .select([
      'requests.id as requestId',
      'requests.kind',
      'requests.status',
      'accounts.name',
      'accounts.account',
      'accounts.roles',
      'requests.created_at as createdAt',
      'requests.decided_at as decidedAt',
      'schools.id as schoolId',
      'schools.name as schoolName',
    ])
    .orderBy(sql`requests.status <> 'pending'`)
    .orderBy('requests.decided_at', (by) => by.desc().nullsFirst())
    .orderBy('requests.created_at')
    .orderBy('requests.id')
    .limit(given.size)
    .offset((given.page - 1) * given.size)
    .execute();

/** 待審核 first, whoever waited longest on top; below them what was decided, the newest first. */
export const listRequests = (
  context: CentralContext,
  session: Session,
  given: Given,
): Promise<Result<Page>> =>
  context.db.transaction().execute(async (trx) => {
    const counted = await scoped(trx, session, given)
      .select((eb) => eb.fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await readPage(trx, session, given);
    await auditAct(trx, context, session, {
      action: 'request.list',
      subject: null,
      schoolId: session.school?.id ?? null,
      fields: ['account', 'name'],
    });
    return ok({
      rows: rows.map(({ schoolId, schoolName, ...row }) => ({
        ...row,
        school: { id: schoolId, name: schoolName },
      })),
      total: Number(counted.total),
    });
  });
