import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { core } from '../../bridge/app.ts';
import type { CoreInput } from '../../bridge/queries.ts';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';

type DraftInput = CoreInput<'draft.put'>;

export interface SavedState {
  /** Instant of the last save; null before the first. */
  readonly savedAt: string | null;
  /** Why the last try did not save; it is tried again. */
  readonly failure: Failure | null;
}

export interface Autosave extends DraftKeeper {
  readonly saved: SavedState;
}

/**
 * Keeps what is being typed as a draft 草稿 in the vault: while typing, on leaving and when the window
 * goes away. `make` says what to keep now; null while there is nothing worth keeping.
 */
export function useDraft(make: () => DraftInput | null, savedBefore: string | null = null): Autosave {
  const [saved, setSaved] = useState<SavedState>({ savedAt: savedBefore, failure: null });
  const latest = useRef(make);
  useEffect(() => {
    latest.current = make;
  });
  const [keeper] = useState(() =>
    createDraftKeeper(async () => {
      const draft = latest.current();
      if (draft === null) return true;
      const result = await core('draft.put', draft);
      setSaved((before) =>
        result.ok
          ? { savedAt: result.value.savedAt, failure: null }
          : { savedAt: before.savedAt, failure: result.failure },
      );
      return result.ok;
    }),
  );
  useEffect(() => {
    const flush = () => void keeper.flush();
    keeper.open();
    const events = ['pagehide', 'beforeunload', 'visibilitychange', 'blur'] as const;
    for (const name of events) window.addEventListener(name, flush);
    return () => {
      for (const name of events) window.removeEventListener(name, flush);
      keeper.close();
    };
  }, [keeper]);
  return { ...keeper, saved };
}
