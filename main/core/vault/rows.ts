import type { Receipt } from '../../../shared/contract/central.ts';
import type { CaseSort } from '../../../shared/contract/core.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { Commit, Operation } from '../../../shared/domain/case/operation.ts';
import type { CaseState } from '../../../shared/domain/case/state.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';

/** A line of the mirror: what the service has committed. */
export interface Committed {
  readonly operation: Operation;
  readonly commit: Commit;
}

/** Where a saved operation stands; `sending` is known to the synchroniser alone and never stored. */
export type OutboxState = 'waiting' | 'received' | 'refused' | 'conflict' | 'revoked' | 'withdrawn';

/**
 * No wait is longer. A time further away was written before the clock was set back, and does not
 * count: clocks decide nothing (I8). Milliseconds.
 */
export const WAIT_HORIZON_MS = 3_600_000;

/** One saved operation of this device. Its content never changes, its fate does. */
export interface OutboxRow {
  readonly operation: Operation;
  readonly state: OutboxState;
  /** How often the service answered «later» for this operation alone. */
  readonly attempts: number;
  /** Milliseconds since 1970; not sent before (but see WAIT_HORIZON_MS). */
  readonly nextTry: number | null;
  readonly failure: Failure | null;
  /** The refused operation of the same case that stands before it; it is neither sent nor applied. */
  readonly blockedBy: string | null;
  /** Kept 35 days (I1); it proves that the school reported in time. */
  readonly receipt: Receipt | null;
  readonly settledAt: number | null;
}

/** The folded case as it is read, with the columns by which lists find it. */
export interface CaseIndex {
  readonly caseId: string;
  readonly regime: RegimeId;
  readonly schoolId: string;
  readonly filedBy: string;
  readonly state: CaseState;
  /** 填報日期 (for 暫存 the day it was opened), a date in Taipei. */
  readonly filedDay: string;
  readonly identityNumber: string;
  /** Name, 學號 and 通報字號 in the form in which a filter compares. */
  readonly search: string;
  readonly sort: Readonly<Record<CaseSort, string>>;
}
export interface CaseViewRow {
  readonly index: CaseIndex;
  readonly view: Case;
}

/** Which cases an account may see: all of its school, or those it filed. */
export interface Scope {
  readonly schoolId: string;
  /** Null: the whole school. */
  readonly filedBy: string | null;
}

export interface CaseFilter {
  readonly regime: RegimeId;
  readonly scope: Scope;
  readonly from: string;
  readonly to: string;
  readonly state: CaseState | null;
  /** Already normalised for search; empty finds all. */
  readonly text: string;
}

/** The last row of the page before; the next page begins behind it. */
export interface CasePlace {
  readonly value: string;
  readonly caseId: string;
}
export interface CasePageQuery extends CaseFilter {
  readonly sort: CaseSort;
  readonly descending: boolean;
  readonly after: CasePlace | null;
  readonly limit: number;
}
export interface CasePageRow {
  readonly view: Case;
  readonly place: CasePlace;
}
