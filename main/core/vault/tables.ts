import type { Draft } from '../../../shared/contract/core.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { CaseState } from '../../../shared/domain/case/state.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import type {
  CaseFilter,
  CasePageQuery,
  CasePageRow,
  CaseViewRow,
  Committed,
  OutboxRow,
  Scope,
} from './rows.ts';

/** Single values that the vault remembers, as text. */
export type MetaKey =
  | 'vaultId'
  | 'viewVersion'
  | 'deviceSeq'
  | 'account'
  | 'receiptKey'
  | 'refreshToken'
  | 'lastContact'
  | 'lastSeen'
  | 'epoch'
  | 'scope'
  | 'log'
  | 'cursor'
  | 'guests'
  | 'nextEpoch'
  | 'nextScope'
  | 'nextLog'
  | 'nextCursor';

/**
 * The bare tables under the store, once on encrypted SQLite and once in memory. Everything is
 * synchronous, so a transaction cannot be left open across an await. Faults are thrown.
 */
export interface Tables {
  /** False in memory: nothing outlives the process. */
  readonly kept: boolean;
  /** All of it or nothing. */
  transaction<T>(act: () => T): T;
  close(): void;
  readonly meta: MetaTable;
  readonly log: LogTable;
  readonly outbox: OutboxTable;
  readonly views: ViewTable;
  readonly drafts: DraftTable;
}

export interface MetaTable {
  find(key: MetaKey): string | undefined;
  put(key: MetaKey, value: string): void;
  delete(key: MetaKey): void;
}

/** case_log: committed lines, of the log in use and of one that is being fetched (see log-names.ts). */
export interface LogTable {
  /** As the feed tells it. Another operation at the same place throws. */
  put(log: string, line: Committed): void;
  /** As a receipt tells it: passed over where the feed was faster. */
  putUnlessThere(log: string, line: Committed): void;
  /** In the order of the service. */
  ofCase(log: string, caseId: string): readonly Committed[];
  has(log: string, opId: string): boolean;
  /** Every case that any log knows. */
  caseIds(): readonly string[];
  /** Forgets the lines of this log, of all others, or of one case in this log. */
  drop(which: { readonly log: string; readonly caseId?: string } | { readonly allBut: string }): void;
}

/** All lists in the order in which the operations were made. */
export interface OutboxTable {
  put(row: OutboxRow): void;
  find(opId: string): OutboxRow | undefined;
  ofCase(caseId: string): readonly OutboxRow[];
  /** Neither receipted nor withdrawn. */
  open(): readonly OutboxRow[];
  openOfCases(caseIds: readonly string[]): readonly OutboxRow[];
  received(): readonly OutboxRow[];
  /** What may be sent now: oldest first; a case whose oldest must wait, waits as a whole. */
  due(now: number, limit: number): readonly OutboxRow[];
  /** The next moment after `now` at which one that has to wait may be sent. */
  nextTry(now: number): number | null;
  caseIds(): readonly string[];
  /** Deletes what was receipted before this moment. */
  prune(settledBefore: number): void;
}

export interface ViewTable {
  put(row: CaseViewRow): void;
  find(caseId: string): Case | undefined;
  delete(caseId: string): void;
  clear(): void;
  page(query: CasePageQuery): readonly CasePageRow[];
  count(filter: CaseFilter): number;
  /** Longest waiting first. */
  inStates(regime: RegimeId, scope: Scope, states: readonly CaseState[]): readonly Case[];
  ofStudent(regime: RegimeId, schoolId: string, identityNumber: string): readonly Case[];
}

export interface DraftTable {
  put(draft: Draft): void;
  find(draftId: string): Draft | undefined;
  /** Newest first. */
  list(): readonly Draft[];
  delete(draftId: string): void;
}
