import { afterAll, beforeAll, expect, test } from 'vitest';
import { askForPost, getAccount, moveTo } from '../../helpers/account-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';

let central: TestCentral;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.close());

test('the 主通 sees to whom the post can go: active staff of the senior high part of the own school', async () => {
  const primary = await central.signIn('mh-primary');
  await moveTo(central, 'mh-teacher2', 'disable');
  const { body } = await primary.ask('roleChange.get', {});
  expect(body.school).toMatchObject({
    code: '999302',
    jurisdiction: 'county',
    phone: '05-5550302',
    revision: 1,
  });
  expect([body.pending, body.last]).toEqual([null, null]);
  expect(body.successors.map(({ account }) => account)).toEqual(['mh-counselor', 'mh-head', 'mh-teacher1']);
  expect(body.successors[0]).toEqual({
    accountId: (await getAccount(central, 'mh-counselor')).id,
    account: 'mh-counselor',
    name: expect.any(String),
    email: 'mh-counselor@xuelu.example',
    phone: '05-5550302#104',
    roles: ['COUNSELOR'],
  });
  const line = await central.context.db
    .selectFrom('audit_log')
    .selectAll()
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  expect(line).toMatchObject({ action: 'roleChange.get', fields: ['account', 'name', 'email', 'phone'] });
});

test('staff see no list of others, and a request that concerns them while it waits', async () => {
  const head = await central.signIn('mh-head');
  expect((await head.ask('roleChange.get', {})).body).toMatchObject({
    pending: null,
    last: null,
    successors: [],
  });
  const { id } = await getAccount(central, 'mh-head');
  const primary = await central.signIn('mh-primary');
  const { requestId } = (await askForPost(primary, id)).body;
  for (const client of [primary, head])
    expect((await client.ask('roleChange.get', {})).body.pending).toMatchObject({
      requestId,
      kind: 'transfer',
      account: 'mh-head',
    });
  const teacher = await central.signIn('mh-teacher1');
  expect((await teacher.ask('roleChange.get', {})).body.pending).toBeNull();
});
