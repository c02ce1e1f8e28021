import type { CoreParts } from '../parts.ts';

/** A session ends when nobody did anything for thirty minutes [A:162; domain §1.4.13]. */
export const IDLE_MS = 30 * 60_000;

/** The thirty minutes of a session. */
export interface IdleClock {
  /** Milliseconds since 1970. */
  readonly endsAt: number;
  /** A person did something: they begin anew. */
  touch(): void;
  /** A computer that slept has no timers: asked before each call. */
  isOver(): boolean;
  stop(): void;
}

/** The timer ends the session whatever is done to the clock; the clock ends it after a sleep. */
export function createIdleClock(parts: Pick<CoreParts, 'now' | 'setTimer'>, end: () => void): IdleClock {
  let endsAt = 0;
  let cancel = (): void => undefined;
  const touch = (): void => {
    cancel();
    endsAt = parts.now() + IDLE_MS;
    cancel = parts.setTimer(end, IDLE_MS);
  };
  touch();
  return {
    get endsAt() {
      return endsAt;
    },
    touch,
    isOver: () => parts.now() >= endsAt,
    stop: () => cancel(),
  };
}
