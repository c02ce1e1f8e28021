import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import type { Receipt } from '../../../shared/contract/central.ts';
import type { Draft } from '../../../shared/contract/core.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { LogEntry, Operation } from '../../../shared/domain/case/operation.ts';
import type { CaseState } from '../../../shared/domain/case/state.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import type { LogLine } from './overlay.ts';
import type { CaseFilter, CasePageQuery, CasePageRow, OutboxRow, Scope } from './rows.ts';

/** Where the next operation on a case stands (I5, I8). */
export interface Place {
  readonly deviceSeq: number;
  /** Last operation of this device on this case that is under way or receipted; else null. */
  readonly prevOpId: string | null;
}

/** What the service said about one operation. */
export type Outcome =
  | { readonly kind: 'committed'; readonly opId: string; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly opId: string; readonly failure: Failure }
  /** Not decided; sent again from this moment on (milliseconds). */
  | { readonly kind: 'retry'; readonly opId: string; readonly failure: Failure; readonly nextTry: number };

/** One page of the change feed, as the contract gives it. */
export interface ChangePage {
  readonly epoch: string;
  /** What this account may see, in central's words; another one, and the feed begins anew. */
  readonly scope: string;
  readonly changes: readonly LogEntry[];
  readonly cursor: number;
  readonly more: boolean;
}

/** Where the pull goes on: in the mirror in use, or in the one that will replace it. */
export interface PullPlace {
  readonly epoch: string | null;
  readonly scope: string | null;
  readonly cursor: number;
}

/** What the vault remembers of its account besides the cases. */
export interface Memory {
  /** The account as central described it last. */
  readonly account: SessionAccount;
  /** Public key of the receipts, base64 SPKI DER. */
  readonly receiptKey: string;
  /** Single use; lets an unlock go online again within its life. Null after signing out. */
  readonly refreshToken: string | null;
  /** Last answer of central, milliseconds; the lease counts from here. */
  readonly lastContact: number;
  /** Latest moment this vault was open, milliseconds: a clock set back is noticed. */
  readonly lastSeen: number;
}

/** Cases that changed by a call, for the event `case.changed`. */
export type Changed = readonly string[];

/**
 * Everything the core keeps for one account on one computer. Each method is one transaction; all are
 * synchronous. What is broken below throws (driver.ts names the failure).
 */
export interface Store {
  readonly kept: boolean;
  close(): void;

  readMemory(): Partial<Memory>;
  remember(patch: Partial<Memory>): void;

  findCase(caseId: string): Case | undefined;
  /** Committed lines, then this device's own; empty when the case is unknown. */
  listLines(caseId: string): readonly LogLine[];
  pageCases(query: CasePageQuery): readonly CasePageRow[];
  countCases(filter: CaseFilter): number;
  listInStates(regime: RegimeId, scope: Scope, states: readonly CaseState[]): readonly Case[];
  listOfStudent(regime: RegimeId, schoolId: string, identityNumber: string): readonly Case[];

  placeFor(caseId: string): Place;
  /** Operation, outbox row, folded case and the end of the draft, in one transaction (I2). */
  save(operation: Operation, draftId: string | null): void;
  findOutbox(opId: string): OutboxRow | undefined;
  /** Neither receipted nor withdrawn, oldest first; of all cases, or of these. */
  listOutbox(caseIds?: readonly string[]): readonly OutboxRow[];

  /** Up to `limit` operations that may be sent now, oldest first, in order within each case. */
  listDue(now: number, limit: number): readonly Operation[];
  /** The next moment after `now` at which one that has to wait may be sent. */
  nextTry(now: number): number | null;
  /** A batch of answers in one transaction with the cases they change (I14). */
  settle(outcomes: readonly Outcome[], now: number): Changed;
  /** The person asks to try again now. */
  forgetWaits(): void;
  /** Takes these operations out of the way; the drafts keep what they carried. */
  withdraw(opIds: readonly string[], drafts: readonly Draft[]): Changed;

  pullPlace(): PullPlace;
  /** The page and its cursor in one transaction. A page of another epoch or scope starts a new mirror. */
  applyPage(page: ChangePage): Changed;
  /** Forgets receipts older than the time the contract asks for (I1). */
  prune(now: number): void;

  putDraft(draft: Draft): void;
  findDraft(draftId: string): Draft | undefined;
  listDrafts(): readonly Draft[];
  deleteDraft(draftId: string): void;
}
