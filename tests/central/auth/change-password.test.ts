import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { textFor } from '../../../shared/text/index.ts';
import { accountRow, linkFor, visit } from '../../helpers/account-links.ts';
import { putState } from '../../helpers/account-states.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { trySignIn, type CentralClient } from '../../helpers/central-client.ts';

const DAY = 86_400_000;
const account = 'xr-teacher2';
const PASSWORD = 'Laoshi#25';
const GOOD = 'Shanyue&Lu42';
const t = textFor('zh-TW');
let central: TestCentral;
let client: CentralClient;
let before: Awaited<ReturnType<typeof accountRow>>;
beforeAll(async () => {
  central = await startCentral();
  before = await accountRow(central, account);
});
afterAll(() => central.close());
beforeEach(async () => {
  const { db } = central.context;
  const { password_hash, id } = before;
  await putState(db, account, 'active');
  const password_set_at = new Date(central.clock.now).toISOString();
  await db.updateTable('accounts').set({ password_hash, password_set_at }).where('id', '=', id).execute();
  await db.deleteFrom('account_passwords').where('account_id', '=', id).execute();
  await db.deleteFrom('sign_in_attempts').execute();
  client = await central.signIn(account);
});

const change = (current: string, next: string, who = client) => who.ask('password.change', { current, next });

describe('修改密碼', () => {
  test('the new one is good, the old one is not, the days begin anew, a mail tells it', async () => {
    central.clock.now += 1000;
    const { status, body } = await change(PASSWORD, GOOD);
    expect(status).toBe(200);
    expect(body).toMatchObject({ account, passwordSetAt: new Date(central.clock.now).toISOString() });
    expect((await trySignIn(central, account, { password: GOOD })).status).toBe(200);
    expect((await trySignIn(central, account)).status).toBe(401);
    expect((await central.newestMailTo(before.email)).subject).toBe(t('mail.passwordChanged.subject'));
  });

  test('other sessions end, this one goes on', async () => {
    const other = await central.signIn(account);
    await change(PASSWORD, GOOD);
    expect((await client.ask('profile.get', {})).status).toBe(200);
    expect((await other.ask('profile.get', {})).status).toBe(401);
  });

  test('a link that somebody asked for is void, and the account works again', async () => {
    const path = await linkFor(central, account, 'resetting');
    expect((await change(PASSWORD, GOOD)).status).toBe(200);
    expect((await visit(central.app, path)).statusCode).toBe(410);
    expect((await trySignIn(central, account, { password: GOOD })).status).toBe(200);
  });

  test('[A:1243] is all that an expired password leaves', async () => {
    await central.context.db
      .updateTable('accounts')
      .set({ password_set_at: new Date(central.clock.now - 90 * DAY).toISOString() })
      .where('id', '=', before.id)
      .execute();
    const late = await central.signIn(account);
    expect((await late.ask('change.list', { after: 0 })).body.failure?.code).toBe('PASSWORD_EXPIRED');
    expect((await late.ask('profile.get', {})).status).toBe(200);
    expect((await change(PASSWORD, GOOD, late)).status).toBe(200);
    expect((await late.ask('change.list', { after: 0 })).status).toBe(200);
  });

  test('a wrong present one counts as a failure of the sign-in; the fifth locks', async () => {
    for (let tries = 1; tries <= 5; tries += 1) {
      const { status, text } = await change('Wrong#123', GOOD);
      expect([status, text]).toEqual([401, '{"failure":{"code":"WRONG_CREDENTIALS"}}']);
    }
    expect((await change(PASSWORD, GOOD)).body.failure).toMatchObject({
      code: 'LOCKED_OUT',
      detail: { minutes: 15 },
    });
    expect((await trySignIn(central, account)).body.failure?.code).toBe('LOCKED_OUT');
  });

  test('a right one that breaks a rule is no failure', async () => {
    for (let tries = 1; tries <= 8; tries += 1)
      expect((await change(PASSWORD, 'short')).body.failure?.code).toBe('FORM_INVALID');
  });

  test.each([
    ['passwordLength', 'Ab1#xyz', { min: 8, max: 128 }],
    ['passwordClasses', 'lowercase77only', undefined],
    ['passwordAccount', account.toUpperCase(), undefined],
    ['passwordRun', 'Qwer#8kdmz', undefined],
    ['passwordIdentity', 'Xx#A123456789', undefined],
    ['passwordCommon', 'P@ssw0rd2024!', undefined],
    ['passwordCommon', 'Xr-teacher2!', undefined],
    ['passwordUsed', PASSWORD, undefined],
    ['passwordUsed', `${PASSWORD}\r\n`, undefined],
  ])('[security 7.29] %s: %j is refused by its own name', async (code, next, detail) => {
    const { status, body } = await change(PASSWORD, next);
    expect(status).toBe(422);
    const failure = body.failure as {
      code: string;
      fields?: { path: string; code: string; detail?: object }[];
    };
    expect(failure.code).toBe('FORM_INVALID');
    const found = failure.fields?.find((field) => field.code === code);
    expect(found).toEqual({ path: 'next', code, ...(detail === undefined ? {} : { detail }) });
  });

  test('an officer needs twelve characters', async () => {
    const bureau = await central.signIn('bureau');
    const { body } = await change('Jiaoyuchu#Yunlin58', 'Shan&Lu42xy', bureau);
    expect(body.failure).toMatchObject({ fields: [{ code: 'passwordLength', detail: { min: 12 } }] });
  });

  test('of two at the same moment one is taken', async () => {
    const answers = await Promise.all([change(PASSWORD, GOOD), change(PASSWORD, `${GOOD}x`)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
    const right = answers[0]?.status === 200 ? GOOD : `${GOOD}x`;
    expect((await trySignIn(central, account, { password: right })).status).toBe(200);
  });

  test('the audit log says who did what, without either password', async () => {
    await change('Wrong#123', GOOD);
    await change(PASSWORD, GOOD);
    const lines = await central.context.db
      .selectFrom('audit_log')
      .selectAll()
      .where('action', '=', 'password.change')
      .orderBy('seq', 'desc')
      .limit(2)
      .execute();
    expect(lines.map(({ outcome, subject }) => [outcome, subject])).toEqual([
      ['ok', before.id],
      ['WRONG_CREDENTIALS', before.id],
    ]);
  });
});

test('個人資訊: what central knows of the account, and nothing of the session', async () => {
  const { body } = await client.ask('profile.get', {});
  expect(body).toMatchObject({ account, email: before.email, phone: before.phone, secondFactor: 'none' });
  expect(Object.keys(body)).not.toContain('sessionId');
});
