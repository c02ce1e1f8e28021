import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { putState } from '../../helpers/account-states.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { askCentral, trySignIn } from '../../helpers/central-client.ts';

const MINUTE = 60_000;
const SECRET = new Secret({ size: 20 }).base32;
let central: TestCentral;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.close());

const account = 'xr-primary';
const codeOf = (answer: { body: { failure?: { code: string } } }) => answer.body.failure?.code;
const right = (steps = 0) =>
  new TOTP({ secret: SECRET }).generate({ timestamp: central.clock.now + steps * 30_000 });
const wrong = () => {
  const taken = [-1, 0, 1].map(right);
  return ['000000', '111111', '222222', '333333'].find((code) => !taken.includes(code)) ?? '';
};

const first = async () => {
  const answer = await trySignIn(central, account);
  expect([answer.status, codeOf(answer)]).toEqual([401, 'SECOND_FACTOR']);
  return Reflect.get(answer.body.failure?.detail ?? {}, 'challengeId') as string;
};
const confirm = (challengeId: string, code: string) =>
  askCentral(central.app, 'session.confirm', { challengeId, code });

beforeEach(async () => {
  const { db } = central.context;
  await db.deleteFrom('sign_in_attempts').execute();
  await db
    .updateTable('accounts')
    .set({ totp_secret: SECRET, totp_enabled: true, totp_last_step: null })
    .where('account', '=', account)
    .execute();
});

describe('the second step of a sign-in', () => {
  test('opens the session that the password alone does not', async () => {
    const challengeId = await first();
    const { status, body } = await confirm(challengeId, right());
    expect(status).toBe(200);
    expect(body).toMatchObject({ account: { account, secondFactor: 'on' }, tokens: { expiresIn: 600 } });
    expect(Buffer.from(body.recoveryKey, 'base64')).toHaveLength(32);
    expect(codeOf(await confirm(challengeId, right(1))), 'one session each').toBe('SIGNED_OUT');
  });

  test('a clock may be one step off, not two; spaces and full width do not matter', async () => {
    const challengeId = await first();
    expect(codeOf(await confirm(challengeId, right(2)))).toBe('WRONG_CODE');
    expect(codeOf(await confirm(challengeId, right(-2)))).toBe('WRONG_CODE');
    const wide = [...right(1)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    expect((await confirm(challengeId, ` ${wide.slice(0, 3)} ${wide.slice(3)}`)).status).toBe(200);
  });

  test('a code is good once, also for two at the same moment', async () => {
    const challenges = [await first(), await first(), await first()];
    const code = right();
    const answers = await Promise.all(challenges.map((id) => confirm(id, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => codeOf(answer) === 'WRONG_CODE')).toHaveLength(2);
    expect(codeOf(await confirm(await first(), right(-1))), 'nor an earlier one').toBe('WRONG_CODE');
  });

  test('five wrong codes end the challenge and lock the account', async () => {
    const challengeId = await first();
    for (let tries = 1; tries <= 5; tries += 1)
      expect(codeOf(await confirm(challengeId, wrong()))).toBe('WRONG_CODE');
    expect(codeOf(await confirm(challengeId, right()))).toBe('SIGNED_OUT');
    expect(codeOf(await trySignIn(central, account))).toBe('LOCKED_OUT');
  });

  test('a right password forgives no wrong codes', async () => {
    for (let tries = 1; tries <= 5; tries += 1)
      expect(codeOf(await confirm(await first(), wrong()))).toBe('WRONG_CODE');
    expect(codeOf(await trySignIn(central, account))).toBe('LOCKED_OUT');
  });

  test('right passwords alone lock nobody out', async () => {
    for (let tries = 1; tries <= 12; tries += 1) await first();
    expect((await confirm(await first(), right())).status).toBe(200);
  });

  test('a challenge is good for five minutes, and an unknown one answers the same', async () => {
    const challengeId = await first();
    central.clock.now += 5 * MINUTE;
    const late = await confirm(challengeId, right());
    const unknown = await confirm(randomUUID(), right());
    expect([late.status, late.text]).toEqual([unknown.status, unknown.text]);
    expect(codeOf(late)).toBe('SIGNED_OUT');
  });

  test('an account that was disabled in between does not come in', async () => {
    const challengeId = await first();
    await putState(central.context.db, account, 'disabled');
    expect(codeOf(await confirm(challengeId, right()))).toBe('ACCOUNT_DISABLED');
    await putState(central.context.db, account, 'active');
  });

  test('[security §1] a wrong password does not tell that there is a second step', async () => {
    const answer = await trySignIn(central, account, { password: 'Wrong#123' });
    expect(answer.text).toBe('{"failure":{"code":"WRONG_CREDENTIALS"}}');
  });
});
