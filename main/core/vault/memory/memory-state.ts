import type { Draft } from '../../../../shared/contract/core.ts';
import type { CaseViewRow, Committed, OutboxRow } from '../rows.ts';
import type { MetaKey } from '../tables.ts';

/** The lines of one epoch. */
export interface EpochLog {
  readonly places: Set<number>;
  readonly opIds: Set<string>;
  /** By case, in the order of the service. */
  readonly cases: Map<string, readonly Committed[]>;
}

export const emptyLog = (): EpochLog => ({ places: new Set(), opIds: new Set(), cases: new Map() });

const copyLog = (log: EpochLog): EpochLog => ({
  places: new Set(log.places),
  opIds: new Set(log.opIds),
  cases: new Map(log.cases),
});

/** Everything that the memory tables hold. */
export interface MemoryState {
  meta: Map<MetaKey, string>;
  /** By epoch. */
  log: Map<string, EpochLog>;
  outbox: Map<string, OutboxRow>;
  views: Map<string, CaseViewRow>;
  drafts: Map<string, Draft>;
}

export const emptyState = (): MemoryState => ({
  meta: new Map(),
  log: new Map(),
  outbox: new Map(),
  views: new Map(),
  drafts: new Map(),
});

/** Rows are never changed in place, so copies of the maps are a snapshot. */
export const copyState = (state: MemoryState): MemoryState => ({
  meta: new Map(state.meta),
  log: new Map([...state.log].map(([epoch, log]) => [epoch, copyLog(log)])),
  outbox: new Map(state.outbox),
  views: new Map(state.views),
  drafts: new Map(state.drafts),
});
