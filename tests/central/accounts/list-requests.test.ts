import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CentralClient } from '../../helpers/central-client.ts';
import {
  approve,
  askForPost,
  codeOf,
  getAccount,
  moveTo,
  registered,
  schoolIdOf,
  sendBack,
} from '../../helpers/account-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';

let central: TestCentral;
let admin: CentralClient;
let primary: CentralClient;
const ids: Record<string, string> = {};

/** One request of each kind, a minute apart, at schools with and without a senior high part. */
beforeAll(async () => {
  central = await startCentral();
  await moveTo(central, 'qh-primary', 'disable');
  const later = () => void (central.clock.now += 60_000);
  const steps: readonly (readonly [string, () => Promise<{ requestId: string }>])[] = [
    ['staff xr', () => registered(central)],
    ['staff mh', () => registered(central, { schoolId: schoolIdOf('mh') })],
    ['staff zx', () => registered(central, { schoolId: schoolIdOf('zx'), roles: ['B_HOMEROOM'] })],
    ['primary qh', () => registered(central, { schoolId: schoolIdOf('qh'), kind: 'primary' })],
    ['promotion mh', async () => (await askForPost(await central.signIn('mh-head'), null)).body],
    [
      'transfer xr',
      async () => {
        const { id } = await getAccount(central, 'xr-head');
        return (await askForPost(await central.signIn('xr-primary'), id)).body;
      },
    ],
    ['staff xr later', () => registered(central)],
  ];
  for (const [name, step] of steps) {
    ids[name] = (await step()).requestId;
    later();
  }
  admin = await central.signIn('admin');
  primary = await central.signIn('xr-primary');
});
afterAll(() => central.close());

const named = (requestId: string) => Object.entries(ids).find(([, id]) => id === requestId)?.[0];
const list = async (client: CentralClient, over: object = {}) => {
  const { body } = await client.ask('request.list', { status: null, kind: null, page: 1, size: 50, ...over });
  return { names: body.rows.map(({ requestId }) => named(requestId)), total: body.total, rows: body.rows };
};

describe('申請 that somebody has to review', () => {
  test('scenario 3 [A:73]: the 主通 gets the staff of the own school, the agency none of them', async () => {
    expect((await list(primary)).names).toEqual(['staff xr', 'staff xr later']);
    expect((await list(await central.signIn('mh-primary'))).names).toEqual(['staff mh']);
  });

  test('the agency gets 主通, hand-overs, and staff of schools that have no 主通; who waited longest on top', async () => {
    const { names, total } = await list(admin);
    expect(names).toEqual(['staff zx', 'primary qh', 'promotion mh', 'transfer xr']);
    expect(total).toBe(4);
  });

  test('a line says who is to get what, where', async () => {
    const { rows } = await list(admin, { kind: 'transfer' });
    expect(rows).toEqual([
      {
        requestId: ids['transfer xr'],
        kind: 'transfer',
        status: 'pending',
        name: (await getAccount(central, 'xr-head')).name,
        account: 'xr-head',
        roles: ['HEAD'],
        school: { id: schoolIdOf('xr'), name: '旭日示範高級中學' },
        createdAt: expect.any(String),
        decidedAt: null,
      },
    ]);
  });

  test('filters and pages; what was decided lies below what waits', async () => {
    expect((await list(admin, { kind: 'primary' })).names).toEqual(['primary qh']);
    expect((await list(admin, { status: 'approved' })).names).toEqual([]);
    const second = await list(admin, { page: 2, size: 3 });
    expect([second.names, second.total]).toEqual([['transfer xr'], 4]);
    expect((await list(admin, { page: 100_000 })).names).toEqual([]);
    await sendBack(admin, ids['staff zx'] ?? '');
    central.clock.now += 60_000;
    await sendBack(admin, ids['promotion mh'] ?? '');
    expect((await list(admin)).names).toEqual(['primary qh', 'transfer xr', 'promotion mh', 'staff zx']);
    expect((await list(admin, { status: 'returned' })).names).toEqual(['promotion mh', 'staff zx']);
  });

  test('nobody else is let in', async () => {
    for (const account of ['xr-teacher1', 'xr-counselor', 'xr-head', 'zx-director', 'bureau'])
      expect(
        codeOf(
          await (
            await central.signIn(account)
          ).ask('request.list', { status: null, kind: null, page: 1, size: 5 }),
        ),
      ).toBe('FORBIDDEN');
  });
});

describe('查看 and deciding', () => {
  const get = (client: CentralClient, name: string) =>
    client.ask('request.get', { requestId: ids[name] ?? name });

  test('shows the data beside the scans, and reading it is written down', async () => {
    const { body } = await get(admin, 'primary qh');
    expect(body).toMatchObject({
      kind: 'primary',
      status: 'pending',
      revision: 1,
      applicant: { state: 'pending', roles: ['PRIMARY'], phone: '0912-345-678' },
      outgoing: null,
      requestedBy: '申請人',
      school: { code: '999401', jurisdiction: 'national', phone: '05-5550401' },
      files: [{ kind: 'accountForm', type: 'application/pdf', pages: 1 }],
      letter: null,
      needsLetter: true,
      mayDecide: true,
    });
    const { body: transfer } = await get(admin, 'transfer xr');
    expect(transfer).toMatchObject({
      outgoing: { account: 'xr-primary', state: 'active' },
      applicant: { account: 'xr-head' },
      files: [{ kind: 'transferForm' }],
    });
    const { body: staff } = await get(primary, 'staff xr');
    expect(staff).toMatchObject({ needsLetter: false, mayDecide: true, outgoing: null, files: [] });
    const line = await central.context.db
      .selectFrom('audit_log')
      .selectAll()
      .orderBy('seq', 'desc')
      .executeTakeFirst();
    expect(line).toMatchObject({
      action: 'request.get',
      account_id: primary.account.accountId,
      school_id: schoolIdOf('xr'),
      fields: ['account', 'name', 'email', 'phone'],
    });
  });

  test("others' requests answer byte for byte like unknown ones, to reading and to deciding", async () => {
    const unknown = await get(primary, '01890000-0000-7000-8000-000000000001');
    expect([unknown.status, codeOf(unknown)]).toEqual([404, 'NOT_FOUND']);
    for (const name of ['staff mh', 'staff zx', 'primary qh', 'transfer xr', 'promotion mh']) {
      expect((await get(primary, name)).text).toBe(unknown.text);
      expect((await approve(primary, ids[name] ?? '')).text).toBe(unknown.text);
      expect((await sendBack(primary, ids[name] ?? '')).text).toBe(unknown.text);
    }
    for (const name of ['staff xr', 'staff mh']) {
      expect((await get(admin, name)).text).toBe(unknown.text);
      expect((await approve(admin, ids[name] ?? '')).text).toBe(unknown.text);
    }
  });
});
