import type { FailureCode } from '../../../shared/failure.ts';
import { backoffMs, LONGEST_PROBE_MS, LONGEST_WAIT_MS } from './backoff.ts';
import type { Trouble } from './room.ts';

/** How often others' changes are asked for while all is well. */
export const POLL_MS = 15_000;

/** Nobody, or not central, answers: it is looked for. Everything else is an answer of central. */
const UNREACHABLE: readonly FailureCode[] = ['OFFLINE', 'INTERCEPTED', 'UNAVAILABLE'];
/** Waits for the person; central is only asked whether it is there. */
const FOR_THE_PERSON: readonly FailureCode[] = ['SIGNED_OUT', 'PASSWORD_EXPIRED', 'SECOND_FACTOR_MISSING'];

export const isUnreachable = (code: FailureCode): boolean => UNREACHABLE.includes(code);

export interface RestInput {
  readonly trouble: Trouble;
  /** Rounds in a row that ended in trouble, this one included. */
  readonly failures: number;
  /** Milliseconds until an operation that has to wait may be sent; null when none waits. */
  readonly untilNext: number | null;
  readonly random: number;
}

/** How long the synchroniser sleeps after a round, in milliseconds. */
export function restMs({ trouble, failures, untilNext, random }: RestInput): number {
  if (trouble === null) return Math.max(0, Math.min(POLL_MS, untilNext ?? POLL_MS));
  const { failure, stayAway } = trouble;
  if (stayAway !== undefined) return stayAway;
  const probing = isUnreachable(failure.code) || FOR_THE_PERSON.includes(failure.code);
  return backoffMs(failures, probing ? LONGEST_PROBE_MS : LONGEST_WAIT_MS, random);
}
