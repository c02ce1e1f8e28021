import { expect, test } from 'vitest';
import { openStore } from '../../../central/start/open-store.ts';
import { getIdentity } from '../../../central/store/meta.ts';
import { useDatabase } from '../../helpers/postgres.ts';

test('DATABASE_URL: another PostgreSQL is brought up to date and keeps its identity', async () => {
  const database = await useDatabase();
  const open = () => openStore({ data: 'unused', databaseUrl: database.url }, () => undefined);
  const first = await open();
  const { epoch, receiptKey } = await getIdentity(first.db);
  expect(first.where).not.toContain('postgres:');
  await first.close();
  const second = await open();
  expect(await getIdentity(second.db)).toMatchObject({ epoch, receiptKey });
  await second.close();
  await database.close();
});
