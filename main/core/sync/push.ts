import type { OperationResult } from '../../../shared/contract/central.ts';
import type { Operation } from '../../../shared/domain/case/operation.ts';
import { FAILURES, type Failure, type FailureCode } from '../../../shared/failure.ts';
import type { Outcome } from '../vault/store.ts';
import { outcomeOf, refusalOf, type OutcomeContext } from './outcome.ts';
import { CLOSED, type SyncRoom, type Trouble } from './room.ts';

/** Most operations in one request. */
const BATCH = 50;

/** A request that fails like this may do so because of one operation in it. */
const OF_ONE_OPERATION: readonly FailureCode[] = [
  'INVALID_INPUT',
  'FORM_INVALID',
  'PAYLOAD_TOO_LARGE',
  'UNEXPECTED',
];

/**
 * Sends what waits, oldest first, one batch at a time, until nothing may be sent now. A request that
 * fails as a whole is halved until the operation that spoils it stands alone: that one parks, the
 * others go on (I6).
 */
export async function push(room: SyncRoom): Promise<Trouble> {
  let size = BATCH;
  for (;;) {
    const batch = room.store.listDue(room.now(), size);
    if (batch.length === 0) return null;
    room.sending(batch.map(({ opId }) => opId));
    const answer = await room.access.call('operation.submit', { operations: [...batch] });
    if (room.isOver()) return CLOSED;
    room.sending([]);
    if (answer.ok) {
      const ended = answer.value.results.find(waitsForSignIn);
      if (ended !== undefined) return { ok: false, failure: ended.failure };
      settleAll(room, batch, answer.value.results);
      size = Math.min(BATCH, size * 2);
    } else if (!OF_ONE_OPERATION.includes(answer.failure.code)) {
      return answer;
    } else if (batch.length > 1) {
      size = Math.floor(batch.length / 2);
    } else {
      settleLone(room, batch, answer.failure);
    }
  }
}

type Retried = Extract<OperationResult, { readonly status: 'retry' }>;

/** The session ended between two operations of a batch: those are sent again after signing in. */
const waitsForSignIn = (result: OperationResult): result is Retried =>
  result.status === 'retry' && FAILURES[result.failure.code].retry === 'afterSignIn';

function settleAll(room: SyncRoom, batch: readonly Operation[], results: readonly OperationResult[]): void {
  const byId = new Map(results.map((result) => [result.opId, result]));
  settle(room, batch, (operation, context) => outcomeOf(operation, byId.get(operation.opId), context));
}

function settleLone(room: SyncRoom, batch: readonly Operation[], failure: Failure): void {
  settle(room, batch, (operation, context) =>
    FAILURES[failure.code].retry === 'never'
      ? refusalOf(operation, failure, context)
      : outcomeOf(operation, { opId: operation.opId, status: 'retry', failure }, context),
  );
}

function settle(
  room: SyncRoom,
  batch: readonly Operation[],
  judge: (operation: Operation, context: OutcomeContext) => Outcome,
): void {
  const { store } = room;
  const now = room.now();
  const receiptKey = store.readMemory().receiptKey ?? '';
  const outcomes = batch.map((operation) => {
    const attempts = store.findOutbox(operation.opId)?.attempts ?? 0;
    return judge(operation, { now, random: room.random(), receiptKey, attempts });
  });
  room.changed(store.settle(outcomes, now));
}
