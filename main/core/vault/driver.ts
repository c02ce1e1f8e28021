import Database from 'better-sqlite3';
import type { Failure } from '../../../shared/failure.ts';

/** The only file that names the SQLite package (`better-sqlite3-multiple-ciphers` under that name). */
export type SqliteDatabase = Database.Database;
/** What this package adds to the types of the plain one. */
type Encrypted = SqliteDatabase & { key(key: Buffer): number };
export type SqliteStatement = Database.Statement<unknown[]>;

/** A vault that cannot be used, with the failure that names its state. */
export class VaultFault extends Error {
  override readonly name = 'VaultFault';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Milliseconds that a file locked by another program is waited for (security 7.43). */
const BUSY_MS = 5000;
const KEY_BYTES = 32;

/** What the key needs to be read: AES-256 + HMAC-SHA512, readable by SQLCipher 4 tools. */
const CIPHER_PRAGMAS = { cipher: 'sqlcipher', legacy: '4' } as const;

/** Set at every opening, because SQLite forgets them, and read back (security §3). */
export const PRAGMAS = {
  temp_store: { set: 'MEMORY', read: 2 },
  secure_delete: { set: 'ON', read: 1 },
  journal_mode: { set: 'WAL', read: 'wal' },
  synchronous: { set: 'FULL', read: 2 },
  foreign_keys: { set: 'ON', read: 1 },
  trusted_schema: { set: 'OFF', read: 0 },
  cell_size_check: { set: 'ON', read: 1 },
  mmap_size: { set: '0', read: 0 },
  busy_timeout: { set: String(BUSY_MS), read: BUSY_MS },
  // Deciphered pages kept in memory, in KiB: a list that is not sorted by an index is walked whole.
  cache_size: { set: '-16384', read: -16_384 },
} as const;

interface OpenOptions {
  /** Read every page: the last run did not end cleanly. */
  readonly check: boolean;
}

/**
 * Opens an encrypted database with a raw 256-bit key, or throws VaultFault: VAULT_DAMAGED for a file
 * that this key does not open (damaged, swapped, plain SQLite), VAULT_BUSY, DISK_FULL, VAULT_LOCKED
 * for a folder that cannot be written.
 */
export function openDatabase(path: string, key: Buffer, options: OpenOptions): SqliteDatabase {
  if (key.length !== KEY_BYTES) throw new RangeError('a vault key has 32 bytes');
  const db = named(() => new Database(path, { timeout: BUSY_MS }) as Encrypted);
  try {
    return named(() => {
      unlock(db, key);
      harden(db);
      if (options.check) quickCheck(db);
      return db;
    });
  } catch (fault) {
    db.close();
    throw fault;
  }
}

function unlock(db: Encrypted, key: Buffer): void {
  for (const [name, value] of Object.entries(CIPHER_PRAGMAS)) {
    db.pragma(`${name}='${value}'`);
    expectPragma(db, name, value);
  }
  // «raw:» says that these are key bytes and no passphrase to derive one from.
  const raw = Buffer.concat([Buffer.from('raw:'), key]);
  db.key(raw);
  raw.fill(0);
  db.prepare('SELECT count(*) FROM sqlite_master').get();
}

function harden(db: SqliteDatabase): void {
  for (const [name, { set, read }] of Object.entries(PRAGMAS)) {
    db.pragma(`${name}=${set}`);
    expectPragma(db, name, read);
  }
}

/** Throws VaultFault where a setting is not as it was asked for. */
export function expectPragma(db: SqliteDatabase, name: string, expected: string | number): void {
  const found: unknown = db.pragma(name, { simple: true });
  if (found !== expected) throw new VaultFault({ code: 'VAULT_LOCKED', detail: { reason: 'pragma', name } });
}

/** `cipher_integrity_check` answers nothing here; `quick_check` reads every page and its MAC. */
function quickCheck(db: SqliteDatabase): void {
  const answer: unknown = db.pragma('quick_check', { simple: true });
  if (answer !== 'ok') throw new VaultFault({ code: 'VAULT_DAMAGED' });
}

/** Result codes of SQLite by their beginning; the first that fits names the state. */
const STATES: readonly (readonly [prefix: string, failure: Failure])[] = [
  ['SQLITE_FULL', { code: 'DISK_FULL' }],
  ['SQLITE_BUSY', { code: 'VAULT_BUSY' }],
  ['SQLITE_LOCKED', { code: 'VAULT_BUSY' }],
  ['SQLITE_NOTADB', { code: 'VAULT_DAMAGED' }],
  ['SQLITE_CORRUPT', { code: 'VAULT_DAMAGED' }],
  ['SQLITE_IOERR_SHORT_READ', { code: 'VAULT_DAMAGED' }],
  ['SQLITE_IOERR', { code: 'VAULT_LOCKED', detail: { reason: 'disk' } }],
  ['SQLITE_READONLY', { code: 'VAULT_LOCKED', detail: { reason: 'readOnly' } }],
  ['SQLITE_CANTOPEN', { code: 'VAULT_LOCKED', detail: { reason: 'readOnly' } }],
];

/** The failure that a fault of the vault means; undefined for a fault of the program. */
export function findVaultFailure(fault: unknown): Failure | undefined {
  if (fault instanceof VaultFault) return fault.failure;
  if (!(fault instanceof Database.SqliteError)) return undefined;
  return STATES.find(([prefix]) => fault.code.startsWith(prefix))?.[1];
}

function named<T>(act: () => T): T {
  try {
    return act();
  } catch (fault) {
    const failure = findVaultFailure(fault);
    throw failure === undefined ? fault : new VaultFault(failure);
  }
}
