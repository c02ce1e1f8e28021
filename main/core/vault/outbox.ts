import type { FailureCode } from '../../../shared/failure.ts';
import type { Operation } from '../../../shared/domain/case/operation.ts';
import { dropGuests } from './guests.ts';
import { logOfReceipts } from './log-names.ts';
import { refreshCases } from './refresh.ts';
import type { OutboxRow, OutboxState } from './rows.ts';
import type { Changed, Outcome, Place, Store } from './store.ts';
import type { Tables } from './tables.ts';

type OutboxPart = Pick<
  Store,
  | 'placeFor'
  | 'save'
  | 'findOutbox'
  | 'listOutbox'
  | 'listDue'
  | 'nextTry'
  | 'settle'
  | 'forgetWaits'
  | 'withdraw'
  | 'prune'
>;

/** Acknowledged operations are kept so long that a service restored from a backup gets them again. */
export const KEEP_RECEIPTED_MS = 35 * 24 * 3_600_000;

/** Refusals that a person settles in a way of their own; all others are plain refusals. */
const STATE_OF_REFUSAL: Partial<Record<FailureCode, OutboxState>> = {
  CONFLICT: 'conflict',
  REVOKED: 'revoked',
};

export function createOutbox(tables: Tables): OutboxPart {
  const { outbox } = tables;
  return {
    placeFor: (caseId) => placeFor(tables, caseId),
    save: (operation, draftId) => tables.transaction(() => save(tables, operation, draftId)),
    findOutbox: (opId) => outbox.find(opId),
    listOutbox: (caseIds) => (caseIds === undefined ? outbox.open() : outbox.openOfCases(caseIds)),
    listDue: (now, limit) => outbox.due(now, limit).map(({ operation }) => operation),
    nextTry: (now) => outbox.nextTry(now),
    settle: (outcomes, now) =>
      tables.transaction(() => {
        const changed = new Set(outcomes.flatMap((outcome) => settleOne(tables, outcome, now)));
        dropGuests(tables, changed);
        refreshCases(tables, changed);
        return [...changed];
      }),
    forgetWaits: () =>
      tables.transaction(() => {
        for (const row of outbox.open()) if (row.nextTry !== null) outbox.put({ ...row, nextTry: null });
      }),
    withdraw: (opIds, drafts) =>
      tables.transaction(() => {
        const rows = opIds.flatMap((opId) => outbox.find(opId) ?? []);
        for (const row of rows) outbox.put({ ...row, state: 'withdrawn', blockedBy: null });
        for (const draft of drafts) tables.drafts.put(draft);
        const changed = new Set(rows.map(({ operation }) => operation.caseId));
        dropGuests(tables, changed);
        refreshCases(tables, changed);
        return [...changed];
      }),
    prune: (now) => tables.transaction(() => outbox.prune(now - KEEP_RECEIPTED_MS)),
  };
}

function placeFor({ meta, outbox }: Tables, caseId: string): Place {
  const before = outbox
    .ofCase(caseId)
    .findLast((row) => row.state === 'received' || (row.state === 'waiting' && row.blockedBy === null));
  return {
    deviceSeq: Number(meta.find('deviceSeq') ?? '0') + 1,
    prevOpId: before?.operation.opId ?? null,
  };
}

function save(tables: Tables, operation: Operation, draftId: string | null): void {
  if (operation.deviceSeq !== placeFor(tables, operation.caseId).deviceSeq)
    throw new RangeError('an operation must take the next place');
  if (tables.outbox.find(operation.opId) !== undefined) throw new RangeError('an operation is saved once');
  tables.meta.put('deviceSeq', String(operation.deviceSeq));
  tables.outbox.put({
    operation,
    state: 'waiting',
    attempts: 0,
    nextTry: null,
    failure: null,
    blockedBy: null,
    receipt: null,
    settledAt: null,
  });
  if (draftId !== null) tables.drafts.delete(draftId);
  refreshCases(tables, [operation.caseId]);
}

function settleOne(tables: Tables, outcome: Outcome, now: number): Changed {
  const row = tables.outbox.find(outcome.opId);
  if (row === undefined || row.state === 'withdrawn') return [];
  switch (outcome.kind) {
    case 'committed':
      return receive(tables, row, outcome, now);
    case 'refused':
      return row.state === 'waiting' ? refuse(tables, row, outcome, now) : [];
    case 'retry':
      return row.state === 'waiting' && row.blockedBy === null ? wait(tables, row, outcome) : [];
    default:
      return outcome satisfies never;
  }
}

type Of<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;

function receive(tables: Tables, row: OutboxRow, { receipt }: Of<'committed'>, now: number): Changed {
  tables.log.putUnlessThere(logOfReceipts(tables, receipt.serverEpoch), {
    operation: row.operation,
    commit: receipt.result,
  });
  tables.outbox.put({
    ...row,
    state: 'received',
    receipt,
    failure: null,
    nextTry: null,
    blockedBy: null,
    settledAt: now,
  });
  return [row.operation.caseId];
}

/** The refused one stays with its reason; what was built on it waits behind it (I6, I9). */
function refuse(tables: Tables, row: OutboxRow, { failure }: Of<'refused'>, now: number): Changed {
  const state = STATE_OF_REFUSAL[failure.code] ?? 'refused';
  tables.outbox.put({ ...row, state, failure, nextTry: null, settledAt: now });
  const { caseId, deviceSeq, opId } = row.operation;
  for (const later of tables.outbox.ofCase(caseId)) {
    if (later.operation.deviceSeq > deviceSeq && later.state === 'waiting' && later.blockedBy === null)
      tables.outbox.put({ ...later, blockedBy: opId });
  }
  return [caseId];
}

function wait(tables: Tables, row: OutboxRow, { failure, nextTry }: Of<'retry'>): Changed {
  tables.outbox.put({ ...row, attempts: row.attempts + 1, nextTry, failure });
  if (failure.code === 'GAP') sendAgain(tables, row);
  return [];
}

/** The service lacks what we hold receipts for: this case goes again from its oldest (I5, I12). */
function sendAgain({ outbox }: Tables, row: OutboxRow): void {
  const earlier = outbox
    .ofCase(row.operation.caseId)
    .filter(({ operation }) => operation.deviceSeq < row.operation.deviceSeq);
  if (earlier.some(({ state }) => state === 'waiting')) return;
  for (const one of earlier) if (one.state === 'received') outbox.put({ ...one, state: 'waiting' });
}
