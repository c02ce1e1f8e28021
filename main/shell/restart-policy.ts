/** Shorter than this (milliseconds) counts as "died at once". */
const QUICK = 10_000;
/** Wait before the first, second … restart in a row of quick deaths (milliseconds). */
const DELAYS = [0, 500, 2_000, 5_000];

/** Given how long it lived (milliseconds): the wait before the restart, or nothing to give up. */
export type RestartPolicy = (lived: number) => number | undefined;

/**
 * Says how long to wait before something that died is started again (milliseconds), or nothing when it
 * has died at once too often in a row and a person must be told.
 */
export function createRestartPolicy(): RestartPolicy {
  let quickDeaths = 0;
  return (lived) => {
    quickDeaths = lived < QUICK ? quickDeaths + 1 : 1;
    return DELAYS[quickDeaths - 1];
  };
}
