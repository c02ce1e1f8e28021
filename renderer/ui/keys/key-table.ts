/** One key of the window. `label` is the text key of what it does. */
export interface KeyRow {
  readonly label: string;
  /** As written on keyboards, for the list of keys. */
  readonly shown: readonly string[];
  /** Value of `KeyboardEvent.key`, lower case; digits stand for Alt+1 … Alt+9 as `digit`. */
  readonly key: string;
  readonly mod?: 'ctrl' | 'alt';
  /** Works while one is typing in a field as well. */
  readonly whileTyping?: true;
}

/** Every key, once: the handlers, the list under `?` and the settings page read this table. */
export const KEYS = {
  search: { label: 'key.search', shown: ['Ctrl', 'K'], key: 'k', mod: 'ctrl', whileTyping: true },
  newCase: { label: 'key.newCase', shown: ['Ctrl', 'N'], key: 'n', mod: 'ctrl', whileTyping: true },
  print: { label: 'key.print', shown: ['Ctrl', 'P'], key: 'p', mod: 'ctrl', whileTyping: true },
  submit: { label: 'key.submit', shown: ['Ctrl', 'Enter'], key: 'enter', mod: 'ctrl', whileTyping: true },
  menu: { label: 'key.menu', shown: ['Alt', '1…9'], key: 'digit', mod: 'alt', whileTyping: true },
  help: { label: 'key.help', shown: ['F1'], key: 'f1', whileTyping: true },
  keys: { label: 'key.keys', shown: ['?'], key: '?' },
  close: { label: 'key.close', shown: ['Esc'], key: 'escape', whileTyping: true },
  rows: { label: 'key.rows', shown: ['↑', '↓'], key: 'arrowdown' },
  rowEnds: { label: 'key.rowEnds', shown: ['Home', 'End'], key: 'home' },
  rowPages: { label: 'key.rowPages', shown: ['PgUp', 'PgDn'], key: 'pagedown' },
  openRow: { label: 'key.openRow', shown: ['Enter'], key: 'enter' },
  nextRequest: { label: 'key.nextRequest', shown: ['J'], key: 'j' },
  previousRequest: { label: 'key.previousRequest', shown: ['K'], key: 'k' },
  approve: { label: 'key.approve', shown: ['A'], key: 'a' },
  returnRequest: { label: 'key.returnRequest', shown: ['R'], key: 'r' },
  zoomIn: { label: 'key.zoomIn', shown: ['+'], key: '+' },
  zoomOut: { label: 'key.zoomOut', shown: ['-'], key: '-' },
  fitWidth: { label: 'key.fitWidth', shown: ['0'], key: '0' },
  turn: { label: 'key.turn', shown: ['T'], key: 't' },
  nextPage: { label: 'key.nextPage', shown: [']'], key: ']' },
  previousPage: { label: 'key.previousPage', shown: ['['], key: '[' },
} as const satisfies Record<string, KeyRow>;

/** Keys that act anywhere in the window, through `useKey`; the others belong to what has the focus. */
export type WindowKey = Exclude<keyof typeof KEYS, 'close' | 'rows' | 'rowEnds' | 'rowPages' | 'openRow'>;
