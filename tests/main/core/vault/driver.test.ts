import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  expectPragma,
  findVaultFailure,
  openDatabase,
  PRAGMAS,
  VaultFault,
  type SqliteDatabase,
} from '../../../../main/core/vault/driver.ts';
import { aFolder } from '../../../helpers/core.ts';

const WITHOUT_CHECK = { check: false };
const key = randomBytes(32);
let folder: ReturnType<typeof aFolder>;
let path: string;
const open: SqliteDatabase[] = [];

beforeEach(() => {
  folder = aFolder();
  path = join(folder.path, 'test.vault');
});
afterEach(() => {
  for (const db of open.splice(0)) db.close();
  folder.remove();
});

function opened(withKey = key, options = WITHOUT_CHECK): SqliteDatabase {
  const db = openDatabase(path, withKey, options);
  open.push(db);
  return db;
}

/** A closed vault with some pages. */
function fill(): void {
  const db = openDatabase(path, key, WITHOUT_CHECK);
  db.exec('CREATE TABLE t (a TEXT)');
  for (let i = 0; i < 200; i += 1) db.prepare('INSERT INTO t VALUES (?)').run(`row ${i} `.repeat(50));
  db.close();
}

const failureOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (fault) {
    return findVaultFailure(fault)?.code;
  }
  return 'no fault';
};

/** Opens and reads everything: where a damage is noticed depends on where it is. */
const readAll = (options = WITHOUT_CHECK) => opened(key, options).prepare('SELECT * FROM t').all();

describe('[VA1] settings', () => {
  test('are all in force after opening, and after opening again', () => {
    for (let time = 0; time < 2; time += 1) {
      const db = opened();
      expect(db.pragma('cipher', { simple: true })).toBe('sqlcipher');
      expect(db.pragma('legacy', { simple: true })).toBe('4');
      for (const [name, { read }] of Object.entries(PRAGMAS))
        expect([name, db.pragma(name, { simple: true })]).toEqual([name, read]);
      db.close();
    }
  });

  test('say what security §3 says, and how much memory they take', () => {
    expect(PRAGMAS).toEqual({
      temp_store: { set: 'MEMORY', read: 2 },
      secure_delete: { set: 'ON', read: 1 },
      journal_mode: { set: 'WAL', read: 'wal' },
      synchronous: { set: 'FULL', read: 2 },
      foreign_keys: { set: 'ON', read: 1 },
      trusted_schema: { set: 'OFF', read: 0 },
      cell_size_check: { set: 'ON', read: 1 },
      mmap_size: { set: '0', read: 0 },
      busy_timeout: { set: '5000', read: 5000 },
      cache_size: { set: '-16384', read: -16_384 },
    });
  });

  test.each(Object.entries(PRAGMAS))('one that is not as asked refuses: %s', (name, { read }) => {
    const db = opened();
    expect(failureOf(() => expectPragma(db, name, read))).toBe('no fault');
    expect(failureOf(() => expectPragma(db, name, `${read}?`))).toBe('VAULT_LOCKED');
  });

  test('one that falls back is noticed', () => {
    const db = opened();
    db.pragma('synchronous = NORMAL');
    expect(failureOf(() => expectPragma(db, 'synchronous', PRAGMAS.synchronous.read))).toBe('VAULT_LOCKED');
  });

  test('a key of another length is a fault of the program', () => {
    expect(() => openDatabase(path, randomBytes(16), WITHOUT_CHECK)).toThrow(RangeError);
  });
});

describe('[VA2] [security 7.42] a file in trouble has a name, and stays as it is', () => {
  const states: readonly (readonly [name: string, spoil: () => void])[] = [
    ['the key of another vault', () => writeFileSync(path, readFileSync(path))],
    ['plain SQLite', () => plain()],
    ['a text', () => writeFileSync(path, 'not a database at all '.repeat(100))],
    ['cut off in the middle', () => truncateSync(path, 8192)],
    ['a flipped bit in the first page', () => flip(100)],
  ];

  const flip = (at: number) => {
    const bytes = readFileSync(path);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };
  const plain = () => {
    writeFileSync(path, '');
    const db = new DatabaseSync(path);
    db.exec('CREATE TABLE t (a TEXT); INSERT INTO t VALUES (1)');
    db.close();
  };

  test.each(states)('%s', (name, spoil) => {
    fill();
    spoil();
    const before = readFileSync(path);
    const withKey = name.startsWith('the key') ? randomBytes(32) : key;
    expect(failureOf(() => opened(withKey).prepare('SELECT * FROM t').all())).toBe('VAULT_DAMAGED');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a flipped bit in any later page is found when the page is read, or by the check', () => {
    fill();
    const pages = Math.floor(readFileSync(path).length / 4096);
    expect(pages).toBeGreaterThan(10);
    for (let page = 1; page < pages; page += 3) {
      flip(page * 4096 + 2000);
      expect([page, failureOf(() => readAll())]).toEqual([page, 'VAULT_DAMAGED']);
      expect([page, failureOf(() => opened(key, { check: true }))]).toEqual([page, 'VAULT_DAMAGED']);
      flip(page * 4096 + 2000);
    }
    expect(readAll({ check: true })).toHaveLength(200);
  });

  test('a full disk is told, and what was there before stays', () => {
    fill();
    const db = opened();
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
    const insert = db.prepare('INSERT INTO t VALUES (?)');
    expect(
      failureOf(() => {
        for (let i = 0; i < 100; i += 1) insert.run('x'.repeat(2000));
      }),
    ).toBe('DISK_FULL');
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
  });

  test('a file that another program holds is busy', () => {
    fill();
    const other = opened();
    other.exec('BEGIN IMMEDIATE');
    const db = opened();
    db.pragma('busy_timeout = 0');
    expect(failureOf(() => db.exec('BEGIN IMMEDIATE'))).toBe('VAULT_BUSY');
    other.exec('ROLLBACK');
  });

  test('a fault of the program is none of the vault', () => {
    expect(findVaultFailure(new TypeError('x'))).toBeUndefined();
    expect(failureOf(() => opened().prepare('SELEC'))).toBeUndefined();
    expect(findVaultFailure(new VaultFault({ code: 'VAULT_NEWER' }))).toEqual({ code: 'VAULT_NEWER' });
  });
});

test('[VA3] [security 4] what is written stands readable in no file, while open and after closing', () => {
  const canary = 'CANARY-王小明-A123456789';
  const db = openDatabase(path, key, WITHOUT_CHECK);
  db.exec('CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a)');
  for (let i = 0; i < 300; i += 1) db.prepare('INSERT INTO t VALUES (?)').run(`${i % 7} ${canary}`);
  db.prepare('SELECT * FROM t ORDER BY a DESC, rowid').all();
  db.exec('CREATE TEMP TABLE x AS SELECT a FROM t');
  const hits = () =>
    readdirSync(folder.path).filter((name) => {
      const bytes = readFileSync(join(folder.path, name));
      return [canary, Buffer.from(canary, 'utf16le')].some((text) => bytes.includes(text));
    });
  expect(readdirSync(folder.path).length).toBeGreaterThan(1);
  expect(hits()).toEqual([]);
  db.close();
  expect(hits()).toEqual([]);
});
