import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCarrier } from '../../../central/mail/carrier.ts';
import { KEPT_MAILS, openCatchAll, type CatchAll } from '../../../central/mail/catch-all.ts';
import { leadsHere } from '../../../central/mail/open-mail.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';

const link = `http://127.0.0.1:4680/account/link/${'x'.repeat(43)}`;
const folder = join(mkdtempSync(join(tmpdir(), 'xuelu-mails-')), 'mails');
let catchAll: CatchAll;
let central: TestCentral;
const send = (subject: string, text: string) =>
  openCarrier(catchAll.place, 'noreply@central.test').send({ id: subject, to: 'a@b.tw', subject, text });

beforeAll(async () => {
  catchAll = await openCatchAll(folder);
  central = await startCentral({ over: { caughtMails: folder } });
});
afterAll(async () => {
  await central.close();
  await catchAll.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const ask = (url: string, parts: { host?: string; from?: string; headers?: Record<string, string> } = {}) =>
  central.app.inject({
    method: 'GET',
    url,
    remoteAddress: parts.from ?? '127.0.0.1',
    headers: { host: parts.host ?? '127.0.0.1:4680', ...parts.headers },
  });
const newest = async () => /href="(\/mails\/[^"]+)"/.exec((await ask('/mails')).payload)?.[1] ?? '';

describe('mails that stay on this computer', () => {
  test('are listed newest first, and each can be read, its link followed', async () => {
    expect((await ask('/mails')).payload).toContain('目前沒有信件');
    await send('第一封', 'one');
    await send('第二封 <b>', `請開啟：\n${link}\n<script>alert(1)</script>`);
    const list = (await ask('/mails')).payload;
    expect(list.indexOf('第二封 &lt;b&gt;')).toBeGreaterThan(0);
    expect(list.indexOf('第二封')).toBeLessThan(list.indexOf('第一封'));
    expect(list).toContain('a@b.tw');
    const { payload, headers } = await ask(await newest());
    expect(payload).toContain(`<a href="${link}">${link}</a>`);
    expect(payload).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test.skipIf(process.platform === 'win32')('nobody else on it reads the files', () => {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  test('the newest five hundred stay', async () => {
    for (let old = 0; old < KEPT_MAILS; old += 1)
      writeFileSync(join(folder, `000000000000001-${String(old).padStart(6, '0')}-00000000.eml`), '');
    await send('第三封', 'three');
    expect(readdirSync(folder)).toHaveLength(KEPT_MAILS);
    expect((await ask('/mails')).payload).toContain('第一封');
  });
});

describe('[security §1] to everybody else there is no such address', () => {
  test.each([
    ['another computer', { from: '192.168.1.7' }],
    ['another name of this one', { host: 'evil.example:4680' }],
    ['a name that only begins alike', { host: '127.0.0.1.evil.example' }],
    ['somebody behind a proxy', { headers: { 'x-forwarded-for': '10.0.0.1' } }],
    ['somebody behind another proxy', { headers: { forwarded: 'for=10.0.0.1' } }],
  ])('%s', async (_who, parts) => {
    for (const url of ['/mails', await newest()]) {
      const answer = await ask(url, parts);
      const nothing = await ask('/no-such-address', parts);
      expect([answer.statusCode, answer.payload]).toEqual([404, nothing.payload]);
    }
  });

  test.each(['localhost:4680', '[::1]:4680', '127.0.0.1'])('%s is this computer', async (host) => {
    expect((await ask('/mails', { host })).statusCode).toBe(200);
  });

  test('ids are ids, not paths', async () => {
    for (const id of ['..%2F..%2Fpostgres-password', '../x', '%00', 'x'])
      expect((await ask(`/mails/${id}`)).statusCode).toBe(404);
  });

  test('a service that others reach has no such page', async () => {
    expect(leadsHere(null)).toBe(true);
    expect(leadsHere('http://127.0.0.1:4680')).toBe(true);
    expect(leadsHere('https://central.example.tw')).toBe(false);
    const without = await startCentral();
    expect((await without.app.inject('/mails')).statusCode).toBe(404);
    await without.close();
  });
});
