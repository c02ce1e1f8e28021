import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { voidLinks } from '../../../central/accounts/links.ts';
import { verifyAuditChain } from '../../../central/audit/verify.ts';
import { verifyPassword } from '../../../central/auth/password.ts';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '../../../shared/contract/version.ts';
import { stateOf } from '../../../shared/domain/account/account-state.ts';
import { textFor } from '../../../shared/text/index.ts';
import { accountRow, linkFor, sendForm, setPassword, visit } from '../../helpers/account-links.ts';
import { putState } from '../../helpers/account-states.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { trySignIn } from '../../helpers/central-client.ts';
import { CHEAP } from '../../helpers/password-cost.ts';

const MINUTE = 60_000;
const GOOD = 'Shanyue&Lu42';
const account = 'xr-teacher1';
const t = textFor('zh-TW');
let central: TestCentral;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.close());

let before: Awaited<ReturnType<typeof accountRow>>;
beforeEach(async () => {
  before = await accountRow(central, account);
});
afterEach(async () => {
  const { password_hash, password_set_at, id } = before;
  await putState(central.context.db, account, 'active');
  const { db } = central.context;
  await db.updateTable('accounts').set({ password_hash, password_set_at }).where('id', '=', id).execute();
  await db.deleteFrom('account_passwords').where('account_id', '=', id).execute();
  await db.deleteFrom('sign_in_attempts').execute();
});

const state = async () => stateOf(await accountRow(central, account));
const good = async () => verifyPassword((await accountRow(central, account)).password_hash, GOOD, CHEAP);

describe('setting a password', () => {
  test.each([
    ['invited', 'setPassword'],
    ['resetting', 'reset'],
  ] as const)('%s: the page, the form, then one may sign in with it', async (waiting, purpose) => {
    const path = await linkFor(central, account, waiting);
    const page = await visit(central.app, path);
    expect(page.statusCode).toBe(200);
    expect(page.payload).toContain(`<h1>${t(`linkPage.${purpose}.title`)}</h1>`);
    expect(page.payload).toContain(account);
    expect((await trySignIn(central, account)).status).toBe(403);

    const done = await setPassword(central.app, path, GOOD);
    expect([done.statusCode, done.headers.location]).toEqual([303, '../done/password']);
    const end = await visit(central.app, new URL(done.headers.location ?? '', `http://c${path}`).pathname);
    expect(end.payload).toContain(t('linkPage.done.password.lead'));
    expect(await state()).toBe('active');
    expect((await trySignIn(central, account, { password: GOOD })).status).toBe(200);
    const mail = await central.newestMailTo(before.email);
    expect(mail.subject).toBe(t('mail.passwordChanged.subject'));
  });

  test('sessions that ran on while it was forgotten end', async () => {
    const client = await central.signIn(account);
    const path = await linkFor(central, account, 'resetting');
    expect((await client.ask('profile.get', {})).status).toBe(200);
    await setPassword(central.app, path, GOOD);
    expect((await client.ask('profile.get', {})).status).toBe(401);
  });

  test('the last three are remembered, and no more', async () => {
    const { db } = central.context;
    for (const password of [GOOD, 'Bilan#Hai77x', 'Cuilu%Shan88', 'Danqing=Yun9']) {
      central.clock.now += MINUTE;
      expect(
        (await setPassword(central.app, await linkFor(central, account, 'resetting'), password)).statusCode,
      ).toBe(303);
    }
    const kept = await db
      .selectFrom('account_passwords')
      .selectAll()
      .where('account_id', '=', before.id)
      .execute();
    expect(kept).toHaveLength(3);
    const path = await linkFor(central, account, 'resetting');
    const used = await setPassword(central.app, path, 'Bilan#Hai77x');
    expect([used.statusCode, used.payload.includes(t('check.passwordUsed'))]).toEqual([422, true]);
    expect((await setPassword(central.app, path, GOOD)).statusCode, 'the fourth last').toBe(303);
  });

  test('is in the audit log by its purpose, without the password', async () => {
    await setPassword(central.app, await linkFor(central, account, 'invited'), GOOD);
    const [line] = await central.context.db
      .selectFrom('audit_log')
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(1)
      .execute();
    expect(line).toMatchObject({
      action: 'link.setPassword',
      account_id: before.id,
      subject: before.id,
      school_id: before.school_id,
      fields: ['verified', 'password'],
      outcome: 'ok',
    });
    expect(await verifyAuditChain(central.context.db)).toMatchObject({ valid: true });
  });
});

describe('[security 7.29] every rule has its own sentence', () => {
  const min = { min: 8, max: 128 };
  test.each([
    ['passwordLength', 'Ab1#xyz'],
    ['passwordLength', `Aa1#${'山'.repeat(125)}`],
    ['passwordClasses', 'lowercase77only'],
    ['passwordAccount', account],
    ['passwordRun', 'Qwer#8kdmz'],
    ['passwordIdentity', 'Xx#A123456789'],
    ['passwordCommon', 'P@ssw0rd2024!'],
    ['passwordUsed', 'Daoshi#25'],
  ] as const)('%s', async (rule, password) => {
    const path = await linkFor(central, account, 'resetting');
    const answer = await setPassword(central.app, path, password);
    expect(answer.statusCode).toBe(422);
    expect(answer.payload).toContain(`role="alert"`);
    expect(answer.payload).toContain(`<p class="problem" id="password-problem-`);
    expect(answer.payload).toContain(t(`check.${rule}`, min));
    expect(answer.payload, 'nothing of it is kept').not.toMatch(/value=/);
    if (password !== account) expect(answer.payload).not.toContain(password);
    expect(await state(), 'the link is still good').toBe('resetting');
    expect((await setPassword(central.app, path, GOOD)).statusCode).toBe(303);
  });

  test('several are told together; two that differ and empty fields too', async () => {
    const path = await linkFor(central, account, 'resetting');
    const several = (await setPassword(central.app, path, 'qwer', GOOD)).payload;
    for (const code of ['passwordLength', 'passwordClasses', 'passwordRun'])
      expect(several).toContain(t(`check.${code}`, min));
    expect(several).toContain(t('linkPage.repeatDiffers'));
    expect((await setPassword(central.app, path, '')).payload).toContain(t('linkPage.required'));
    expect((await setPassword(central.app, path, GOOD, '')).payload).toContain(t('linkPage.repeatRequired'));
    expect((await sendForm(central.app, path)).payload).toContain(t('linkPage.required'));
  });

  test('the line end that a paste brings along is not part of it', async () => {
    const path = await linkFor(central, account, 'resetting');
    expect((await setPassword(central.app, path, `${GOOD}\r\n`, GOOD)).statusCode).toBe(303);
    expect(await good()).toBe(true);
  });

  test('64 characters and more are taken, spaces and Chinese too', async () => {
    const long = `山 ${'月Ab1# '.repeat(12)}路`;
    const path = await linkFor(central, account, 'resetting');
    expect((await setPassword(central.app, path, long)).statusCode).toBe(303);
    expect((await trySignIn(central, account, { password: long })).status).toBe(200);
  });
});

describe('驗證', () => {
  test('[A:300–315] shows the account data, and the old password is good again', async () => {
    const path = await linkFor(central, account, 'reenabled');
    const { payload } = await visit(central.app, path);
    for (const text of [account, before.name, '導師', before.email, t('linkPage.school')])
      expect(payload).toContain(text);
    expect(payload).toContain('>驗證</button>');
    expect(payload).not.toContain('type="password"');
    const done = await sendForm(central.app, path);
    expect([done.statusCode, done.headers.location]).toEqual([303, '../done/verify']);
    expect((await trySignIn(central, account)).status).toBe(200);
    const after = await accountRow(central, account);
    expect(after.password_set_at).toBe(before.password_set_at);
  });
});

describe('[security 7.30] one page for every link that cannot be followed', () => {
  const unknown = `/account/link/${'A'.repeat(43)}`;

  /** The same status, headers and text as for a token that nobody ever had, to looking and to sending. */
  const expectUnusable = async (path: string) => {
    const headersOf = ({ date: _date, ...headers }: Record<string, unknown>) => headers;
    for (const ask of [
      (at: string) => visit(central.app, at),
      (at: string) => setPassword(central.app, at, GOOD),
    ]) {
      const [answer, expected] = [await ask(path), await ask(unknown)];
      expect(answer.payload).toContain(t('linkPage.unusable.title'));
      expect([answer.statusCode, answer.payload]).toEqual([410, expected.payload]);
      expect(headersOf(answer.headers)).toEqual(headersOf(expected.headers));
    }
  };

  test('used', async () => {
    const path = await linkFor(central, account, 'resetting');
    expect((await setPassword(central.app, path, GOOD)).statusCode).toBe(303);
    await expectUnusable(path);
  });

  test('after 61 minutes; after 59 it is good', async () => {
    const path = await linkFor(central, account, 'resetting');
    central.clock.now += 59 * MINUTE;
    expect((await visit(central.app, path)).statusCode).toBe(200);
    central.clock.now += 2 * MINUTE;
    await expectUnusable(path);
    expect(await state()).toBe('resetting');
  });

  test('of an account that was disabled', async () => {
    const path = await linkFor(central, account, 'resetting');
    await putState(central.context.db, account, 'disabled');
    await expectUnusable(path);
    expect(await good()).toBe(false);
  });

  test('void, because a newer mail was sent', async () => {
    const older = await linkFor(central, account, 'resetting');
    const newer = await linkFor(central, account, 'resetting');
    await expectUnusable(older);
    expect((await visit(central.app, newer)).statusCode).toBe(200);
    await central.context.db
      .transaction()
      .execute((trx) => voidLinks(trx, before.id, new Date(central.clock.now).toISOString()));
    await expectUnusable(newer);
  });

  test('no token at all, and what is none', async () => {
    for (const path of ['x', '%00', '%F0%9F%98%80', '..%2F..%2Fetc', "' or 1=1 --", 'a'.repeat(90)])
      expect((await visit(central.app, `/account/link/${path}`)).statusCode).toBe(410);
  });

  test('changed while somebody looked at it: the state decides, not the page', async () => {
    const path = await linkFor(central, account, 'resetting');
    await visit(central.app, path);
    await putState(central.context.db, account, 'active');
    await expectUnusable(path);
    expect(await good()).toBe(false);
  });
});

test('looking does not use a link up: programs that check mails open their links', async () => {
  const path = await linkFor(central, account, 'resetting');
  for (let looks = 0; looks < 5; looks += 1) {
    expect((await visit(central.app, path)).statusCode).toBe(200);
    expect((await central.app.inject({ method: 'HEAD', url: path })).statusCode).toBe(200);
  }
  expect((await setPassword(central.app, path, GOOD)).statusCode).toBe(303);
});

test('of ten forms sent at the same moment one is taken', async () => {
  const path = await linkFor(central, account, 'resetting');
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => setPassword(central.app, path, `${GOOD}${index}z`)),
  );
  const won = answers.findIndex(({ statusCode }) => statusCode === 303);
  const statuses = answers.map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  expect(statuses.filter((status) => status === 410)).toHaveLength(9);
  const { password_hash } = await accountRow(central, account);
  expect(await verifyPassword(password_hash, `${GOOD}${won}z`, CHEAP)).toBe(true);
});

describe('what a browser is told', () => {
  test('nothing runs, nothing is kept, the address goes nowhere', async () => {
    const path = await linkFor(central, account, 'invited');
    for (const { headers, payload } of [
      await visit(central.app, path),
      await visit(central.app, '/account/done/verify'),
    ]) {
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex, nofollow, noarchive',
      });
      expect(payload).toContain('<html lang="zh-Hant-TW">');
      expect(payload).not.toMatch(/<script|style=|\son\w+=|https?:/);
    }
    const style = await visit(central.app, '/account/style.css');
    expect(style.headers['content-type']).toBe('text/css; charset=utf-8');
  });

  test('[security 7.13] what somebody wrote is text', async () => {
    const name = `<img src=x onerror="alert(1)">&'`;
    await central.context.db.updateTable('accounts').set({ name }).where('id', '=', before.id).execute();
    const { payload } = await visit(central.app, await linkFor(central, account, 'reenabled'));
    expect(payload).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;');
    await central.context.db
      .updateTable('accounts')
      .set({ name: before.name })
      .where('id', '=', before.id)
      .execute();
  });

  test('a form is read here alone, JSON elsewhere alone, and not without end', async () => {
    const path = await linkFor(central, account, 'invited');
    const json = await central.app.inject({
      method: 'POST',
      url: path,
      payload: { password: GOOD, repeat: GOOD },
    });
    expect(json.statusCode).toBe(400);
    const form = await central.app.inject({
      method: 'POST',
      url: '/v1/captchas',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        [CONTRACT_HEADER]: String(CONTRACT_VERSION),
      },
      payload: 'a=b',
    });
    expect(form.statusCode).toBe(400);
    expect((await setPassword(central.app, path, 'x'.repeat(20_000))).statusCode).toBe(413);
    expect((await sendForm(central.app, path, { 'password[]': GOOD })).statusCode).toBe(422);
    expect(await state()).toBe('invited');
  });
});

test('too many from one address are asked to wait, on a page', async () => {
  const strict = await startCentral({ limits: { signInPerAddress: 3 } });
  const path = await linkFor(strict, account, 'invited');
  for (let tries = 0; tries < 3; tries += 1) expect((await visit(strict.app, path)).statusCode).toBe(200);
  const fourth = await visit(strict.app, path);
  expect(fourth.statusCode).toBe(429);
  expect(fourth.headers['retry-after']).toMatch(/^\d+$/);
  expect(fourth.payload).toContain(t('linkPage.busy.title'));
  await strict.close();
});
