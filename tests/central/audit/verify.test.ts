import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { audit } from '../../../central/audit/audit.ts';
import { GENESIS_HASH } from '../../../central/audit/audit-row.ts';
import { verifyAuditChain } from '../../../central/audit/verify.ts';
import type { Db } from '../../../central/store/database.ts';
import { getIdentity } from '../../../central/store/meta.ts';
import { useDatabase, type TestDatabase } from '../../helpers/postgres.ts';

let database: TestDatabase;
let db: Db;

const line = (n: number) => ({
  at: new Date(Date.parse('2026-11-21T02:30:00.000Z') + n * 1500).toISOString(),
  accountId: null,
  sessionId: null,
  schoolId: null,
  action: 'student.lookup',
  subject: `A12****78${n % 10}`,
  fields: ['name', 'birthDate'],
  outcome: 'ok',
});

beforeEach(async () => {
  database = await useDatabase();
  ({ db } = database);
  await getIdentity(db);
  for (let n = 1; n <= 9; n += 1) await db.transaction().execute((trx) => audit(trx, line(n)));
});
afterEach(() => database.close());

/** What an operator of the database can do who is not held by the triggers. */
const quietly = (change: (trx: Db) => Promise<unknown>) =>
  db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await change(trx);
  });

test('an untouched chain is valid, an empty one too', async () => {
  expect(await verifyAuditChain(db)).toEqual({ valid: true, rows: 9 });
  const empty = await useDatabase();
  await getIdentity(empty.db);
  expect(await verifyAuditChain(empty.db)).toEqual({ valid: true, rows: 0 });
  await empty.close();
});

test('lines written at the same moment stand one after the other', async () => {
  await Promise.all(
    Array.from({ length: 12 }, (_, n) => db.transaction().execute((trx) => audit(trx, line(n)))),
  );
  expect(await verifyAuditChain(db)).toEqual({ valid: true, rows: 21 });
});

test('a line of a transaction that rolls back never was', async () => {
  const failing = db.transaction().execute(async (trx) => {
    await audit(trx, line(1));
    throw new Error('the change failed');
  });
  await expect(failing).rejects.toThrow('the change failed');
  expect(await verifyAuditChain(db)).toEqual({ valid: true, rows: 9 });
});

describe('[security §1] what an operator does quietly is named by its line', () => {
  test.each([
    ['at', '2026-01-01T00:00:00.000Z'],
    ['action', 'change.list'],
    ['subject', 'somebody else'],
    ['outcome', 'FORBIDDEN'],
    ['fields', ['name']],
    ['account_id', '01890000-0000-7000-8000-000000000001'],
    ['prev_hash', GENESIS_HASH],
    ['hash', 'f'.repeat(64)],
  ] as const)('edit of %s', async (column, value) => {
    await quietly((trx) =>
      trx
        .updateTable('audit_log')
        .set({ [column]: value })
        .where('seq', '=', 5)
        .execute(),
    );
    expect(await verifyAuditChain(db)).toEqual({ valid: false, brokenAt: 5 });
  });

  test('delete', async () => {
    await quietly((trx) => trx.deleteFrom('audit_log').where('seq', '=', 4).execute());
    expect(await verifyAuditChain(db)).toEqual({ valid: false, brokenAt: 4 });
  });

  test('insert', async () => {
    await quietly(async (trx) => {
      await sql`update audit_log set seq = -seq where seq > 6`.execute(trx);
      await sql`update audit_log set seq = 1 - seq where seq < 0`.execute(trx);
      await sql`insert into audit_log select 7, at, account_id, session_id, school_id, action, subject, fields, outcome, prev_hash, 'x' from audit_log where seq = 6`.execute(
        trx,
      );
    });
    expect(await verifyAuditChain(db)).toEqual({ valid: false, brokenAt: 7 });
  });

  test('reorder', async () => {
    await quietly(async (trx) => {
      await sql`update audit_log set seq = -3 where seq = 3`.execute(trx);
      await sql`update audit_log set seq = 3 where seq = 4`.execute(trx);
      await sql`update audit_log set seq = 4 where seq = -3`.execute(trx);
    });
    expect(await verifyAuditChain(db)).toEqual({ valid: false, brokenAt: 3 });
  });

  test.each([1, 5, 9])('truncation after %i lines', async (last) => {
    await quietly((trx) => trx.deleteFrom('audit_log').where('seq', '>', last).execute());
    expect(await verifyAuditChain(db)).toEqual(
      last === 9 ? { valid: true, rows: 9 } : { valid: false, brokenAt: last + 1 },
    );
  });
});
