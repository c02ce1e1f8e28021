import { VaultFault, type SqliteDatabase } from '../driver.ts';
import { FIRST } from './001-first.ts';

/** In order; a released one is never edited, a change is the next number. */
const MIGRATIONS: readonly string[] = [FIRST];

export const SCHEMA_LEVEL: number = MIGRATIONS.length;

/**
 * Brings an open database to this program's schema, each step in a transaction with its number.
 * A newer one throws VAULT_NEWER: 「請更新程式」; nothing is touched.
 */
export function migrate(db: SqliteDatabase): void {
  const level = Number(db.pragma('user_version', { simple: true }));
  if (level > SCHEMA_LEVEL)
    throw new VaultFault({ code: 'VAULT_NEWER', detail: { found: level, known: SCHEMA_LEVEL } });
  MIGRATIONS.slice(level).forEach((sql, index) => {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version=${level + index + 1}`);
    }).immediate();
  });
}
