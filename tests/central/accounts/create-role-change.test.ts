import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CentralClient } from '../../helpers/central-client.ts';
import {
  anUpload,
  aPng,
  approve,
  askForPost,
  codeOf,
  getAccount,
  moveTo,
  sendBack,
} from '../../helpers/account-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';

let central: TestCentral;
let admin: CentralClient;
beforeAll(async () => {
  central = await startCentral();
  admin = await central.signIn('admin');
});
afterAll(() => central.close());
/** Nobody waits any more. */
beforeEach(async () => {
  const { db } = central.context;
  const waiting = await db.selectFrom('requests').select('id').where('status', '=', 'pending').execute();
  for (const { id } of waiting) await sendBack(admin, id);
});

const idOf = async (account: string) => (await getAccount(central, account)).id;
const requests = async () =>
  Number(
    (
      await central.context.db
        .selectFrom('requests')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

async function expectRefused(answer: () => ReturnType<typeof askForPost>, code: string, status: number) {
  const before = await requests();
  const got = await answer();
  expect([got.status, codeOf(got)]).toEqual([status, code]);
  expect(await requests()).toBe(before);
  return got;
}

describe('轉移帳號 by the 主通 [A:182–203]', () => {
  let primary: CentralClient;
  beforeAll(async () => {
    primary = await central.signIn('xr-primary');
  });

  test('scenario 6 [A:196]: without 移轉申請表 refused, without 聘書 accepted', async () => {
    const head = await idOf('xr-head');
    const { body } = await expectRefused(
      () => askForPost(primary, head, { files: [anUpload('appointment')] }),
      'FILE_REFUSED',
      422,
    );
    expect(body.failure?.detail).toMatchObject({ reason: 'missing' });
    const answer = await askForPost(primary, head);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ kind: 'transfer', status: 'pending', account: 'xr-head' });
  });

  test('with both papers, a picture among them, 必繳 before 非必繳', async () => {
    const picture = anUpload('appointment', { name: '聘書.png', contentBase64: aPng().toString('base64') });
    const { body } = await askForPost(primary, await idOf('xr-head'), {
      files: [anUpload('transferForm'), picture],
    });
    const detail = (await admin.ask('request.get', { requestId: body.requestId })).body;
    expect(detail.files.map(({ kind, type }) => [kind, type])).toEqual([
      ['transferForm', 'application/pdf'],
      ['appointment', 'image/png'],
    ]);
  });

  test('without a successor the field is named', async () => {
    const { body } = await expectRefused(() => askForPost(primary, null), 'FORM_INVALID', 422);
    expect(body.failure).toMatchObject({ fields: [{ path: 'successorId', code: 'required' }] });
  });

  test('to nobody but active staff of the own senior high part: others answer like unknown ids', async () => {
    const unknown = await expectRefused(() => askForPost(primary, randomUUID()), 'NOT_FOUND', 404);
    await moveTo(central, 'xr-teacher2', 'disable');
    await moveTo(central, 'xr-counselor', 'forget');
    for (const account of [
      'xr-primary',
      'qh-head',
      'admin',
      'bureau',
      'sf-director',
      'xr-teacher2',
      'xr-counselor',
    ]) {
      const answer = await askForPost(primary, await idOf(account));
      expect([account, answer.text]).toEqual([account, unknown.text]);
    }
    const other = await central.signIn('mh-primary');
    expect(
      (await askForPost(other, await idOf('mh-registrar'))).text,
      'an office of the compulsory part',
    ).toBe(unknown.text);
    await moveTo(central, 'xr-counselor', 'finishReset');
  });

  test('one at a time, whoever is to get it', async () => {
    expect((await askForPost(primary, await idOf('xr-head'))).status).toBe(200);
    await expectRefused(() => idOf('xr-head').then((id) => askForPost(primary, id)), 'REQUEST_PENDING', 409);
    await expectRefused(
      () => idOf('xr-teacher1').then((id) => askForPost(primary, id)),
      'REQUEST_PENDING',
      409,
    );
    const head = await central.signIn('xr-head');
    await expectRefused(() => askForPost(head, null), 'REQUEST_PENDING', 409);
  });
});

describe('申請權限提升 by staff [A:205–246]', () => {
  test.each(['qh-teacher1', 'qh-counselor', 'qh-head'])(
    'scenarios 8 and 9: %s asks with files only',
    async (account) => {
      const { status, body } = await askForPost(await central.signIn(account), null);
      expect(status).toBe(200);
      expect(body).toMatchObject({ kind: 'promotion', status: 'pending', account });
    },
  );

  test('for oneself alone; offices of a compulsory school and agencies have no such form', async () => {
    const teacher = await central.signIn('qh-teacher2');
    const other = await idOf('qh-head');
    await expectRefused(() => askForPost(teacher, other), 'FORBIDDEN', 403);
    for (const account of ['mh-registrar', 'sf-director', 'zx-office', 'bureau', 'admin']) {
      const client = await central.signIn(account);
      await expectRefused(() => askForPost(client, null), 'FORBIDDEN', 403);
      expect(codeOf(await client.ask('roleChange.get', {}))).toBe('FORBIDDEN');
    }
  });

  test('[security 7.20] sent twice, also at once, it is one; other content is refused', async () => {
    const teacher = await central.signIn('qh-teacher2');
    const requestId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => askForPost(teacher, null, { requestId })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    const before = await requests();
    const files = [anUpload('transferForm', { name: '另一份.pdf' })];
    await expectRefused(() => askForPost(teacher, null, { requestId, files }), 'OP_ID_REUSED', 422);
    const other = await central.signIn('qh-head');
    await expectRefused(() => askForPost(other, null, { requestId }), 'OP_ID_REUSED', 422);
    expect(await requests()).toBe(before);
  });

  test('two requests of one person at the same moment: one waits, the other is told', async () => {
    const teacher = await central.signIn('qh-teacher2');
    const answers = await Promise.all([askForPost(teacher, null), askForPost(teacher, null)]);
    expect(answers.map((answer) => codeOf(answer) ?? 'ok').toSorted()).toEqual(['REQUEST_PENDING', 'ok']);
  });

  test('two successors of one 主通 at the same moment as well', async () => {
    const primary = await central.signIn('qh-primary');
    const ids = [await idOf('qh-head'), await idOf('qh-teacher1')];
    const answers = await Promise.all(ids.map((id) => askForPost(primary, id)));
    expect(answers.map((answer) => codeOf(answer) ?? 'ok').toSorted()).toEqual(['REQUEST_PENDING', 'ok']);
  });

  test('a disabled account asks for nothing, even when the request is under way', async () => {
    for (let round = 0; round < 3; round += 1) {
      const teacher = await central.signIn('qh-teacher2');
      const [answer] = await Promise.all([
        askForPost(teacher, null),
        moveTo(central, 'qh-teacher2', 'disable'),
      ]);
      expect(['ok', 'SIGNED_OUT', 'NOT_FOUND']).toContain(codeOf(answer) ?? 'ok');
      expect(codeOf(await askForPost(teacher, null))).toBe('SIGNED_OUT');
      if (answer.status === 200) {
        expect(codeOf(await approve(admin, answer.body.requestId))).toBe('NOT_ALLOWED');
        await sendBack(admin, answer.body.requestId);
      }
      await moveTo(central, 'qh-teacher2', 'enable');
      await moveTo(central, 'qh-teacher2', 'finishVerify');
    }
  });
});
