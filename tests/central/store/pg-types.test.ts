import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '../../helpers/postgres.ts';

test('dates stay dates, instants are ISO, bigints are numbers where that is safe', async () => {
  const { db, close } = await useDatabase();
  const { rows } = await sql<Record<string, unknown>>`select
    date '2008-02-29' as day, timestamptz '2026-06-15 10:00:00.25+08' as at,
    9007199254740991::bigint as most, null::date as nothing, array['PRIMARY', 'HEAD'] as roles`.execute(db);
  expect(rows).toEqual([
    {
      day: '2008-02-29',
      at: '2026-06-15T02:00:00.250Z',
      most: Number.MAX_SAFE_INTEGER,
      nothing: null,
      roles: ['PRIMARY', 'HEAD'],
    },
  ]);
  await expect(sql`select 9007199254740993::bigint as more`.execute(db)).rejects.toThrow('safe integers');
  await close();
});
