import type { Receipt } from '../../../../shared/contract/central.ts';
import type { Operation } from '../../../../shared/domain/case/operation.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { WAIT_HORIZON_MS, type OutboxRow, type OutboxState } from '../rows.ts';
import type { OutboxTable } from '../tables.ts';
import { read, type Statements } from './statements.ts';

interface Raw {
  readonly state: OutboxState;
  readonly attempts: number;
  readonly next_try: number | null;
  readonly blocked_by: string | null;
  readonly settled_at: number | null;
  readonly operation: string;
  readonly failure: string | null;
  readonly receipt: string | null;
}

const rowOf = (raw: Raw): OutboxRow => ({
  operation: read<Operation>(raw.operation),
  state: raw.state,
  attempts: raw.attempts,
  nextTry: raw.next_try,
  failure: raw.failure === null ? null : read<Failure>(raw.failure),
  blockedBy: raw.blocked_by,
  receipt: raw.receipt === null ? null : read<Receipt>(raw.receipt),
  settledAt: raw.settled_at,
});

const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

/** First and last moment of a wait that still lasts. */
const waits = (now: number): [number, number] => [now + 1, now + WAIT_HORIZON_MS];

const OPEN = `state NOT IN ('received', 'withdrawn')`;

/** A case waits as a whole while one of its earlier operations has to wait. */
const DUE = `
  SELECT * FROM outbox AS o
  WHERE ${OPEN} AND state = 'waiting' AND blocked_by IS NULL AND NOT EXISTS (
    SELECT 1 FROM outbox AS e
    WHERE e.case_id = o.case_id AND e.device_seq <= o.device_seq
      AND e.state = 'waiting' AND e.blocked_by IS NULL AND e.next_try BETWEEN ? AND ?
  )
  ORDER BY device_seq LIMIT ?`;

export function sqliteOutbox(sql: Statements): OutboxTable {
  const all = (text: string, ...values: unknown[]) => (sql(text).all(...values) as Raw[]).map(rowOf);
  return {
    put: (row) => {
      sql(
        `INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (device_seq) DO UPDATE SET state = excluded.state, attempts = excluded.attempts,
           next_try = excluded.next_try, blocked_by = excluded.blocked_by,
           settled_at = excluded.settled_at, failure = excluded.failure, receipt = excluded.receipt`,
      ).run(
        row.operation.deviceSeq,
        row.operation.opId,
        row.operation.caseId,
        row.state,
        row.attempts,
        row.nextTry,
        row.blockedBy,
        row.settledAt,
        JSON.stringify(row.operation),
        json(row.failure),
        json(row.receipt),
      );
    },
    find: (opId) => all('SELECT * FROM outbox WHERE op_id = ?', opId)[0],
    ofCase: (caseId) => all('SELECT * FROM outbox WHERE case_id = ? ORDER BY device_seq', caseId),
    open: () => all(`SELECT * FROM outbox WHERE ${OPEN} ORDER BY device_seq`),
    openOfCases: (caseIds) =>
      all(
        `SELECT * FROM outbox WHERE ${OPEN} AND case_id IN (SELECT value FROM json_each(?))
         ORDER BY device_seq`,
        JSON.stringify(caseIds),
      ),
    received: () => all(`SELECT * FROM outbox WHERE state = 'received' ORDER BY device_seq`),
    due: (now, limit) => all(DUE, ...waits(now), limit),
    nextTry: (now) => {
      const row = sql(
        `SELECT min(next_try) AS at FROM outbox
         WHERE ${OPEN} AND state = 'waiting' AND blocked_by IS NULL AND next_try BETWEEN ? AND ?`,
      ).get(...waits(now)) as { at: number | null };
      return row.at;
    },
    caseIds: () =>
      (sql('SELECT DISTINCT case_id FROM outbox').all() as { case_id: string }[]).map((row) => row.case_id),
    prune: (settledBefore) =>
      void sql(`DELETE FROM outbox WHERE state = 'received' AND settled_at < ?`).run(settledBefore),
  };
}
