import type { SqliteDatabase } from '../../main/core/vault/driver.ts';

export type Row = readonly unknown[];

/** A vault's rows as they lie in its tables. */
export interface Rows {
  readonly meta: readonly Row[];
  readonly draft: readonly Row[];
  readonly outbox: readonly Row[];
  readonly caseRow: readonly Row[];
  readonly caseView: readonly Row[];
}

const ORDER = {
  meta: 'meta ORDER BY key',
  draft: 'draft ORDER BY draft_id',
  outbox: 'outbox ORDER BY device_seq',
  caseRow: 'case_row ORDER BY case_id',
  caseView: 'case_view ORDER BY case_id',
} as const satisfies Record<keyof Rows, string>;

export function readRows(db: SqliteDatabase): Rows {
  const all = (table: keyof Rows) => db.prepare(`SELECT * FROM ${ORDER[table]}`).raw().all() as Row[];
  return {
    meta: all('meta'),
    draft: all('draft'),
    outbox: all('outbox'),
    caseRow: all('caseRow'),
    caseView: all('caseView'),
  };
}

/** Exactly what the core wrote for one filing. */
export interface SavedRows {
  readonly deviceSeq: string;
  readonly outbox: Row;
  readonly draftId: string;
  readonly caseRow: Row;
  readonly caseView: Row;
}

/** Columns of the table outbox, counted from 0. */
const COLUMN = { deviceSeq: 0, caseId: 2, operation: 8 } as const;

/** What was saved one after the other, taken apart again; each filing ended the draft of its place. */
export function savedOneByOne(after: Rows, draftIds: readonly string[]): readonly SavedRows[] {
  const byId = (rows: readonly Row[]) => new Map(rows.map((row) => [row[0], row]));
  const [caseRows, caseViews] = [byId(after.caseRow), byId(after.caseView)];
  return draftIds.map((draftId, index) => {
    const outbox = after.outbox[index] ?? [];
    const caseId = outbox[COLUMN.caseId];
    const [caseRow, caseView] = [caseRows.get(caseId), caseViews.get(caseId)];
    if (caseRow === undefined || caseView === undefined) throw new Error('a filing without its case');
    return { deviceSeq: String(outbox[COLUMN.deviceSeq]), outbox, draftId, caseRow, caseView };
  });
}

/** The operation as it is stored, UTF-8. */
export const operationBytes = ({ outbox }: SavedRows): Buffer =>
  Buffer.from(String(outbox[COLUMN.operation]));
