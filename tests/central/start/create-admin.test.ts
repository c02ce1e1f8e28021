import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyAuditChain } from '../../../central/audit/verify.ts';
import { verifyPassword } from '../../../central/auth/password.ts';
import { createAdmin, readAdminOptions } from '../../../central/start/create-admin.ts';
import { openStore } from '../../../central/start/open-store.ts';
import { checkPassword, isListedPassword } from '../../../shared/domain/account/password-check.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { trySignIn } from '../../helpers/central-client.ts';
import { startCentralProcess } from '../../helpers/central-process.ts';
import { CHEAP } from '../../helpers/password-cost.ts';

const ADMIN = { account: 'first.admin', name: '王管理', email: 'first@xuelu.example', another: false };
const ARGS = ['--account', ADMIN.account, '--name', ADMIN.name, '--email', ADMIN.email];

describe('options', () => {
  test('are checked and stored in their form; the folder is passed on', () => {
    expect(
      readAdminOptions([...ARGS.slice(0, 4), '--email', ' Ｆirst@xuelu.example', '--data', 'x']),
    ).toEqual({
      ...ADMIN,
      email: 'First@xuelu.example',
      rest: ['--data', 'x'],
    });
    expect(readAdminOptions([...ARGS, '--another'])).toEqual({ ...ADMIN, another: true, rest: [] });
  });

  test.each([
    [ARGS.slice(0, 4), /^create-admin --account/],
    [[...ARGS, '--port', '1'], /Unknown option/],
    [['--account', 'a b', '--name', ' ', '--email', 'x'], /--account: .+\n--name: .+\n--email: /],
  ])('%j is refused with a sentence', (args, sentence) => {
    expect(() => readAdminOptions(args)).toThrow(sentence);
  });
});

describe('in the database', () => {
  let central: TestCentral;
  beforeEach(async () => {
    central = await startCentral({ seed: false });
  });
  afterEach(() => central.close());
  const create = (over: Partial<typeof ADMIN> = {}) =>
    createAdmin(central.context.db, { ...ADMIN, ...over }, { now: central.clock.now, cost: CHEAP });

  test('[A:1243] the password keeps the rules, lets in, and leaves nothing to do but to change it', async () => {
    const password = await create();
    expect(password).toHaveLength(20);
    expect(checkPassword(password, { account: ADMIN.account, roles: ['ADMIN'] }, isListedPassword)).toEqual(
      [],
    );
    const answer = await trySignIn(central, ADMIN.account, { password });
    expect(answer.status).toBe(200);
    const client = await central.signIn(ADMIN.account, { password });
    expect(client.account).toMatchObject({ roles: ['ADMIN'], school: null, name: ADMIN.name });
    const refused = await client.ask('policy.get', {});
    expect(refused.body.failure?.code).toBe('PASSWORD_EXPIRED');
  });

  test('the password stands nowhere in the database', async () => {
    const password = await create();
    const { db } = central.context;
    const stored = JSON.stringify([
      await db.selectFrom('accounts').selectAll().execute(),
      await db.selectFrom('account_passwords').selectAll().execute(),
      await db.selectFrom('audit_log').selectAll().execute(),
    ]);
    expect(stored).not.toContain(password);
    const { password_hash } = await db
      .selectFrom('accounts')
      .select('password_hash')
      .executeTakeFirstOrThrow();
    expect(await verifyPassword(password_hash, password, CHEAP)).toBe(true);
    expect(await db.selectFrom('account_passwords').select('hash').execute()).toEqual([
      { hash: password_hash },
    ]);
    expect(await verifyAuditChain(db)).toEqual({ valid: true, rows: 1 });
  });

  test('a second one needs --another; a taken name is refused either way', async () => {
    await create();
    await expect(create({ account: 'second.admin' })).rejects.toThrow('--another');
    await create({ account: 'second.admin', another: true });
    await expect(create({ account: 'SECOND.admin', another: true })).rejects.toThrow('taken');
    const rows = await central.context.db.selectFrom('accounts').select('account').execute();
    expect(rows).toHaveLength(2);
  });

  test('one who is disabled does not count', async () => {
    await create();
    await central.context.db.updateTable('accounts').set({ status: 'disabled', verified: false }).execute();
    expect(await create({ account: 'second.admin' })).toHaveLength(20);
  });

  test('of two at once one is made', async () => {
    const made = await Promise.allSettled([create(), create({ account: 'second.admin' })]);
    expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the command', () => {
  let home = '';
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'xuelu-admin-'));
    chmodSync(home, 0o755);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const run = (data: string, args: readonly string[] = ARGS) =>
    new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
      const server = join(import.meta.dirname, '../../../central/server.ts');
      const child = spawn(process.execPath, [server, 'create-admin', ...args, '--data', data], {
        env: { ...process.env, DATABASE_URL: '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const said = { stdout: '', stderr: '' };
      child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
      child.once('close', (code) => resolve({ code, ...said }));
    });

  test('makes one in the embedded database and says its password once, on stdout; the database is stopped', async () => {
    const data = join(home, 'data');
    const first = await run(data);
    expect(first.code, first.stderr).toBe(0);
    const { account, password } = JSON.parse(first.stdout);
    expect(account).toBe(ADMIN.account);
    expect(first.stderr).not.toContain(password);

    const again = await run(data);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('create-admin: an administrator is there already');

    const store = await openStore({ data, databaseUrl: null }, () => undefined);
    const rows = await store.db
      .selectFrom('accounts')
      .select(['account', 'roles', 'password_hash'])
      .execute();
    await store.close();
    expect(rows).toMatchObject([{ account: ADMIN.account, roles: ['ADMIN'] }]);
    expect(rows[0]?.password_hash, 'at the floor of the product').toContain('m=65536,t=3,p=4');
  });

  test('while a service runs on the folder it is refused and does no harm', async () => {
    const data = join(home, 'data');
    const central = await startCentralProcess(data, []);
    const refused = await run(data, [...ARGS, '--another']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('another central is running');
    expect((await fetch(`${central.ready.url}/healthz`)).status).toBe(200);
    central.child.kill('SIGTERM');
    expect(await central.ended).toBe(0);
  });
});
