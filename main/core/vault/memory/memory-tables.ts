import type { DraftTable, MetaTable, Tables } from '../tables.ts';
import { memoryLog } from './memory-log.ts';
import { memoryOutbox } from './memory-outbox.ts';
import { copyState, emptyState, type MemoryState } from './memory-state.ts';
import { memoryViews } from './memory-views.ts';

/** The tables without a disk: for a computer without a key store, and as the plain model of the others. */
export function openMemoryTables(): Tables {
  const state = emptyState();
  return {
    kept: false,
    transaction: (act) => {
      const before = copyState(state);
      try {
        return act();
      } catch (fault) {
        Object.assign(state, before);
        throw fault;
      }
    },
    close: () => void Object.assign(state, emptyState()),
    meta: memoryMeta(state),
    log: memoryLog(state),
    outbox: memoryOutbox(state),
    views: memoryViews(state),
    drafts: memoryDrafts(state),
  };
}

const memoryMeta = (state: MemoryState): MetaTable => ({
  find: (key) => state.meta.get(key),
  put: (key, value) => void state.meta.set(key, value),
  delete: (key) => void state.meta.delete(key),
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const memoryDrafts = (state: MemoryState): DraftTable => ({
  put: (draft) => void state.drafts.set(draft.draftId, draft),
  find: (draftId) => state.drafts.get(draftId),
  list: () =>
    [...state.drafts.values()].toSorted(
      (a, b) => compare(b.savedAt, a.savedAt) || compare(a.draftId, b.draftId),
    ),
  delete: (draftId) => void state.drafts.delete(draftId),
});
