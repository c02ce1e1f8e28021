import type { SqliteDatabase, SqliteStatement } from '../driver.ts';

/** Prepares each SQL text once. Texts are constants of these files; values are always bound. */
export type Statements = (sql: string) => SqliteStatement;

export function cachedStatements(db: SqliteDatabase): Statements {
  const known = new Map<string, SqliteStatement>();
  return (sql) => {
    const cached = known.get(sql);
    if (cached !== undefined) return cached;
    const prepared = db.prepare(sql);
    known.set(sql, prepared);
    return prepared;
  };
}

/** What our own code wrote into a JSON column; the page's MAC vouches for it. */
export const read = <T>(text: string): T => JSON.parse(text) as T;
