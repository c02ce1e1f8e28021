import { openDatabase, type SqliteDatabase } from '../../main/core/vault/driver.ts';
import { openSqliteTables } from '../../main/core/vault/sqlite/sqlite-tables.ts';
import { getValue, signIn, type TestCore, type TestDesk } from '../helpers/core.ts';
import { settle } from '../helpers/clock.ts';

export interface OpenVault {
  readonly core: TestCore;
  /** A second connection to the vault's database, opened as the core opens its own. */
  connect(): SqliteDatabase;
}

/** Boots a core on a desk and signs in with central there; the vault is a real encrypted file. */
export async function openVault(desk: TestDesk): Promise<OpenVault> {
  let last: { readonly path: string; readonly key: Buffer } | undefined;
  const core = await desk.boot({
    openTables: (path, key, options) => {
      // The core wipes its key when the database is open.
      last = { path, key: Buffer.from(key) };
      return openSqliteTables(path, key, options);
    },
  });
  getValue(await signIn(core, desk.service));
  await settle();
  return {
    core,
    connect: () => {
      if (last === undefined) throw new Error('no vault was opened');
      return openDatabase(last.path, last.key, { check: false });
    },
  };
}

/** The write-ahead log goes into the database, so that every variant begins with an empty one. */
export const emptyLog = (db: SqliteDatabase): void => void db.pragma('wal_checkpoint(TRUNCATE)');
