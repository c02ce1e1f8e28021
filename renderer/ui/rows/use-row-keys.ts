import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';

/** Rows that PgUp and PgDn pass over. */
const PAGE_STEP = 10;

/** Where each key leads from a row; undefined for keys that move nothing. */
export function targetOf(key: string, active: number, count: number): number | undefined {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, last);
    case 'ArrowUp':
      return Math.max(active - 1, 0);
    case 'PageDown':
      return Math.min(active + PAGE_STEP, last);
    case 'PageUp':
      return Math.max(active - PAGE_STEP, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

interface Rows {
  readonly count: number;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly scrollTo: (index: number) => void;
}

/** ↑ ↓ Home End PgUp PgDn move the focus from row to row, Enter opens what the row stands for. */
export function useRowKeys(body: RefObject<HTMLElement | null>, rows: Rows) {
  const wanted = useRef(false);
  const { active } = rows;
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    body.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true });
  }, [active, body]);
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { target } = event;
    // Keys of an opened menu come here too, because it is a child in React though not in the page.
    if (!(target instanceof HTMLElement) || !body.current?.contains(target)) return;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && target.dataset['index'] !== undefined) {
      event.preventDefault();
      rows.onOpen(rows.active);
      return;
    }
    const to = targetOf(event.key, rows.active, rows.count);
    if (to === undefined) return;
    event.preventDefault();
    if (to === rows.active) return;
    wanted.current = true;
    rows.scrollTo(to);
    rows.onActive(to);
  };
}
