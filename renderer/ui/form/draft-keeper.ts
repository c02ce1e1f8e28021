/** Longest time between typing and being kept. */
export const KEEP_AFTER_MS = 1500;
/** After a save that failed. */
const TRY_AGAIN_MS = 5000;

export interface DraftKeeper {
  /** Something was typed. */
  readonly touch: () => void;
  /** Keeps it now, if there is anything new. */
  readonly flush: () => Promise<void>;
  /** The work is being filed: no more saves, and none is under way when this resolves. */
  readonly stop: () => Promise<void>;
  /** Filing did not succeed: go on keeping. */
  readonly resume: () => void;
  /** The page is shown. */
  readonly open: () => void;
  /** The page goes away: one last save. No tries after it, because somebody else may sign in. */
  readonly close: () => void;
}

/**
 * Calls `save` at most once at a time, some time after `touch`; `save` tells whether it succeeded.
 * A draft must not come back after its case was filed, so `stop` waits for the save under way.
 */
export function createDraftKeeper(save: () => Promise<boolean>): DraftKeeper {
  let dirty = false;
  let stopped = false;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  const plan = (ms: number) => {
    if (!closed) timer ??= setTimeout(() => void flush(), ms);
  };
  const run = async (): Promise<void> => {
    while (dirty && !stopped) {
      dirty = false;
      if (await save()) continue;
      dirty = true;
      plan(TRY_AGAIN_MS);
      return;
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    touch: () => {
      dirty = true;
      if (!stopped) plan(KEEP_AFTER_MS);
    },
    flush,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
      await running;
    },
    resume: () => {
      stopped = false;
      dirty = true;
      plan(KEEP_AFTER_MS);
    },
    open: () => {
      closed = false;
    },
    close: () => {
      closed = true;
      void flush();
    },
  };
}
