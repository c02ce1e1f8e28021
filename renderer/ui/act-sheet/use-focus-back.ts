import { useEffect } from 'react';

/** Puts the focus back where it was; if that is gone, on the title of the page. */
function returnFocus(before: Element | null): void {
  const active = document.activeElement;
  if (active !== null && active !== document.body) return;
  const gone = before === null || before === document.body || !before.isConnected;
  const target = gone ? document.querySelector('h1') : before;
  if (target instanceof HTMLElement) target.focus();
}

/**
 * After the dialog the focus is where it was before. Mantine does that for dialogs that stay rendered
 * while they are closed; ours are there only while they are open, so they want `returnFocus={false}`.
 */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      setTimeout(() => returnFocus(before));
    };
  }, []);
}
