import { fold } from '../../../shared/domain/case/apply.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { LogEntry } from '../../../shared/domain/case/operation.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import type { Committed, OutboxRow } from './rows.ts';

/**
 * Version of what a folded view holds. Raise it when apply(), a regime's tables or the columns of the
 * list change their outcome: the next opening folds every case anew.
 */
const FOLD_VERSION = 1;
export const VIEW_VERSION: string = [
  FOLD_VERSION,
  ...Object.values(REGIMES).map((regime) => `${regime.id}@${regime.version}`),
].join(' ');

/** One line as a person sees it: committed, or an operation of this device with its fate. */
export interface LogLine {
  readonly entry: LogEntry;
  /** Null for a committed line. */
  readonly outbox: OutboxRow | null;
  /** Whether it moves the case. */
  readonly applied: boolean;
}

/** Refused, withdrawn and blocked operations stand in the log of the case but do not move it [VA6]. */
const moves = (row: OutboxRow): boolean =>
  row.state === 'received' || (row.state === 'waiting' && row.blockedBy === null);

/** Committed in the epoch of the mirror and yet not in it: of a case that this account sees no more. */
const isOutOfSight = ({ state, receipt }: OutboxRow, epoch: string): boolean =>
  state === 'received' && receipt?.serverEpoch === epoch;

/**
 * Mirror and outbox laid over each other: committed lines in the service's order, then this device's
 * own in the order in which they were made. An operation that is in both counts once, as committed.
 * `epoch` is that of the mirror.
 */
export function linesOf(
  committed: readonly Committed[],
  outbox: readonly OutboxRow[],
  epoch: string,
): readonly LogLine[] {
  const known = new Set(committed.map(({ operation }) => operation.opId));
  return [
    ...committed.map((entry) => ({ entry, outbox: null, applied: true })),
    ...outbox
      .filter((row) => row.state !== 'withdrawn' && !known.has(row.operation.opId))
      .filter((row) => !isOutOfSight(row, epoch))
      .map((row) => ({
        // Received but not in the mirror: the receipt is of another epoch than the mirror still has.
        entry: {
          operation: row.operation,
          commit: row.state === 'received' ? (row.receipt?.result ?? null) : null,
        },
        outbox: row,
        applied: moves(row),
      })),
  ];
}

/** A case finds its rules in its first filing; there is no case before one. */
export function regimeOfLog(entries: readonly LogEntry[]): RegimeId | undefined {
  for (const { operation } of entries) {
    if (operation.kind === 'save' || operation.kind === 'submit') return operation.payload.regime;
  }
  return undefined;
}

/** The case as it is shown; undefined while nothing of it holds. */
export function foldLines(lines: readonly LogLine[]): Case | undefined {
  const entries = lines.filter(({ applied }) => applied).map(({ entry }) => entry);
  const regime = regimeOfLog(entries);
  return regime === undefined ? undefined : (fold(REGIMES[regime], entries) ?? undefined);
}
