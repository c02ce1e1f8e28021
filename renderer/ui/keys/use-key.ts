import { useEffect, useRef } from 'react';
import type { WindowKey } from './key-table.ts';
import { matchesKey } from './matches.ts';

/** While the component is shown, the key does this, and the runtime's own meaning of it is prevented. */
export function useKey(id: WindowKey, press: (event: KeyboardEvent) => void, enabled = true): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  }, [press]);
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !matchesKey(event, id)) return;
      event.preventDefault();
      latest.current(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [id, enabled]);
}
