import { KEYS, type KeyRow, type WindowKey } from './key-table.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'));

/** The digit of Alt+1 … Alt+9, whatever character the layout makes of it; undefined for other keys. */
export const digitOf = (event: KeyboardEvent): number | undefined => {
  const match = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  return match ? Number(match[1]) : undefined;
};

/** Whether the press is this key. Never while an input method composes (Enter picks a word then). */
export function matchesKey(event: KeyboardEvent, id: WindowKey): boolean {
  const row: KeyRow = KEYS[id];
  if (event.isComposing || event.repeat) return false;
  if ((event.ctrlKey || event.metaKey) !== (row.mod === 'ctrl')) return false;
  if (event.altKey !== (row.mod === 'alt')) return false;
  if (row.whileTyping !== true && isTyping(event.target)) return false;
  return row.key === 'digit' ? digitOf(event) !== undefined : event.key.toLowerCase() === row.key;
}
