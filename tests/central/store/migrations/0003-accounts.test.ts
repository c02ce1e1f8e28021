import { Migrator } from 'kysely/migration';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountStateOf } from '../../../../central/accounts/account-row.ts';
import { verifyAuditChain } from '../../../../central/audit/verify.ts';
import { audit } from '../../../../central/audit/audit.ts';
import { migrate } from '../../../../central/store/migrate.ts';
import { MIGRATIONS } from '../../../../central/store/migrations/index.ts';
import { useDatabase, type TestDatabase } from '../../../helpers/postgres.ts';

const SCHOOL = '00000000-0000-4000-8000-00000000000a';
const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;

/** As a database of before held them: 帳號, 狀態, 認證. */
const ROWS = [
  [id(1), 'active', 'normal', true],
  [id(2), 'unverified', 'normal', false],
  [id(3), 'waiting', 'pending', false],
  [id(4), 'gone', 'disabled', true],
  [id(5), 'Gone2', 'disabled', false],
] as const;

let database: TestDatabase;
let done: readonly string[] = [];
beforeAll(async () => {
  database = await useDatabase();
  const { db } = database;
  await sql`drop schema public cascade`.execute(db);
  await sql`create schema public`.execute(db);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateTo('0002-guards');
  if (error !== undefined) throw new Error('not brought to 0002', { cause: error });
  await sql`insert into meta (epoch, signing_key) values (${id(9)}, 'key')`.execute(db);
  await sql`insert into ledger (commit_seq, audit_seq, audit_hash) values (0, 0, ${'0'.repeat(64)})`.execute(
    db,
  );
  await sql`insert into schools values (${SCHOOL}, '999301', 'x', '雲林縣', true, false, false)`.execute(db);
  for (const [account, name, status, verified] of ROWS)
    await sql`insert into accounts
      (id, account, password_hash, name, roles, school_id, status, verified, password_set_at) values
      (${account}, ${name}, ${`hash of ${name}`}, 'x', '{HOMEROOM}', ${SCHOOL}, ${status}, ${verified},
       '2026-09-01T00:00:00Z')`.execute(db);
  await audit(db, {
    at: '2026-09-01T00:00:00.000Z',
    accountId: id(1),
    sessionId: null,
    schoolId: SCHOOL,
    action: 'session.create',
    subject: id(1),
    fields: [],
    outcome: 'ok',
  });
  done = await migrate(db);
});
afterAll(() => database.close());

const accounts = () => database.db.selectFrom('accounts').selectAll().orderBy('id').execute();
const refused = (statement: ReturnType<typeof sql>) =>
  statement.execute(database.db).then(
    () => 'taken',
    (fault: unknown) => (fault instanceof Error && 'constraint' in fault ? fault.constraint : fault),
  );

describe('a database of before the account flows', () => {
  test('[AC4] every account is in one state, and nobody may do more than before', async () => {
    expect((await accounts()).map((row) => accountStateOf(row))).toEqual([
      'active',
      'reenabled',
      'pending',
      'disabled',
      'disabled',
    ]);
  });

  test('the passwords stay and are the first of their history', async () => {
    const rows = await accounts();
    expect(rows.map(({ password_hash }) => password_hash)).toEqual(ROWS.map(([, name]) => `hash of ${name}`));
    const history = await database.db
      .selectFrom('account_passwords')
      .selectAll()
      .orderBy('account_id')
      .execute();
    expect(history).toEqual(
      ROWS.map(([account, name]) => ({
        account_id: account,
        hash: `hash of ${name}`,
        set_at: '2026-09-01T00:00:00.000Z',
      })),
    );
  });

  test('new columns hold what nobody has said yet', async () => {
    expect((await accounts())[0]).toMatchObject({
      email: '',
      phone: '',
      county: null,
      revision: 1,
      totp_enabled: false,
      letter_number: null,
    });
    const school = await database.db.selectFrom('schools').selectAll().executeTakeFirstOrThrow();
    expect(school).toMatchObject({ jurisdiction: 'county', address: '', phone: '', revision: 1 });
    expect(await database.db.selectFrom('policies').selectAll().execute()).toMatchObject([
      { second_factor: 'optional', revision: 1 },
    ]);
  });

  test('the identity stays, gets a secret of its own, and the audit chain is whole', async () => {
    const { epoch, secret } = await database.db.selectFrom('meta').selectAll().executeTakeFirstOrThrow();
    expect(epoch).toBe(id(9));
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await verifyAuditChain(database.db)).toEqual({ valid: true, rows: 1 });
  });

  test('it was brought up to date, and again there is nothing to do', async () => {
    expect(done).toEqual(Object.keys(MIGRATIONS).slice(2));
    expect(await migrate(database.db)).toEqual([]);
  });
});

describe('what the tables refuse, whatever the code above does', () => {
  test.each([
    [
      '[AC4] verified while waiting',
      sql`update accounts set awaits = 'reset' where id = ${id(1)}`,
      'accounts_state',
    ],
    [
      '[AC6] a disabled one verified',
      sql`update accounts set verified = true where id = ${id(4)}`,
      'accounts_state',
    ],
    [
      '[AC5] verified without a password',
      sql`update accounts set password_hash = null where id = ${id(1)}`,
      'accounts_may_sign_in',
    ],
    [
      'a second step without its secret',
      sql`update accounts set totp_enabled = true where id = ${id(1)}`,
      'accounts_totp',
    ],
    [
      'a name in other capitals',
      sql`update accounts set account = 'gone2' where id = ${id(4)}`,
      'accounts_account',
    ],
  ])('%s', async (_, statement, constraint) => {
    expect(await refused(statement)).toBe(constraint);
  });

  test('[A:31] a second 主通 of a school, but not one beside a disabled one', async () => {
    const { db } = database;
    await sql`update accounts set roles = '{PRIMARY}' where id in (${id(1)}, ${id(4)})`.execute(db);
    expect(await refused(sql`update accounts set roles = '{PRIMARY}' where id = ${id(2)}`)).toBe(
      'accounts_one_primary',
    );
  });

  test('a rejected registration keeps its name from nobody', async () => {
    const { db } = database;
    await sql`update accounts set status = 'rejected' where id = ${id(3)}`.execute(db);
    expect(
      await refused(sql`insert into accounts (id, account, name, roles, school_id, status, verified)
        values (${id(6)}, 'WAITING', 'x', '{HOMEROOM}', ${SCHOOL}, 'pending', false)`),
    ).toBe('taken');
  });

  test('two live links of one account', async () => {
    const link = (number: number) =>
      sql`insert into account_links (id, account_id, purpose, requested_at)
        values (${id(number)}, ${id(1)}, 'reset', now())`;
    expect(await refused(link(1))).toBe('taken');
    expect(await refused(link(2))).toBe('account_links_one_live');
  });
});
