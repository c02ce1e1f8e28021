import type { KyselyPlugin } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { forgetPassword } from '../../../central/auth/forget.ts';
import { ACCOUNT_STATES, stateOf, type AccountState } from '../../../shared/domain/account/account-state.ts';
import { textFor } from '../../../shared/text/index.ts';
import { accountRow, setPassword, visit } from '../../helpers/account-links.ts';
import { putState } from '../../helpers/account-states.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { askCentral, trySignIn, type HttpAnswer } from '../../helpers/central-client.ts';
import { linkIn, tokenIn } from '../../helpers/mailbox.ts';

const MINUTE = 60_000;
const account = 'xr-counselor';
const t = textFor('zh-TW');
let central: TestCentral;
let email = '';
beforeAll(async () => {
  central = await startCentral();
  ({ email } = await accountRow(central, account));
});
afterAll(() => central.close());
afterEach(async () => {
  central.clock.now += 61 * MINUTE;
  await putState(central.context.db, account, 'active');
});

const captcha = async () => {
  const { captchaId } = (await askCentral(central.app, 'captcha.create', {})).body;
  return { captchaId, captchaAnswer: central.captchaAnswer(captchaId) };
};
const forget = async (name: string, address: string) =>
  askCentral(central.app, 'password.forget', { account: name, email: address, ...(await captcha()) });
const state = async () => stateOf(await accountRow(central, account));
const arrived = async () => {
  await central.mailsSent();
  return central.mailbox.mails.length;
};
/** An answer without the time of day. */
const bytes = ({ status, text, headers: { date: _date, ...headers } }: HttpAnswer) => ({
  status,
  text,
  headers,
});

describe('忘記密碼', () => {
  test('[A:343–358] [A:1127] a mail with a link, 正常／未認證 until it is followed', async () => {
    const client = await central.signIn(account);
    expect((await forget(account, email)).status).toBe(200);
    expect(await state()).toBe('resetting');
    expect((await trySignIn(central, account)).status).toBe(403);
    expect((await client.ask('profile.get', {})).status, 'whoever works goes on').toBe(200);
    const mail = await central.newestMailTo(email);
    expect(mail.subject).toBe(t('mail.reset.subject'));
    expect(linkIn(mail)).toMatch(/^https:\/\/central\.test\/account\/link\/[\w-]{43}$/);
    await setPassword(central.app, `/account/link/${tokenIn(mail)}`, 'Shanyue&Lu42');
    expect((await trySignIn(central, account, { password: 'Shanyue&Lu42' })).status).toBe(200);
  });

  test('any case and width of both', async () => {
    const before = await arrived();
    await forget(` ${account.toUpperCase()} `, email.toUpperCase());
    expect(await arrived()).toBe(before + 1);
  });

  test('a newer request makes the link of the older void', async () => {
    await forget(account, email);
    const older = `/account/link/${tokenIn(await central.newestMailTo(email))}`;
    await forget(account, email);
    const newer = `/account/link/${tokenIn(await central.newestMailTo(email))}`;
    expect((await visit(central.app, older)).statusCode).toBe(410);
    expect((await visit(central.app, newer)).statusCode).toBe(200);
  });

  test('[domain §6.12] three an hour; the fourth is silently not sent, and the third link stays good', async () => {
    const before = await arrived();
    const answers = [];
    for (let tries = 0; tries < 4; tries += 1) {
      answers.push(await forget(account, email));
      await central.mailsSent();
    }
    expect(new Set(answers.map((answer) => JSON.stringify(bytes(answer)))).size).toBe(1);
    expect(await arrived()).toBe(before + 3);
    const path = `/account/link/${tokenIn(await central.newestMailTo(email))}`;
    expect((await visit(central.app, path)).statusCode).toBe(200);
    central.clock.now += 61 * MINUTE;
    await forget(account, email);
    expect(await arrived()).toBe(before + 4);
  });

  test('four at the same moment are three as well', async () => {
    const before = await arrived();
    await Promise.all(Array.from({ length: 6 }, () => forget(account, email)));
    const { length } = await central.context.db
      .selectFrom('mail_outbox')
      .select('id')
      .where('template', '=', 'reset')
      .where('created_at', '=', new Date(central.clock.now).toISOString())
      .execute();
    expect(length).toBe(3);
    expect(await arrived(), 'links of the older are void').toBeLessThanOrEqual(before + 3);
  });

  test.each(ACCOUNT_STATES)('an account that is %s', async (from) => {
    const expected: Readonly<Record<AccountState, [AccountState, number]>> = {
      pending: ['pending', 0],
      rejected: ['rejected', 0],
      invited: ['invited', 1],
      resetting: ['resetting', 1],
      reenabled: ['resetting', 1],
      active: ['resetting', 1],
      disabled: ['disabled', 0],
    };
    await putState(central.context.db, account, from);
    const before = await arrived();
    const answer = await forget(account, email);
    expect([answer.status, answer.text]).toEqual([200, '{}']);
    expect([await state(), (await arrived()) - before]).toEqual(expected[from]);
  });
});

describe('[security §1] who asks learns nothing', () => {
  test('the same bytes and headers, whatever there is', async () => {
    const known = bytes(await forget(account, email));
    for (const [name, address] of [
      [account, 'somebody@else.edu.tw'],
      ['nobody-here', email],
      ["x' or 1=1 --", '%'],
    ] as const)
      expect(bytes(await forget(name, address))).toEqual(known);
    expect(central.faults).toEqual([]);
  });

  test('a wrong address changes nothing', async () => {
    const before = await accountRow(central, account);
    const sent = await arrived();
    await forget(account, 'somebody@else.edu.tw');
    expect(await accountRow(central, account)).toEqual(before);
    expect(await arrived()).toBe(sent);
  });

  test('as many statements for the unknown as for the known', async () => {
    const { context } = central;
    const { db } = context;
    let statements = 0;
    const counter: KyselyPlugin = {
      transformQuery: ({ node }) => {
        statements += 1;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    };
    const count = async (name: string, address = email) => {
      const given = { account: name, email: address, ...(await captcha()) };
      statements = 0;
      await forgetPassword({ ...context, db: db.withPlugin(counter) }, given);
      return statements;
    };
    const known = await count(account);
    expect(known).toBeGreaterThan(8);
    expect(await count('nobody-here')).toBe(known);
    expect(await count(account, 'somebody@else.edu.tw')).toBe(known);
  });
});

describe('[security 7.31] the captcha', () => {
  const ask = (given: object) => askCentral(central.app, 'password.forget', { account, email, ...given });

  test('is good once, and for five minutes', async () => {
    const given = await captcha();
    expect((await ask(given)).status).toBe(200);
    expect((await ask(given)).body.failure?.code).toBe('WRONG_CAPTCHA');
    const late = await captcha();
    central.clock.now += 5 * MINUTE;
    expect((await ask(late)).body.failure?.code).toBe('WRONG_CAPTCHA');
  });

  test('wrong: nothing is sent', async () => {
    const before = await arrived();
    expect((await ask({ ...(await captcha()), captchaAnswer: 'zzzzzz' })).body.failure?.code).toBe(
      'WRONG_CAPTCHA',
    );
    expect(await arrived()).toBe(before);
    expect(await state()).toBe('active');
  });
});

test('the answer waits for its moment, whatever it found', async () => {
  const slow = await startCentral({ limits: { forgetMs: 250 } });
  const { captchaId } = (await askCentral(slow.app, 'captcha.create', {})).body;
  const given = { account: 'nobody', email, captchaId, captchaAnswer: slow.captchaAnswer(captchaId) };
  const since = performance.now();
  await askCentral(slow.app, 'password.forget', given);
  expect(performance.now() - since).toBeGreaterThan(245);
  await slow.close();
});
