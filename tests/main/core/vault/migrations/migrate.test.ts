import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, VaultFault, type SqliteDatabase } from '../../../../../main/core/vault/driver.ts';
import { migrate, SCHEMA_LEVEL } from '../../../../../main/core/vault/migrations/migrate.ts';
import { aFolder } from '../../../../helpers/core.ts';

let folder: ReturnType<typeof aFolder>;
let db: SqliteDatabase;
beforeEach(() => {
  folder = aFolder();
  db = openDatabase(join(folder.path, 'test.vault'), randomBytes(32), { check: false });
});
afterEach(() => {
  db.close();
  folder.remove();
});

const level = () => Number(db.pragma('user_version', { simple: true }));
const tables = () =>
  db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all();

test('a new vault gets the schema of this program, and a second time nothing happens', () => {
  migrate(db);
  expect(level()).toBe(SCHEMA_LEVEL);
  const after = tables();
  expect(after).toEqual(['case_log', 'case_row', 'case_view', 'draft', 'meta', 'outbox']);
  migrate(db);
  expect(tables()).toEqual(after);
});

test('[VA2] a newer schema is refused with both numbers, and nothing is touched', () => {
  db.exec('CREATE TABLE of_the_future (a TEXT)');
  db.pragma(`user_version = ${SCHEMA_LEVEL + 1}`);
  expect(() => migrate(db)).toThrow(VaultFault);
  try {
    migrate(db);
  } catch (fault) {
    expect((fault as VaultFault).failure).toEqual({
      code: 'VAULT_NEWER',
      detail: { found: SCHEMA_LEVEL + 1, known: SCHEMA_LEVEL },
    });
  }
  expect(tables()).toEqual(['of_the_future']);
});

test('a step that fails leaves neither its number nor a part of it', () => {
  // The step makes `draft` last, so everything before it is there when it fails.
  db.exec('CREATE TABLE draft (a TEXT)');
  expect(() => migrate(db)).toThrow('already exists');
  expect(level()).toBe(0);
  expect(tables()).toEqual(['draft']);
});
