import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registered, schoolIdOf, sendBack } from '../../helpers/account-builders.ts';
import { linesOf, listFor } from '../../helpers/account-desk.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';

let central: TestCentral;
let primary: CentralClient;
let admin: CentralClient;
beforeAll(async () => {
  central = await startCentral();
  primary = await central.signIn('xr-primary');
  admin = await central.signIn('admin');
});
afterAll(() => central.close());

const namesOf = (lines: readonly { readonly account: string }[]) => lines.map(({ account }) => account);
const put = (account: string, values: object) =>
  central.context.db.updateTable('accounts').set(values).where('account', '=', account).execute();

describe('[A:1050–1127] 帳號管理', () => {
  test('[security §1] 主通 gets himself and the staff of the own school, and nobody else', async () => {
    expect(namesOf(await linesOf(primary))).toEqual([
      'xr-counselor',
      'xr-head',
      'xr-primary',
      'xr-teacher1',
      'xr-teacher2',
    ]);
  });

  test('管理者 gets everybody, with school or 縣市', async () => {
    const lines = await linesOf(admin);
    expect(lines.find(({ account }) => account === 'bureau')).toMatchObject({
      school: null,
      county: '雲林縣',
      state: 'active',
    });
    expect(lines.find(({ account }) => account === 'sf-guidance')?.school?.id).toBe(schoolIdOf('sf'));
    expect(lines.length).toBeGreaterThan(30);
  });

  test('a school that is not the own one is asked for in vain', async () => {
    expect(await linesOf(primary, { schoolId: schoolIdOf('qh') })).toEqual([]);
    expect(namesOf(await linesOf(admin, { schoolId: schoolIdOf('qh') }))).toContain('qh-primary');
  });

  test('filters 狀態 and 權限, pages of the given size with the whole count', async () => {
    expect(namesOf(await linesOf(primary, { role: 'HOMEROOM' }))).toEqual(['xr-teacher1', 'xr-teacher2']);
    expect(await linesOf(primary, { status: 'disabled' })).toEqual([]);
    const second = await listFor(primary, { page: 2, size: 2 });
    expect(namesOf(second.body.rows)).toEqual(['xr-primary', 'xr-teacher1']);
    expect(second.body.total).toBe(5);
    const beyond = await listFor(primary, { page: 100_000, size: 100 });
    expect(beyond.body).toMatchObject({ rows: [], total: 5 });
  });

  test('reading the list is written down', async () => {
    await linesOf(primary);
    const last = await central.context.db
      .selectFrom('audit_log')
      .selectAll()
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(last).toMatchObject({ action: 'account.list', account_id: primary.account.accountId });
  });
});

describe('[security 7.15] the keyword is literal', () => {
  beforeAll(async () => {
    await put('xr-teacher1', { name: '100%_a\\b' });
    await put('xr-teacher2', { name: '歐陽Ａbc', phone: '05-5550101#777' });
  });

  test.each([
    ['%', ['xr-teacher1']],
    ['_', ['xr-teacher1']],
    ['\\', ['xr-teacher1']],
    ['0%_A\\', ['xr-teacher1']],
    ["'", []],
  ])('%s finds what holds it', async (text, found) => {
    expect(namesOf(await linesOf(primary, { text }))).toEqual(found);
  });

  test.each([
    '歐陽aBC',
    '歐陽ａｂｃ',
    ' 陽Ａ ',
    '#777',
    'XR-TEACHER2',
    'ＸＲ－ｔｅａｃｈｅｒ２',
    'xr-teacher2@XUELU',
  ])('in upper or lower case, full or half width: %s', async (text) => {
    expect(namesOf(await linesOf(primary, { text }))).toEqual(['xr-teacher2']);
  });

  test('管理者 also finds by the name of the school; 主通 has but one', async () => {
    expect(namesOf(await linesOf(admin, { text: '竹溪示範' }))).toEqual(
      expect.arrayContaining(['zx-office', 'zx-director']),
    );
    expect(await linesOf(primary, { text: '旭日示範' })).toEqual([]);
  });

  test('blanks alone are no filter', async () => {
    expect(await linesOf(primary, { text: '　 ' })).toHaveLength(5);
  });
});

describe('[A:1097] 待審核', () => {
  test('[scenario 3] a staff application counts for its 主通, another for the agency', async () => {
    const before = (await listFor(admin)).body.pending;
    const { requestId, account } = await registered(central, { schoolId: schoolIdOf('xr') });
    await registered(central, { schoolId: schoolIdOf('sf'), roles: ['B_GUIDANCE'] });
    const mine = await listFor(primary);
    expect(mine.body.pending).toBe(1);
    expect(mine.body.rows[0], 'waiting ones stand first').toMatchObject({ account, state: 'pending' });
    expect((await listFor(admin)).body.pending, 'a school without 主通').toBe(before + 1);
    const other = await central.signIn('qh-primary');
    expect((await listFor(other)).body.pending).toBe(0);

    expect((await sendBack(primary, requestId)).status).toBe(200);
    expect((await listFor(primary)).body.pending).toBe(0);
    expect(namesOf(await linesOf(primary, { status: 'rejected' })), '退件').toEqual([account]);
    expect(namesOf(await linesOf(primary)).at(-1), 'they stand last').toBe(account);
  });
});
