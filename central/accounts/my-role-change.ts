import type { z } from 'zod';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import type { CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { auditAct } from './audit-act.ts';
import { findRequestLine } from './describe-request.ts';
import { getSchoolRow, schoolUnitOf } from './school-row.ts';
import { listSuccessors } from './successors.ts';

type Answer = z.input<CentralDoor['roleChange.get']['output']>;

/**
 * One's own 權限異動申請: what waits, for oneself or asked by oneself, how the last one ended, and for the
 * 主通 whom the post can be handed to.
 */
export async function getMyRoleChange(context: CentralContext, session: Session): Promise<Result<Answer>> {
  const { school, accountId } = session;
  if (school === null) return fail('FORBIDDEN');
  return context.db.transaction().execute(async (trx) => {
    const row = await getSchoolRow(trx, school.id);
    const pending = await findPending(trx, accountId);
    const last = await findLast(trx, accountId);
    const successors = session.roles.includes('PRIMARY') ? await listSuccessors(trx, school.id) : [];
    if (successors.length > 0)
      await auditAct(trx, context, session, {
        action: 'roleChange.get',
        subject: accountId,
        schoolId: school.id,
        fields: ['account', 'name', 'email', 'phone'],
      });
    return ok({
      school: schoolUnitOf(row),
      pending: pending === undefined ? null : await findRequestLine(trx, pending, row),
      last: last === undefined ? null : { ...(await findRequestLine(trx, last, row)), reason: last.reason },
      successors: successors.map(({ id, account, name, email, phone, roles }) => ({
        accountId: id,
        account,
        name,
        email,
        phone,
        roles,
      })),
    });
  });
}

const changes = (db: Db) =>
  db.selectFrom('requests').selectAll().where('kind', 'in', ['transfer', 'promotion']);

const findPending = (db: Db, accountId: string) =>
  changes(db)
    .where('status', '=', 'pending')
    .where((eb) => eb.or([eb('requested_by', '=', accountId), eb('account_id', '=', accountId)]))
    .orderBy('created_at', 'desc')
    .executeTakeFirst();

const findLast = (db: Db, accountId: string) =>
  changes(db)
    .where('status', '<>', 'pending')
    .where('requested_by', '=', accountId)
    .orderBy('decided_at', 'desc')
    .orderBy('id')
    .executeTakeFirst();
