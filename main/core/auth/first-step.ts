import type { CoreParts } from '../parts.ts';
import type { FirstStep } from './sign-in.ts';

/** How long the second step may follow the first; central's own limit may be shorter. */
export const FIRST_STEP_MS = 5 * 60_000;

/**
 * The first step of a sign-in that waits for its second one: name and password, in memory alone,
 * because the vault needs the password when central has taken the code.
 */
export interface FirstSteps {
  readonly held: FirstStep | null;
  hold(step: FirstStep): void;
  drop(): void;
}

export function createFirstSteps(parts: Pick<CoreParts, 'now' | 'setTimer'>): FirstSteps {
  let held: { readonly step: FirstStep; readonly endsAt: number } | null = null;
  let cancel = (): void => undefined;
  const drop = (): void => {
    cancel();
    held = null;
  };
  return {
    // A computer that slept has no timers.
    get held() {
      return held !== null && parts.now() < held.endsAt ? held.step : null;
    },
    hold: (step) => {
      drop();
      held = { step, endsAt: parts.now() + FIRST_STEP_MS };
      cancel = parts.setTimer(drop, FIRST_STEP_MS);
    },
    drop,
  };
}
