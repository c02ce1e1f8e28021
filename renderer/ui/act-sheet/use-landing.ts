import { useEffect, type RefObject } from 'react';

/**
 * A step of a dialog that comes back takes the focus when the button that had it is gone, so that the
 * next Tab goes on inside it. `root` needs tabIndex -1.
 */
export function useLanding(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) root.current?.focus();
  }, [root]);
}
