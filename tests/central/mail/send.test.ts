import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { tellAccount } from '../../../central/accounts/tell.ts';
import { openCarrier } from '../../../central/mail/carrier.ts';
import { hashLinkToken } from '../../../central/mail/draw-link.ts';
import { sendNext, type Post } from '../../../central/mail/send.ts';
import { accountRow, linkFor, visit } from '../../helpers/account-links.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { addressesOf, tokenIn } from '../../helpers/mailbox.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const account = 'xr-teacher1';
let central: TestCentral;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.close());
afterEach(async () => {
  central.mailbox.mood = 'take';
  await central.mailsSent();
  await central.context.db.deleteFrom('mail_outbox').execute();
});

const queue = async () => {
  const row = await accountRow(central, account);
  await central.context.db
    .transaction()
    .execute((trx) => tellAccount(trx, central.context, row, 'reset', 'reset'));
};
const outbox = () => central.context.db.selectFrom('mail_outbox').selectAll().executeTakeFirstOrThrow();
const arrived = () => central.mailbox.mails.length;

describe('a mail with a link', () => {
  test('goes to the registered address, as plain text, with a token that the database does not hold', async () => {
    await queue();
    const before = await central.context.db.selectFrom('account_links').selectAll().execute();
    expect(before.map(({ token_hash, expires_at }) => [token_hash, expires_at])).toEqual([[null, null]]);
    const { email, name } = await accountRow(central, account);
    const mail = await central.newestMailTo(email);
    expect(addressesOf(mail)).toEqual([email]);
    expect(mail.subject).toBe('【學路通報系統】忘記密碼');
    expect(mail.html ?? '').toBe('');
    expect(mail.text).toContain(`${name} 您好：`);
    expect(mail.text).toContain(`帳號：${account}`);
    expect(mail.text).not.toMatch(/\{\{/);
    const token = tokenIn(mail);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const [link] = await central.context.db.selectFrom('account_links').selectAll().execute();
    const now = new Date(central.clock.now).toISOString();
    const expires_at = new Date(central.clock.now + 60 * MINUTE).toISOString();
    expect(link).toMatchObject({ token_hash: hashLinkToken(token), sent_at: now, expires_at });
    const tables = await Promise.all([
      central.context.db.selectFrom('mail_outbox').selectAll().execute(),
      central.context.db.selectFrom('account_links').selectAll().execute(),
    ]);
    expect(JSON.stringify(tables)).not.toContain(token);
  });

  test('whose link was made void before it left does not leave', async () => {
    await queue();
    await queue();
    const before = arrived();
    await central.mailsSent();
    expect(arrived()).toBe(before + 1);
    const rows = await central.context.db
      .selectFrom('mail_outbox')
      .selectAll()
      .orderBy('created_at')
      .execute();
    expect(new Set(rows.map(({ last_error }) => last_error))).toEqual(new Set(['LINK_VOID', null]));
  });
});

describe('when SMTP is away', () => {
  test('it is tried again after 1, 5, 15, 60, 60 … minutes, and then arrives once', async () => {
    await queue();
    central.mailbox.mood = 'refuse';
    const before = arrived();
    for (const minutes of [1, 5, 15, 60, 60]) {
      const offered = central.mailbox.offered();
      await central.mailsSent();
      expect(central.mailbox.offered()).toBe(offered + 1);
      expect(await outbox()).toMatchObject({
        sent_at: null,
        last_error: 'EMESSAGE 451',
        next_try_at: new Date(central.clock.now + minutes * MINUTE).toISOString(),
      });
      central.clock.now += minutes * MINUTE - 1;
      await central.mailsSent();
      expect(central.mailbox.offered(), 'not earlier').toBe(offered + 1);
      central.clock.now += 1;
    }
    central.mailbox.mood = 'take';
    await central.mailsSent();
    await central.mailsSent();
    central.clock.now += DAY;
    await central.mailsSent();
    expect(arrived()).toBe(before + 1);
    expect(await outbox()).toMatchObject({ tries: 6, last_error: null, given_up_at: null });
  });

  test('each try draws a new token, whose time begins with it; the earlier one is good for nothing', async () => {
    central.mailbox.mood = 'hangUp';
    await queue();
    await central.mailsSent();
    const first = `/account/link/${tokenIn(central.mailbox.mails.at(-1) ?? {})}`;
    expect((await outbox()).sent_at, 'SMTP said nothing').toBeNull();
    central.mailbox.mood = 'take';
    central.clock.now += MINUTE;
    await central.mailsSent();
    const mail = central.mailbox.mails.at(-1) ?? {};
    expect((await visit(central.app, first)).statusCode).toBe(410);
    const link = await central.context.db
      .selectFrom('account_links')
      .selectAll()
      .where('token_hash', '=', hashLinkToken(tokenIn(mail)))
      .executeTakeFirstOrThrow();
    expect(link.expires_at).toBe(new Date(central.clock.now + 60 * MINUTE).toISOString());
  });

  test('nobody listening is as good as a refusal', async () => {
    await queue();
    const post: Post = {
      ...central.context,
      carrier: openCarrier({ ...central.mailbox.place, port: 9 }, 'noreply@central.test'),
      publicUrl: 'https://central.test',
    };
    expect(await sendNext(post)).toBe('failed');
    expect((await outbox()).last_error).toBe('ESOCKET');
  });

  test('after three days it is given up', async () => {
    await queue();
    central.mailbox.mood = 'refuse';
    await central.mailsSent();
    central.clock.now += 3 * DAY;
    await central.mailsSent();
    const offered = central.mailbox.offered();
    expect((await outbox()).given_up_at).not.toBeNull();
    central.clock.now += DAY;
    await central.mailsSent();
    expect(central.mailbox.offered()).toBe(offered);
  });
});

describe('several processes at once', () => {
  test('send each mail once', async () => {
    const rows = await central.context.db.selectFrom('accounts').selectAll().limit(12).execute();
    await central.context.db.transaction().execute(async (trx) => {
      for (const row of rows) await tellAccount(trx, central.context, row, 'disabled');
    });
    const before = arrived();
    const post: Post = {
      ...central.context,
      carrier: openCarrier(central.mailbox.place, 'noreply@central.test'),
      publicUrl: 'https://central.test',
    };
    const drain = async () => {
      while ((await sendNext(post)) === 'sent');
    };
    await Promise.all([drain(), drain(), drain(), drain()]);
    const sent = central.mailbox.mails.slice(before).map((mail) => addressesOf(mail)[0]);
    expect(sent).toHaveLength(rows.length);
    expect(new Set(sent)).toEqual(new Set(rows.map(({ email }) => email)));
  });

  test('one that died with a mail in its hands is waited for five minutes', async () => {
    await queue();
    const post: Post = {
      ...central.context,
      carrier: { send: () => new Promise(() => undefined), close: () => undefined },
      publicUrl: 'https://central.test',
    };
    void sendNext(post);
    await expect.poll(async () => (await outbox()).tries).toBe(1);
    const before = arrived();
    central.clock.now += 5 * MINUTE - 1;
    await central.mailsSent();
    expect(arrived()).toBe(before);
    central.clock.now += 1;
    await central.mailsSent();
    expect(arrived()).toBe(before + 1);
  });
});

test('[security 7.19] what people typed starts neither a header nor a line', async () => {
  const row = await accountRow(central, account);
  const name = '王\r\nBcc: all@example.tw\r\n\r\n<b>小明</b>\u2028x';
  await central.context.db
    .transaction()
    .execute((trx) => tellAccount(trx, central.context, { ...row, name }, 'disabled'));
  const mail = await central.newestMailTo(row.email);
  expect(mail.headers.map(({ key }) => key)).not.toContain('bcc');
  expect(addressesOf(mail)).toEqual([row.email]);
  expect(mail.text).toContain('王 Bcc: all@example.tw <b>小明</b> x 您好：');
});

test.each(['a@b.tw\r\nBcc: c@d.tw', 'a@b.tw, c@d.tw', '"x" <c@d.tw>, a@b.tw'])(
  '[security 7.19] an address that is none reaches nobody: %j',
  async (email) => {
    const row = await accountRow(central, account);
    const before = arrived();
    await central.context.db
      .transaction()
      .execute((trx) => tellAccount(trx, central.context, { ...row, id: row.id, email }, 'disabled'));
    await central.mailsSent();
    const reached = central.mailbox.mails.slice(before).flatMap(addressesOf);
    expect(reached.filter((address) => /^(?:c@d\.tw|all@example\.tw)$/.test(address))).toEqual([]);
    const headers = central.mailbox.mails.slice(before).flatMap((mail) => mail.headers.map(({ key }) => key));
    expect(headers).not.toContain('bcc');
  },
);

test('whoever follows the link of a mail finds a page, though the row id is no token', async () => {
  const path = await linkFor(central, account, 'resetting');
  expect((await visit(central.app, path)).statusCode).toBe(200);
  expect((await visit(central.app, `/account/link/${randomUUID()}`)).statusCode).toBe(410);
});
