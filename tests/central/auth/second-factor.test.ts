import { Secret, TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { askCentral, trySignIn, type CentralClient } from '../../helpers/central-client.ts';

const account = 'xr-primary';
const PASSWORD = 'Zhutong#25';
let central: TestCentral;
let client: CentralClient;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.close());
beforeEach(async () => {
  const { db } = central.context;
  await policy('optional');
  await db
    .updateTable('accounts')
    .set({ totp_secret: null, totp_enabled: false, totp_last_step: null })
    .execute();
  await db.deleteFrom('sign_in_attempts').execute();
  client = await central.signIn(account);
});

const policy = (second_factor: 'off' | 'optional' | 'required') =>
  central.context.db.updateTable('policies').set({ second_factor }).execute();
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: central.clock.now + steps * 30_000 });
const codeIn = (answer: { body: { failure?: { code: string } } }) => answer.body.failure?.code;
const wrongFor = (secret: string) => {
  const right = [-1, 0, 1].map((steps) => codeOf(secret, steps));
  return ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code)) ?? '';
};
const begin = async (who = client) => (await who.ask('totp.begin', {})).body.secret;
const switchOn = async () => {
  const secret = await begin();
  expect((await client.ask('totp.enable', { code: codeOf(secret) })).status).toBe(200);
  return secret;
};

describe('setting the second step up', () => {
  test('a secret, its address and its picture as every authenticator reads them', async () => {
    const { body } = await client.ask('totp.begin', {});
    const totp = URI.parse(body.uri);
    expect(totp).toBeInstanceOf(TOTP);
    expect(totp).toMatchObject({ issuer: '學路', label: account, algorithm: 'SHA1', digits: 6, period: 30 });
    expect(totp.secret.base32).toBe(body.secret);
    expect(totp.secret.bytes).toHaveLength(20);
    expect(Buffer.from(body.qrPngBase64, 'base64').subarray(1, 4).toString()).toBe('PNG');
  });

  test('counts only once a code was right; then the sign-in asks for one', async () => {
    const secret = await begin();
    expect((await trySignIn(central, account)).status, 'not yet').toBe(200);
    expect(codeIn(await client.ask('totp.enable', { code: wrongFor(secret) }))).toBe('WRONG_CODE');
    const { body } = await client.ask('totp.enable', { code: codeOf(secret) });
    expect(body).toMatchObject({ account, secondFactor: 'on' });
    expect(codeIn(await trySignIn(central, account))).toBe('SECOND_FACTOR');
  });

  test('the code that switched it on is good for no sign-in', async () => {
    const secret = await switchOn();
    const first = await trySignIn(central, account);
    const challengeId: unknown = Reflect.get(first.body.failure?.detail ?? {}, 'challengeId');
    const confirm = (code: string) => askCentral(central.app, 'session.confirm', { challengeId, code });
    expect(codeIn(await confirm(codeOf(secret)))).toBe('WRONG_CODE');
    expect((await confirm(codeOf(secret, 1))).status).toBe(200);
  });

  test('a new secret replaces one that was never used, and not one that is on', async () => {
    const first = await begin();
    const second = await begin();
    expect(codeIn(await client.ask('totp.enable', { code: codeOf(first) }))).toBe('WRONG_CODE');
    expect((await client.ask('totp.enable', { code: codeOf(second) })).status).toBe(200);
    expect(codeIn(await client.ask('totp.begin', {}))).toBe('NOT_ALLOWED');
    expect(codeIn(await client.ask('totp.enable', { code: codeOf(second, 1) }))).toBe('NOT_ALLOWED');
  });

  test('is not there where the policy has none, nor for staff', async () => {
    await policy('off');
    expect(codeIn(await client.ask('totp.begin', {}))).toBe('NOT_ALLOWED');
    await policy('optional');
    const teacher = await central.signIn('xr-teacher1');
    expect(codeIn(await teacher.ask('totp.begin', {}))).toBe('FORBIDDEN');
  });

  test('where it is demanded nothing else goes before', async () => {
    await policy('required');
    expect(codeIn(await client.ask('change.list', { after: 0 }))).toBe('SECOND_FACTOR_MISSING');
    await switchOn();
    expect((await client.ask('change.list', { after: 0 })).status).toBe(200);
  });
});

describe('switching it off', () => {
  const off = (password: string, code: string) => client.ask('totp.disable', { password, code });

  test('takes the password and a code', async () => {
    const secret = await switchOn();
    expect(codeIn(await off('Wrong#123', codeOf(secret, 1)))).toBe('WRONG_CREDENTIALS');
    expect(codeIn(await off(PASSWORD, wrongFor(secret)))).toBe('WRONG_CODE');
    expect((await off(PASSWORD, codeOf(secret, 1))).body).toMatchObject({ secondFactor: 'off' });
    expect((await trySignIn(central, account)).status).toBe(200);
    const row = await central.context.db
      .selectFrom('accounts')
      .select(['totp_secret', 'totp_enabled'])
      .where('account', '=', account)
      .executeTakeFirst();
    expect(row).toEqual({ totp_secret: null, totp_enabled: false });
  });

  test('five wrong codes lock, though the password was right each time', async () => {
    const secret = await switchOn();
    for (let tries = 1; tries <= 5; tries += 1)
      expect(codeIn(await off(PASSWORD, wrongFor(secret)))).toBe('WRONG_CODE');
    expect(codeIn(await off(PASSWORD, codeOf(secret, 1)))).toBe('LOCKED_OUT');
  });

  test('is refused while it is not on', async () => {
    expect(codeIn(await off(PASSWORD, '123456'))).toBe('NOT_ALLOWED');
  });
});

test('every step of it is in the audit log, and the secret is not', async () => {
  const secret = await switchOn();
  await client.ask('totp.disable', { password: PASSWORD, code: codeOf(secret, 1) });
  const lines = await central.context.db
    .selectFrom('audit_log')
    .selectAll()
    .where('action', 'like', 'totp.%')
    .orderBy('seq', 'desc')
    .limit(3)
    .execute();
  expect(lines.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['totp.disable', 'ok'],
    ['totp.enable', 'ok'],
    ['totp.begin', 'ok'],
  ]);
  expect(JSON.stringify(lines)).not.toContain(secret);
});
