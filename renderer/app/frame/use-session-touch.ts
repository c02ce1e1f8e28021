import { useEffect } from 'react';
import { core } from '../../bridge/app.ts';
import { useKnown } from '../../bridge/queries.ts';

/** The window says at most this often that the person is there. */
export const TOUCH_EVERY_MS = 20_000;

/** What only a person does; timers, events and answers of the core are no acts. */
const ACTS = ['keydown', 'pointerdown', 'wheel'] as const;

/** Any key or press starts the thirty minutes anew (domain §1.4.13). */
export function useSessionTouch(): void {
  const known = useKnown('session.get');
  useEffect(() => {
    let last = -Infinity;
    const touch = (): void => {
      if (Date.now() - last < TOUCH_EVERY_MS) return;
      last = Date.now();
      void core('session.touch', {}).then((result) => {
        if (result.ok) known({}, result.value);
      });
    };
    for (const act of ACTS) window.addEventListener(act, touch, { capture: true, passive: true });
    return () => {
      for (const act of ACTS) window.removeEventListener(act, touch, { capture: true });
    };
  }, [known]);
}
