import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Db } from './database.ts';
import { PG_TYPES } from './pg-types.ts';

/** Name under which connections of this service stand in `pg_stat_activity`. */
export const APPLICATION_NAME = 'xuelu-central';

export interface OpenOptions {
  /** Connections at most; each transaction holds one. */
  readonly max?: number;
  /** A connection broke while idle; the pool opens another. */
  readonly onIdleError?: (fault: unknown) => void;
}

/** Opens a pool on a PostgreSQL (15 or later) that `postgres://…` names. Nothing is checked yet. */
export function openDatabase(url: string, options: OpenOptions = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 16,
    application_name: APPLICATION_NAME,
    types: PG_TYPES,
    connectionTimeoutMillis: 10_000,
    // The last connection stays: it shows to a second start that somebody lives here (leftovers.ts).
    idleTimeoutMillis: 0,
    // A request that hangs must not hold its locks for ever.
    options: '-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC',
  });
  pool.on('error', (fault) => options.onIdleError?.(fault));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
