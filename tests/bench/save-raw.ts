import { randomBytes } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openDatabase, type SqliteDatabase } from '../../main/core/vault/driver.ts';
import { migrate } from '../../main/core/vault/migrations/migrate.ts';
import { aFolder } from '../helpers/core.ts';
import type { Lane } from './in-turns.ts';
import { emptyLog } from './open-vault.ts';
import { operationBytes, readRows, type Row, type Rows, type SavedRows } from './save-rows.ts';

/** What a run of the core found in its vault, and what it left there. */
export interface Recorded {
  readonly before: Rows;
  readonly after: Rows;
  readonly saved: readonly SavedRows[];
}

/** The same rows by prepared statements, one transaction a filing, and nothing else. */
export function rawLane({ before, after, saved }: Recorded): Lane {
  const folder = aFolder();
  const db = databaseWith(join(folder.path, 'raw.vault'), before);
  const save = saverOn(db, saved);
  return {
    piece: (index) => save(index),
    end: () => {
      const written = readRows(db);
      db.close();
      folder.remove();
      for (const table of ['outbox', 'draft', 'caseRow', 'caseView'] as const)
        if (!isDeepStrictEqual(written[table], after[table])) throw new Error(`${table}: not the same rows`);
    },
  };
}

const insert = (table: string, row: Row): string =>
  `INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`;

/** A fresh encrypted database, opened and set up by the product's own functions, with what a vault held. */
function databaseWith(path: string, rows: Rows): SqliteDatabase {
  const db = openDatabase(path, randomBytes(32), { check: false });
  migrate(db);
  for (const row of rows.meta) db.prepare(insert('meta', row)).run(...row);
  for (const row of rows.draft) db.prepare(insert('draft', row)).run(...row);
  emptyLog(db);
  return db;
}

function saverOn(db: SqliteDatabase, saved: readonly SavedRows[]): (index: number) => void {
  const [sample] = saved;
  if (sample === undefined) throw new RangeError('nothing to save');
  const deviceSeq = db.prepare(
    `INSERT INTO meta VALUES ('deviceSeq', ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
  );
  const outbox = db.prepare(insert('outbox', sample.outbox));
  const draft = db.prepare('DELETE FROM draft WHERE draft_id = ?');
  const caseRow = db.prepare(insert('case_row', sample.caseRow));
  const caseView = db.prepare(insert('case_view', sample.caseView));
  const save = db.transaction((rows: SavedRows) => {
    deviceSeq.run(rows.deviceSeq);
    outbox.run(...rows.outbox);
    draft.run(rows.draftId);
    caseRow.run(...rows.caseRow);
    caseView.run(...rows.caseView);
  });
  return (index) => {
    const rows = saved[index];
    if (rows !== undefined) save.immediate(rows);
  };
}

/** As many bytes as the operation has, appended to a file and on the disk: the limit of P2. */
export function appendLane({ saved }: Recorded): Lane {
  const folder = aFolder();
  const file = openSync(join(folder.path, 'log'), 'a');
  const bytes = saved.map(operationBytes);
  return {
    piece: (index) => {
      writeSync(file, bytes[index] ?? Buffer.alloc(0));
      fdatasyncSync(file);
    },
    end: () => {
      closeSync(file);
      folder.remove();
    },
  };
}
