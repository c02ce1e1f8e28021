import { openDatabase, type SqliteDatabase } from '../driver.ts';
import { migrate } from '../migrations/migrate.ts';
import type { DraftTable, MetaTable, Tables } from '../tables.ts';
import type { Draft } from '../../../../shared/contract/core.ts';
import { sqliteLog } from './sqlite-log.ts';
import { sqliteOutbox } from './sqlite-outbox.ts';
import { sqliteViews } from './sqlite-views.ts';
import { cachedStatements, read, type Statements } from './statements.ts';

/** The tables in an encrypted file. Throws VaultFault (see openDatabase, migrate). */
export function openSqliteTables(path: string, key: Buffer, options = { check: false }): Tables {
  const db = openDatabase(path, key, options);
  try {
    migrate(db);
  } catch (fault) {
    db.close();
    throw fault;
  }
  return tablesOver(db);
}

function tablesOver(db: SqliteDatabase): Tables {
  const sql = cachedStatements(db);
  return {
    kept: true,
    transaction: (act) => db.transaction(act).immediate(),
    close: () => void db.close(),
    meta: sqliteMeta(sql),
    log: sqliteLog(sql),
    outbox: sqliteOutbox(sql),
    views: sqliteViews(sql),
    drafts: sqliteDrafts(sql),
  };
}

const sqliteMeta = (sql: Statements): MetaTable => ({
  find: (key) =>
    (sql('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined)?.value,
  put: (key, value) =>
    void sql('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(
      key,
      value,
    ),
  delete: (key) => void sql('DELETE FROM meta WHERE key = ?').run(key),
});

interface Body {
  readonly body: string;
}

const sqliteDrafts = (sql: Statements): DraftTable => ({
  put: (draft) =>
    void sql(
      `INSERT INTO draft VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET saved_at = excluded.saved_at, body = excluded.body`,
    ).run(draft.draftId, draft.savedAt, JSON.stringify(draft)),
  find: (draftId) => {
    const row = sql('SELECT body FROM draft WHERE draft_id = ?').get(draftId) as Body | undefined;
    return row === undefined ? undefined : read<Draft>(row.body);
  },
  list: () =>
    (sql('SELECT body FROM draft ORDER BY saved_at DESC, draft_id').all() as Body[]).map(({ body }) =>
      read<Draft>(body),
    ),
  delete: (draftId) => void sql('DELETE FROM draft WHERE draft_id = ?').run(draftId),
});
