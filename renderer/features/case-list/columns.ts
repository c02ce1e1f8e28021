import type { CaseSort } from '../../../shared/contract/core.ts';

interface ColumnRow {
  /** Least width in CSS px. */
  readonly width: number;
  readonly sort?: CaseSort;
  /** The name always stays: without it a row says nothing. */
  readonly always?: true;
}

/** The seed's fourteen columns in its order [A:624–630]. Heading `column.<id>`. */
export const COLUMNS = {
  caseNumber: { width: 118, sort: 'caseNumber' },
  studentNumber: { width: 80, sort: 'studentNumber' },
  name: { width: 80, sort: 'name', always: true },
  category: { width: 128, sort: 'category' },
  mainCause: { width: 84, sort: 'mainCause' },
  filedByName: { width: 76, sort: 'filedByName' },
  filedAt: { width: 84, sort: 'filedAt' },
  closeReason: { width: 124, sort: 'closeReason' },
  state: { width: 178, sort: 'state' },
  reportedAt: { width: 84, sort: 'reportedAt' },
  closedAt: { width: 84, sort: 'closedAt' },
  form: { width: 76 },
  main: { width: 102 },
  more: { width: 74 },
} as const satisfies Record<string, ColumnRow>;

export type ColumnId = keyof typeof COLUMNS;

export const COLUMN_IDS = Object.keys(COLUMNS) as readonly ColumnId[];

export const columnRow = (id: ColumnId): ColumnRow => COLUMNS[id];

/** What a small window does without first. */
const LESSER: readonly ColumnId[] = [
  'closedAt',
  'reportedAt',
  'filedByName',
  'studentNumber',
  'mainCause',
  'closeReason',
];

export const widthOf = (shown: readonly ColumnId[]): number =>
  shown.reduce((sum, id) => sum + COLUMNS[id].width, 0);

/** Columns hidden at first, so that the rest fits into this many CSS px; each can be shown again. */
export function hiddenAtFirst(room: number): readonly ColumnId[] {
  const tooMany = LESSER.findIndex((_, count) => {
    const hidden = LESSER.slice(0, count);
    return widthOf(COLUMN_IDS.filter((id) => !hidden.includes(id))) <= room;
  });
  return tooMany < 0 ? LESSER : LESSER.slice(0, tooMany);
}

/** Grid tracks: the name takes what is left. */
export const tracksOf = (shown: readonly ColumnId[]): string =>
  shown
    .map((id) => (id === 'name' ? `minmax(${COLUMNS[id].width}px, 1fr)` : `${COLUMNS[id].width}px`))
    .join(' ');
