/** Capped exponential waits with jitter, unlimited in number (I6): 2 s → 10 min. */
export const FIRST_WAIT_MS = 2000;
export const LONGEST_WAIT_MS = 600_000;
/** While central cannot be reached it is looked for at least this often. */
export const LONGEST_PROBE_MS = 30_000;

/**
 * Wait before the next try after `attempts` failed ones (from 1): doubled each time up to `longest`,
 * then spread over its upper half, so that a thousand schools do not come back in the same second.
 */
export function backoffMs(attempts: number, longest: number, random: number): number {
  const full = Math.min(longest, FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 30));
  return Math.round(full / 2 + (full / 2) * random);
}
