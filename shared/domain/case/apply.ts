import { textOf } from '../../forms/values.ts';
import type { Regime } from '../../regime/regime.ts';
import type { CaseAct } from './action.ts';
import type { Case, TrackingRecord } from './case.ts';
import { CONDITIONS, suggestedReason } from './conditions.ts';
import type { LogEntry, Operation } from './operation.ts';

type Of<K extends Operation['kind']> = Extract<Operation, { kind: K }>;

/**
 * Folds one line of the log into the case. It never refuses: central judged the operation before it
 * was committed, and the desktop judged it before it was saved. Acts on a case that does not exist
 * are passed over. Client and central get the same case from the same log (I14).
 */
export function apply(regime: Regime, before: Case | null, entry: LogEntry): Case | null {
  const { operation } = entry;
  const started =
    operation.kind === 'save' || operation.kind === 'submit'
      ? withContent(regime, before, entry, operation)
      : before;
  if (started === null) return null;
  const counted = withCommit(started, entry);
  const to = regime.actions[operation.kind]?.moves[before?.state ?? 'NONE'];
  const moved = to === undefined ? counted : { ...counted, state: to };
  return settle(regime, withEffect(regime, moved, entry, to !== undefined));
}

/** Folds a whole log; null when it holds no filing. */
export const fold = (regime: Regime, log: readonly LogEntry[]): Case | null =>
  log.reduce<Case | null>((c, entry) => apply(regime, c, entry), null);

function withContent(regime: Regime, before: Case | null, entry: LogEntry, op: Of<'save' | 'submit'>): Case {
  const filedAt = before?.filedAt ?? (op.kind === 'submit' ? op.occurredAt : null);
  return {
    id: op.caseId,
    regime: regime.id,
    regimeVersion: before?.regimeVersion ?? op.payload.regimeVersion,
    schoolId: before?.schoolId ?? op.actor.schoolId,
    state: before?.state ?? 'DRAFT',
    revision: (before?.revision ?? 0) + 1,
    caseNumber: before?.caseNumber ?? null,
    student: entry.commit?.student ?? keepRegister(before, op),
    values: op.payload.values,
    filedBy: before?.filedBy ?? op.actor,
    filedAt,
    openedAt: before?.openedAt ?? op.occurredAt,
    reportedAt: before?.reportedAt ?? null,
    closedAt: before?.closedAt ?? null,
    closeReason: before?.closeReason ?? null,
    tracking: before?.tracking ?? [],
    acts: before?.acts ?? {},
    pending: before?.pending ?? 0,
  };
}

/** Register data, once known, are not overwritten by what was typed while offline. */
const keepRegister = (before: Case | null, op: Of<'save' | 'submit'>) =>
  before?.student.source === 'register' &&
  before.student.identityNumber === op.payload.student.identityNumber &&
  op.payload.student.source === 'typed'
    ? before.student
    : op.payload.student;

const withCommit = (c: Case, { commit }: LogEntry): Case =>
  commit === null
    ? { ...c, pending: c.pending + 1 }
    : { ...c, caseNumber: commit.caseNumber ?? c.caseNumber };

/**
 * An act that the state no longer fits, as when a waiting one was overtaken, leaves no stamp: what the
 * service said of the case still stands.
 */
function withEffect(regime: Regime, c: Case, entry: LogEntry, fits: boolean): Case {
  const { operation: op, commit } = entry;
  switch (op.kind) {
    case 'save':
    case 'submit':
      return c;
    case 'saveTracking':
    case 'sendTracking':
      return { ...c, tracking: putRecord(c.tracking, op) };
    case 'deleteTracking':
      return {
        ...c,
        tracking: c.tracking.map((r) => (r.id === op.payload.recordId ? { ...r, deleted: true } : r)),
      };
    case 'report':
    case 'sendBack':
    case 'void':
    case 'find':
    case 'loseAgain':
    case 'acceptReturn':
    case 'confirmReturn':
    case 'close':
      return fits
        ? withStamps(
            regime,
            { ...c, acts: { ...c.acts, [op.kind]: op.payload.values } },
            op.kind,
            commit?.at ?? null,
          )
        : c;
    default:
      return op satisfies never;
  }
}

/** A record 暫存 is replaced by its next version; a sent one stays as it is. */
function putRecord(
  records: readonly TrackingRecord[],
  op: Of<'saveTracking' | 'sendTracking'>,
): readonly TrackingRecord[] {
  const old = records.find((r) => r.id === op.payload.recordId);
  if (old?.sent === true) return records;
  const record: TrackingRecord = {
    id: op.payload.recordId,
    author: op.actor,
    sent: op.kind === 'sendTracking',
    deleted: false,
    writtenAt: op.occurredAt,
    values: op.payload.values,
  };
  return [...records.filter((r) => r.id !== record.id), record];
}

function withStamps(regime: Regime, c: Case, act: CaseAct, at: string | null): Case {
  const stamps = regime.actions[act]?.stamps ?? [];
  const closing = stamps.includes('closedAt')
    ? { closedAt: at, closeReason: CLOSING_REASON[regime.closingSource](regime, c) }
    : {};
  return { ...c, ...(stamps.includes('reportedAt') ? { reportedAt: at } : {}), ...closing };
}

const CLOSING_REASON = {
  suggestion: suggestedReason,
  form: (_: Regime, c: Case) => textOf(c.acts.close ?? {}, 'closeReason') || null,
} as const satisfies Record<Regime['closingSource'], (regime: Regime, c: Case) => string | null>;

/** Follows the automatic moves until none holds; a table that circles stops after its own length. */
function settle(regime: Regime, c: Case): Case {
  let now = c;
  for (let step = 0; step <= regime.automatic.length; step += 1) {
    const row = regime.automatic.find((r) => r.from === now.state && CONDITIONS[r.when](regime, now));
    if (row === undefined) return now;
    now = { ...now, state: row.to };
  }
  return now;
}
