import type { Access } from '../auth/access.ts';
import type { CallResult } from '../api/call-result.ts';
import type { Store } from '../vault/store.ts';

/** What push and pull share. */
export interface SyncRoom {
  readonly access: Access;
  readonly store: Store;
  /** Milliseconds by this computer's clock. */
  now(): number;
  random(): number;
  /** Cases that are other than before. */
  changed(caseIds: readonly string[]): void;
  /** Operations that are on their way right now. */
  sending(opIds: readonly string[]): void;
  /** Central shows this account other cases than before. */
  scopeChanged(): void;
  /** The session was closed while an answer was awaited: nothing may be touched any more. */
  isOver(): boolean;
}

/** Null: all done for now. */
export type Trouble = Exclude<CallResult<never>, { readonly ok: true }> | null;

export const CLOSED: Trouble = { ok: false, failure: { code: 'OFFLINE' } };
