import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyAuditChain } from '../../../central/audit/verify.ts';
import type { AccountState } from '../../../shared/domain/account/account-state.ts';
import { putState } from '../../helpers/account-states.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { askCentral, trySignIn } from '../../helpers/central-client.ts';

const MINUTE = 60_000;
let central: TestCentral;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.close());
beforeEach(async () => {
  await central.context.db.deleteFrom('sign_in_attempts').execute();
});

const fail = (account: string) => trySignIn(central, account, { password: 'Wrong#123' });
const codeOf = (answer: { body: { failure?: { code: string } } }) => answer.body.failure?.code;

describe('signing in', () => {
  test('gives tokens, the account as central sees it, its school and whom to ask', async () => {
    const { status, body } = await trySignIn(central, 'mh-teacher1');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      tokens: { expiresIn: 600 },
      account: {
        account: 'mh-teacher1',
        name: '鄭美玲',
        roles: ['HOMEROOM'],
        primaryName: '許文華',
        school: { code: '999302', county: '雲林縣', regimes: ['senior-high', 'compulsory'] },
      },
      epoch: central.context.identity.epoch,
      now: new Date(central.clock.now).toISOString(),
      receiptKey: central.context.identity.receiptKey,
    });
    const { roles, school, primaryName } = (await trySignIn(central, 'admin')).body.account;
    expect({ roles, school, primaryName }).toEqual({ roles: ['ADMIN'], school: null, primaryName: null });
  });

  test('the account is found in any case and width, with spaces around it', async () => {
    for (const account of ['XR-Primary', ' xr-primary ', 'ｘｒ-primary'])
      expect((await trySignIn(central, account, { password: 'Zhutong#25' })).status).toBe(200);
  });

  test('[A:321] a wrong captcha with the right password is refused, and the captcha is used up', async () => {
    const { captchaId } = (await askCentral(central.app, 'captcha.create', {})).body;
    const given = {
      account: 'xr-primary',
      password: 'Zhutong#25',
      captchaId,
      deviceId: randomUUID(),
      deviceName: 'test',
    };
    const wrong = await askCentral(central.app, 'session.create', { ...given, captchaAnswer: 'zzzzzz' });
    expect([wrong.status, codeOf(wrong)]).toEqual([401, 'WRONG_CAPTCHA']);
    const right = central.captchaAnswer(captchaId);
    const again = await askCentral(central.app, 'session.create', { ...given, captchaAnswer: right });
    expect(codeOf(again)).toBe('WRONG_CAPTCHA');
    expect(
      await central.context.db.selectFrom('sign_in_attempts').selectAll().execute(),
      'not counted',
    ).toEqual([]);
  });

  test('[security §1] unknown account and wrong password: the same bytes', async () => {
    const unknown = await fail('nobody-here');
    const wrong = await fail('xr-primary');
    expect(unknown.text).toBe(wrong.text);
    const headersOf = ({ date: _date, ...headers }: Readonly<Record<string, unknown>>) => headers;
    expect(headersOf(unknown.headers)).toEqual(headersOf(wrong.headers));
    expect(unknown.text).toBe('{"failure":{"code":"WRONG_CREDENTIALS"}}');
    expect(unknown.status).toBe(401);
  });

  test('[security §2] the recovery key is of this account on this device, at each sign-in', async () => {
    const [deviceId, other] = [randomUUID(), randomUUID()];
    const keyOf = async (account: string, device: string) =>
      (await trySignIn(central, account, { deviceId: device })).body.recoveryKey;
    const key = await keyOf('xr-primary', deviceId);
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(await keyOf('xr-primary', deviceId)).toBe(key);
    expect(new Set([key, await keyOf('xr-primary', other), await keyOf('xr-head', deviceId)]).size).toBe(3);
  });

  test('[security 7.15] quotes, wildcards, NUL and half characters in the account are only a wrong account', async () => {
    for (const account of ["x' or 1=1 --", '%', '_', 'xr-primar_', '\\', 'a\u0000b', '\ud800'])
      expect([400, 401]).toContain((await trySignIn(central, account, { password: 'Zhutong#25' })).status);
    expect(central.faults).toEqual([]);
  });
});

describe('[security §1] five failures lock for fifteen minutes', () => {
  test.each(['xr-head', 'nobody-at-all'])('%s', async (account) => {
    for (let tries = 1; tries <= 5; tries += 1) expect(codeOf(await fail(account))).toBe('WRONG_CREDENTIALS');
    const sixth = await trySignIn(central, account);
    expect([sixth.status, codeOf(sixth)]).toEqual([429, 'LOCKED_OUT']);
    expect(sixth.body.failure?.detail).toEqual({ seconds: 900, minutes: 15 });
    expect(sixth.headers['retry-after']).toBe('900');
    central.clock.now += 15 * MINUTE - 1;
    expect(codeOf(await fail(account))).toBe('LOCKED_OUT');
    central.clock.now += 1;
    expect(codeOf(await fail(account)), 'counts from one again').toBe('WRONG_CREDENTIALS');
    expect((await trySignIn(central, account)).status).toBe(account === 'xr-head' ? 200 : 401);
  });

  test('success forgets earlier failures; so does a quarter of an hour', async () => {
    for (let tries = 1; tries <= 4; tries += 1) await fail('xr-head');
    expect((await trySignIn(central, 'xr-head')).status).toBe(200);
    for (let tries = 1; tries <= 4; tries += 1) await fail('xr-head');
    central.clock.now += 16 * MINUTE;
    await fail('xr-head');
    expect((await trySignIn(central, 'xr-head')).status).toBe(200);
  });

  test('guesses at the same moment do not slip through: at most five passwords are looked at', async () => {
    const codes = (await Promise.all(Array.from({ length: 20 }, () => fail('xr-head')))).map(codeOf);
    expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(5);
    expect(codes.filter((code) => code === 'LOCKED_OUT')).toHaveLength(15);
    expect(codeOf(await trySignIn(central, 'xr-head'))).toBe('LOCKED_OUT');
  });
});

describe('accounts that may not work', () => {
  const put = (state: AccountState) => putState(central.context.db, 'xr-head', state);
  afterEach(() => put('active'));

  test('a disabled account says so to its owner alone', async () => {
    await put('disabled');
    expect(codeOf(await fail('xr-head'))).toBe('WRONG_CREDENTIALS');
    const owner = await trySignIn(central, 'xr-head');
    expect([owner.status, codeOf(owner)]).toEqual([403, 'ACCOUNT_DISABLED']);
    await put('active');
    expect((await trySignIn(central, 'xr-head')).status).toBe(200);
  });

  test.each(['invited', 'resetting', 'reenabled', 'pending'] as const)(
    '[A:1123] nor one that is %s',
    async (state) => {
      await put(state);
      expect(codeOf(await trySignIn(central, 'xr-head'))).toBe('ACCOUNT_DISABLED');
      expect(codeOf(await fail('xr-head'))).toBe('WRONG_CREDENTIALS');
    },
  );

  test.each(['rejected', 'without a password'])(
    '[security §1] one that is %s answers like an unknown one',
    async (what) => {
      const { db } = central.context;
      const before = await db
        .selectFrom('accounts')
        .selectAll()
        .where('account', '=', 'xr-head')
        .executeTakeFirstOrThrow();
      await put(what === 'rejected' ? 'rejected' : 'invited');
      if (what !== 'rejected')
        await db
          .updateTable('accounts')
          .set({ password_hash: null, password_set_at: null })
          .where('id', '=', before.id)
          .execute();
      const unknown = await fail('nobody-here');
      const answer = await trySignIn(central, 'xr-head');
      expect([answer.status, answer.text]).toEqual([unknown.status, unknown.text]);
      const { password_hash, password_set_at } = before;
      await db
        .updateTable('accounts')
        .set({ password_hash, password_set_at })
        .where('id', '=', before.id)
        .execute();
    },
  );

  test('[security §1] disabling ends every session at the next request', async () => {
    const client = await central.signIn('xr-head');
    expect((await client.ask('change.list', { after: 0 })).status).toBe(200);
    await put('disabled');
    const next = await client.ask('change.list', { after: 0 });
    expect([next.status, codeOf(next)]).toEqual([401, 'SIGNED_OUT']);
    const refresh = await client.ask('session.refresh', { refreshToken: client.tokens.refreshToken });
    expect(refresh.body).toEqual({ failure: { code: 'SIGNED_OUT', detail: { reason: 'revoked' } } });
  });

  test('[security §1] who holds a token of a session that was ended is told so, nobody else', async () => {
    const client = await central.signIn('xr-counselor');
    const { refreshToken } = client.tokens;
    await central.context.db
      .updateTable('sessions')
      .set({ revoked_at: new Date(central.clock.now).toISOString() })
      .execute();
    const told = await client.ask('session.refresh', { refreshToken });
    expect(told.body).toEqual({ failure: { code: 'SIGNED_OUT', detail: { reason: 'revoked' } } });
    const unknown = await client.ask('session.refresh', { refreshToken: 'x'.repeat(43) });
    expect(unknown.body).toEqual({ failure: { code: 'SIGNED_OUT' } });
  });
});

test('every try is in the audit log by its outcome, without the account as typed', async () => {
  const { db } = central.context;
  await fail('a-very-secret-typo');
  await central.signIn('xr-primary');
  const lines = await db.selectFrom('audit_log').selectAll().orderBy('seq', 'desc').limit(2).execute();
  expect(lines.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['session.create', 'ok'],
    ['session.create', 'WRONG_CREDENTIALS'],
  ]);
  expect(JSON.stringify(lines)).not.toContain('secret');
  expect(await verifyAuditChain(db)).toMatchObject({ valid: true });
});
