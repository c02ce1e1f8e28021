import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditMany } from '../../../central/audit/audit-many.ts';
import { audit, type AuditEntry } from '../../../central/audit/audit.ts';
import { verifyAuditChain } from '../../../central/audit/verify.ts';
import { getIdentity } from '../../../central/store/meta.ts';
import { useDatabase, type TestDatabase } from '../../helpers/postgres.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await useDatabase();
  await getIdentity(database.db);
});
afterAll(() => database.close());

const entry = (action: string): AuditEntry => ({
  at: '2026-11-21T04:00:00.000Z',
  accountId: null,
  sessionId: null,
  schoolId: null,
  action,
  subject: null,
  fields: ['a'],
  outcome: 'ok',
});

test('[security §1] many lines make the same chain as one after the other', async () => {
  const { db } = database;
  const many = Array.from({ length: 1201 }, (_, at) => entry(`many.${at}`));
  await db.transaction().execute(async (trx) => {
    await audit(trx, entry('before'));
    await auditMany(trx, many);
    await auditMany(trx, []);
    await audit(trx, entry('after'));
  });
  expect(await verifyAuditChain(db)).toEqual({ valid: true, rows: 1203 });
  const rows = await db.selectFrom('audit_log').select('action').orderBy('seq').execute();
  expect(rows.map(({ action }) => action)).toEqual(['before', ...many.map(({ action }) => action), 'after']);
});
