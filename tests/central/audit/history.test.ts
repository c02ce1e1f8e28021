import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, registered, schoolIdOf, sendBack } from '../../helpers/account-builders.ts';
import { change, linesOf, openAccount } from '../../helpers/account-desk.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';

let central: TestCentral;
let primary: CentralClient;
let admin: CentralClient;
beforeAll(async () => {
  // 12:00 in Taipei on 2026-11-21.
  central = await startCentral({ now: Date.parse('2026-11-21T04:00:00.000Z') });
  primary = await central.signIn('xr-primary');
  admin = await central.signIn('admin');
  await change(central, primary, 'xr-teacher1', { phone: '0912-345-678' });
  await change(central, admin, 'xr-teacher2', { name: '林改名' });
  const other = await central.signIn('qh-primary');
  await change(central, other, 'qh-teacher1', { phone: '0912-345-678' });
  const { requestId } = await registered(central);
  await sendBack(primary, requestId);
  await primary.ask('unit.update', {
    schoolId: schoolIdOf('xr'),
    revision: 1,
    name: '旭日示範高級中學',
    address: '新址',
    phone: '',
  });
  await primary.ask('student.lookup', { regime: 'senior-high', identityNumber: 'A123456789' });
});
afterAll(() => central.close());

const historyOf = (keeper: CentralClient, query: Readonly<Record<string, unknown>> = {}) =>
  keeper.ask('audit.list', { from: null, to: null, text: '', before: null, limit: 200, ...query });
const actionsOf = async (keeper: CentralClient, query = {}) =>
  (await historyOf(keeper, query)).body.rows.map(({ action }) => action);

describe('who did what to which account', () => {
  test('主通 reads the acts upon accounts of the own school, newest first, whoever did them', async () => {
    const { rows, next } = (await historyOf(primary)).body;
    expect(rows.map(({ action }) => action)).toEqual([
      'unit.update',
      expect.stringMatching(/^(request|account)\./),
      'registration.create',
      'account.update',
      'account.update',
    ]);
    expect(next).toBeNull();
    expect(rows.at(-1)).toMatchObject({
      actor: { account: 'xr-primary', roles: ['PRIMARY'] },
      subject: { account: 'xr-teacher1' },
      school: '旭日示範高級中學',
      fields: ['phone'],
      outcome: 'ok',
    });
    expect(rows.at(-2)).toMatchObject({ actor: { account: 'admin' }, subject: { name: '林改名' } });
    expect(rows.find(({ action }) => action === 'registration.create')?.actor, 'nobody signed in').toBeNull();
  });

  test('readings, sign-ins and what concerns students are not among them', async () => {
    await linesOf(primary);
    await openAccount(central, primary, 'xr-teacher1');
    const actions = new Set(await actionsOf(primary));
    for (const action of ['account.list', 'account.get', 'session.create', 'student.lookup', 'audit.list'])
      expect(actions.has(action), action).toBe(false);
  });

  test('no value stands in it: fields are named', async () => {
    const { text } = await historyOf(primary);
    expect(text).not.toContain('0912-345-678');
    expect(text).not.toContain('新址');
  });

  test('管理者 reads everything, of students without a number', async () => {
    const { rows } = (await historyOf(admin)).body;
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['student.lookup', 'account.list']),
    );
    expect(rows.find(({ action }) => action === 'student.lookup')?.subject).toBeNull();
    expect(rows.filter(({ subject }) => subject?.account === 'qh-teacher1').length).toBeGreaterThan(0);
  });

  test('reading it is written down', async () => {
    await historyOf(primary);
    const { rows } = (await historyOf(admin)).body;
    expect(rows[0]).toMatchObject({ action: 'audit.list', actor: { account: 'xr-primary' } });
  });

  test('staff may not', async () => {
    expect(codeOf(await historyOf(await central.signIn('xr-head')))).toBe('FORBIDDEN');
  });
});

describe('filters and pages', () => {
  test('[security 7.15] the text is literal, in names, 帳號 and code', async () => {
    expect(await actionsOf(primary, { text: '林改名' })).toEqual(['account.update']);
    expect(await actionsOf(primary, { text: 'XR-TEACHER1' })).toEqual(['account.update']);
    expect(await actionsOf(primary, { text: 'unit.' })).toEqual(['unit.update']);
    for (const text of ['%', '_', '\\']) expect(await actionsOf(primary, { text }), text).toEqual([]);
  });

  test('days are those of Taipei, both included', async () => {
    const { db } = central.context;
    const first = await db.selectFrom('audit_log').select('at').orderBy('seq').executeTakeFirstOrThrow();
    expect(first.at.slice(0, 10)).toBe('2026-11-21');
    expect(await actionsOf(primary, { from: '2026-11-21', to: '2026-11-21' })).toHaveLength(5);
    expect(await actionsOf(primary, { from: '2026-11-22' })).toEqual([]);
    expect(await actionsOf(primary, { to: '2026-11-20' })).toEqual([]);
    // 23:59 and 00:00 in Taipei.
    central.clock.now = Date.parse('2026-11-21T15:59:59.000Z');
    const late = await central.signIn('xr-primary');
    await change(central, late, 'xr-teacher1', { phone: '0912-345-111' });
    central.clock.now = Date.parse('2026-11-21T16:00:00.000Z');
    await change(central, late, 'xr-teacher1', { phone: '0912-345-222' });
    expect(await actionsOf(late, { to: '2026-11-21' })).toHaveLength(6);
    expect(await actionsOf(late, { from: '2026-11-22' })).toHaveLength(1);
    expect((await historyOf(late, { to: '2910-12-31' })).status).toBe(200);
  });

  test('the cursor passes over every line once', async () => {
    const keeper = await central.signIn('xr-primary');
    const whole = (await historyOf(keeper)).body.rows.map(({ seq }) => seq);
    const paged: number[] = [];
    for (let before: number | null = null, pages = 0; pages < 20; pages += 1) {
      const { rows, next }: { rows: { seq: number }[]; next: number | null } = (
        await historyOf(keeper, { before, limit: 2 })
      ).body;
      paged.push(...rows.map(({ seq }) => seq));
      if (next === null) break;
      before = next;
    }
    expect(whole).toHaveLength(7);
    expect(paged).toEqual(whole);
  });

  test('the history of a school does not hold another’s', async () => {
    const other = await central.signIn('qh-primary');
    const { rows } = (await historyOf(other)).body;
    expect(rows.map(({ subject }) => subject?.account)).toEqual(['qh-teacher1']);
  });
});
