import type { OutboxItem } from '../../../shared/contract/core.ts';
import type { StudentFacts } from '../../../shared/domain/student/student.ts';
import type { Operation } from '../../../shared/domain/case/operation.ts';
import { fail, ok } from '../../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import { deliveryOf } from '../cases/delivery.ts';
import { draftsOf } from '../cases/withdrawn-drafts.ts';
import type { CoreContext } from '../context.ts';
import type { OutboxRow } from '../vault/rows.ts';
import { regimeOfLog } from '../vault/overlay.ts';
import type { Serves } from './handler.ts';

type Calls = 'outbox.list' | 'outbox.retry' | 'outbox.withdraw';

/** What waits and why, and the ways to deal with it. */
export const outboxHandlers = ({ gate, parts, emit }: CoreContext): Serves<Calls> => ({
  'outbox.list': async () => {
    const session = gate.getSession();
    return ok({ items: session.store.listOutbox().map((row) => outboxItem(session, row)) });
  },

  'outbox.retry': async () => {
    const { store, sync } = gate.getSession();
    store.forgetWaits();
    sync.wake();
    return ok(sync.view());
  },

  'outbox.withdraw': async ({ opId }) => {
    const session = gate.getSession();
    const row = session.store.findOutbox(opId);
    if (row === undefined || row.state === 'withdrawn') return fail('NOT_FOUND');
    const head = row.blockedBy ?? (row.state === 'waiting' || row.state === 'received' ? null : opId);
    if (head === null) return fail('NOT_ALLOWED', { reason: 'WRONG_STATE' });
    const { caseId } = row.operation;
    const chain = session.store
      .listOutbox([caseId])
      .filter((one) => one.operation.opId === head || one.blockedBy === head)
      .map(({ operation }) => operation);
    const drafts = draftsOf(session.store, chain, () => parts.newId(), new Date(parts.now()).toISOString());
    session.store.withdraw(
      chain.map((operation) => operation.opId),
      drafts,
    );
    emit({ event: 'case.changed', id: caseId });
    for (const { draftId } of drafts) emit({ event: 'draft.changed', id: draftId });
    session.sync.wake();
    return ok({ draftId: drafts[0]?.draftId ?? null });
  },
});

/** One line of the outbox, with its student and why it waits. */
export function outboxItem(session: Session, row: OutboxRow): OutboxItem {
  const { operation } = row;
  const c = session.store.findCase(operation.caseId);
  const entries = session.store.listLines(operation.caseId).map(({ entry }) => entry);
  const student = c?.student ?? entries.map((entry) => studentOf(entry.operation)).find((s) => s !== null);
  return {
    opId: operation.opId,
    caseId: operation.caseId,
    regime: c?.regime ?? regimeOfLog(entries) ?? 'senior-high',
    name: student?.name ?? '',
    caseNumber: c?.caseNumber ?? null,
    action: operation.kind,
    occurredAt: operation.occurredAt,
    delivery: deliveryOf(row, session),
    failure: row.failure ?? waitsFor(session, row),
    blockedBy: row.blockedBy,
    attempts: row.attempts,
  };
}

const studentOf = ({ payload }: Operation): StudentFacts | null =>
  'student' in payload ? payload.student : null;

/** An operation without a failure of its own waits for what keeps everything: no network, no sign-in. */
const waitsFor = ({ sync }: Session, row: OutboxRow): OutboxItem['failure'] =>
  row.state === 'waiting' && row.blockedBy === null ? sync.view().failure : null;
