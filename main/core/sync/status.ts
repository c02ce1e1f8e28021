import type { SyncView } from '../../../shared/contract/core.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Store } from '../vault/store.ts';

/** What the synchroniser knows of itself. */
export interface SyncStatus {
  online: boolean;
  busy: boolean;
  lastContact: number | null;
  /** Next look by itself, milliseconds. */
  nextTry: number | null;
  skewMs: number | null;
  failure: Failure | null;
  sending: ReadonlySet<string>;
}

export const firstStatus = (lastContact: number | null): SyncStatus => ({
  online: false,
  busy: false,
  lastContact,
  nextTry: null,
  skewMs: null,
  failure: null,
  sending: new Set(),
});

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** The pill: what waits, what needs a person, and since when nobody answered. */
export function syncView(status: SyncStatus, store: Store): SyncView {
  const open = store.listOutbox();
  const waiting = open.filter(({ state }) => state === 'waiting').length;
  return {
    online: status.online,
    busy: status.busy,
    waiting,
    attention: open.length - waiting,
    lastContactAt: iso(status.lastContact),
    nextTryAt: status.failure === null && waiting === 0 ? null : iso(status.nextTry),
    clockSkewSeconds: status.skewMs === null ? null : Math.round(status.skewMs / 1000),
    failure: status.failure,
  };
}

/** What makes the pill look different; the time of the last contact alone is no news. */
export const newsOf = ({ lastContactAt: _, ...view }: SyncView): string => JSON.stringify(view);
