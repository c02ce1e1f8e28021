import { taipeiDate } from '../../shared/domain/calendar/taipei.ts';
import type { Operation } from '../../shared/domain/case/operation.ts';
import type { Failure } from '../../shared/failure.ts';
import { audit } from '../audit/audit.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { authorise } from './authority.ts';
import { commitEffect } from './commit.ts';
import { decide } from './decide.ts';
import type { Fate } from './fate.ts';
import { findCase, lockFor } from './locks.ts';
import { findRemembered } from './remembered.ts';

/**
 * The service's transaction (synchronisation.md): locks → known before? → session, role, relation →
 * operation row → order → judgement → effect → audit row → result into the operation row. The caller
 * commits what is kept and rolls back the rest.
 */
export async function settle(
  context: CentralContext,
  trx: Db,
  session: Session,
  op: Operation,
): Promise<Fate> {
  const now = isoNow(context);
  await lockFor(trx, op);
  const known = await findRemembered(trx, context.identity, session, op);
  if (known !== null) return known;
  const authorised = await authorise(trx, session, op, now);
  if (!authorised.ok) return authorised;
  const { authority } = authorised;
  const judged = { ...op, actor: authority.actor };
  // Somebody else's transaction may have had the same id in another case: its result counts.
  if (!(await insertPending(trx, judged, now)))
    return (await findRemembered(trx, context.identity, session, op)) ?? later('GAP');
  if (!(await isNext(trx, judged))) return later('GAP');
  const before = await findCase(trx, op.caseId);
  const clock = { now, today: taipeiDate(context.now()) };
  const bench = { trx, register: context.registerFor(trx), authority, clock };
  const decision = await decide(bench, before, judged);
  if (!decision.ok) return keepRefusal(trx, session, judged, now, decision.failure);
  const { epoch } = context.identity;
  const commit = await commitEffect(trx, { ...decision, before, op: judged, epoch, ...clock });
  await audit(trx, lineOf(session, judged, now, 'ok'));
  return { fate: 'committed', committed: { opId: op.opId, payloadSha256: op.payloadSha256, epoch, commit } };
}

const later = (code: Failure['code']): Fate => ({ fate: 'later', failure: { code } });

async function insertPending(trx: Db, op: Operation, now: string): Promise<boolean> {
  const inserted = await trx
    .insertInto('operations')
    .values({
      op_id: op.opId,
      case_id: op.caseId,
      school_id: op.actor.schoolId,
      account_id: op.actor.accountId,
      device_id: op.deviceId,
      device_seq: op.deviceSeq,
      prev_op_id: op.prevOpId,
      kind: op.kind,
      payload_sha256: op.payloadSha256,
      operation: JSON.stringify(op),
      status: 'pending',
      received_at: now,
    })
    .onConflict((conflict) => conflict.column('op_id').doNothing())
    .returning('op_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** I5: the operation before this one is committed, on this case and at this school. */
async function isNext(trx: Db, op: Operation): Promise<boolean> {
  if (op.prevOpId === null) return true;
  const previous = await trx
    .selectFrom('operations')
    .select('op_id')
    .where('op_id', '=', op.prevOpId)
    .where('case_id', '=', op.caseId)
    .where('school_id', '=', op.actor.schoolId)
    .where('status', '=', 'committed')
    .executeTakeFirst();
  return previous !== undefined;
}

async function keepRefusal(
  trx: Db,
  session: Session,
  op: Operation,
  now: string,
  failure: Failure,
): Promise<Fate> {
  await trx
    .updateTable('operations')
    .set({ status: 'refused', failure: JSON.stringify(failure) })
    .where('op_id', '=', op.opId)
    .execute();
  await audit(trx, lineOf(session, op, now, failure.code));
  return { fate: 'refused', failure };
}

const lineOf = (session: Session, op: Operation, at: string, outcome: string) => ({
  at,
  accountId: session.accountId,
  sessionId: session.sessionId,
  schoolId: session.school?.id ?? null,
  action: `operation.${op.kind}`,
  subject: op.caseId,
  fields: fieldsOf(op),
  outcome,
});

/** Names of the answers that the operation carries. */
const fieldsOf = ({ payload }: Operation): string[] => [
  ...('student' in payload ? Object.keys(payload.student) : []),
  ...('values' in payload ? Object.keys(payload.values).toSorted() : []),
];
