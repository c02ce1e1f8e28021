import { WAIT_HORIZON_MS, type OutboxRow } from '../rows.ts';
import type { OutboxTable } from '../tables.ts';
import type { MemoryState } from './memory-state.ts';

const isOpen = ({ state }: OutboxRow): boolean => state !== 'received' && state !== 'withdrawn';
const isSendable = (row: OutboxRow): boolean => row.state === 'waiting' && row.blockedBy === null;
const mustWait = ({ nextTry }: OutboxRow, now: number): boolean =>
  nextTry !== null && nextTry > now && nextTry <= now + WAIT_HORIZON_MS;

export function memoryOutbox(state: MemoryState): OutboxTable {
  const rows = (): OutboxRow[] =>
    [...state.outbox.values()].toSorted((a, b) => a.operation.deviceSeq - b.operation.deviceSeq);
  return {
    put: (row) => void state.outbox.set(row.operation.opId, row),
    find: (opId) => state.outbox.get(opId),
    ofCase: (caseId) => rows().filter(({ operation }) => operation.caseId === caseId),
    open: () => rows().filter(isOpen),
    openOfCases: (caseIds) => rows().filter((row) => isOpen(row) && caseIds.includes(row.operation.caseId)),
    received: () => rows().filter((row) => row.state === 'received'),
    due: (now, limit) => {
      const held = new Set<string>();
      const due: OutboxRow[] = [];
      for (const row of rows().filter(isSendable)) {
        const { caseId } = row.operation;
        if (mustWait(row, now)) held.add(caseId);
        if (!held.has(caseId)) due.push(row);
      }
      return due.slice(0, limit);
    },
    nextTry: (now) => {
      const times = rows()
        .filter((row) => isSendable(row) && mustWait(row, now))
        .flatMap(({ nextTry }) => nextTry ?? []);
      return times.length === 0 ? null : Math.min(...times);
    },
    caseIds: () => [...new Set(rows().map(({ operation }) => operation.caseId))],
    prune: (settledBefore) => {
      const old = rows().filter(
        (row) => row.state === 'received' && row.settledAt !== null && row.settledAt < settledBefore,
      );
      for (const { operation } of old) state.outbox.delete(operation.opId);
    },
  };
}
