import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anOperation, nextId } from '../../../helpers/case-builders.ts';
import { settle, until } from '../../../helpers/clock.ts';
import {
  aDesk,
  aFiling,
  getFailure,
  getValue,
  signIn,
  studentNo,
  type FileInput,
  type TestCore,
  type TestDesk,
} from '../../../helpers/core.ts';

let desk: TestDesk;
let core: TestCore;
let filed: number;
beforeEach(async () => {
  desk = aDesk();
  filed = 0;
  core = await desk.online();
});
afterEach(() => desk.remove());

const view = async () => getValue(await core.ask('sync.get', {}));
const file = async (over: Partial<FileInput> = {}) => {
  filed += 1;
  const filing = aFiling({ student: studentNo(filed), ...over });
  getValue(await core.ask('case.file', filing));
  return filing;
};
const outbox = async () => getValue(await core.ask('outbox.list', {})).items;
const logged = () => desk.service.log.map(({ operation }) => operation.opId);
const offline = () => {
  desk.service.wire = () => 'offline';
};
const back = () => {
  desk.service.wire = () => undefined;
};
const asked = (call: string) => desk.service.calls.filter((one) => one === call).length;

describe('[SY14] while all is well', () => {
  test('a save is sent at once, without any time passing', async () => {
    const { opId } = await file();
    await settle();
    expect(logged()).toEqual([opId]);
    expect(await outbox()).toEqual([]);
    expect(await view()).toMatchObject({ online: true, busy: false, waiting: 0, failure: null });
  });

  test('what is saved while a request is under way follows right behind it', async () => {
    const first = file();
    const second = file();
    await Promise.all([first, second]);
    await settle();
    expect(logged()).toHaveLength(2);
  });

  test('the changes of others are asked for every fifteen seconds', async () => {
    const before = asked('change.list');
    const operation = anOperation('submit', { caseId: nextId(), student: studentNo(99) });
    desk.service.commit(operation);
    await desk.clock.advance(14_999);
    expect(asked('change.list')).toBe(before);
    await desk.clock.advance(1);
    expect(asked('change.list')).toBe(before + 1);
    expect(core.events).toContainEqual({ event: 'case.changed', id: operation.caseId });
    expect((await core.ask('case.get', { caseId: operation.caseId })).ok).toBe(true);
  });
});

describe('[SY8] without central', () => {
  test('work goes on, and everything arrives in order, once, when it is back', async () => {
    offline();
    const filings = [await file(), await file(), await file()];
    await desk.clock.advance(1_200_000);
    expect(await view()).toMatchObject({ online: false, waiting: 3, failure: { code: 'OFFLINE' } });
    expect((await outbox()).map(({ failure }) => failure?.code)).toEqual(['OFFLINE', 'OFFLINE', 'OFFLINE']);
    back();
    await desk.clock.advance(30_000);
    expect(logged()).toEqual(filings.map(({ opId }) => opId));
    expect(await view()).toMatchObject({ online: true, waiting: 0, failure: null, nextTryAt: null });
  });

  test('it is looked for with growing waits, never longer than half a minute, by one small question', async () => {
    offline();
    await desk.clock.advance(15_000);
    const before = desk.service.calls.length;
    await desk.clock.advance(600_000);
    const calls = desk.service.calls.slice(before);
    expect(new Set(calls)).toEqual(new Set(['health.get']));
    expect(calls.length).toBeGreaterThanOrEqual(20);
    expect(calls.length).toBeLessThanOrEqual(32);
  });

  test.each<[string, { status?: number; body?: string; type?: string }, string]>([
    ['a captive portal', { body: '<html>Welcome</html>', type: 'text/html' }, 'INTERCEPTED'],
    ['an empty answer', { body: '' }, 'INTERCEPTED'],
    ['a server that is being restarted', { status: 503, type: 'text/html' }, 'UNAVAILABLE'],
  ])('%s is told as such, and the operation waits', async (_, answer, code) => {
    desk.service.wire = () => answer;
    const { opId } = await file();
    await settle();
    expect(await view()).toMatchObject({ online: false, waiting: 1, failure: { code } });
    back();
    await desk.clock.advance(30_000);
    expect(logged()).toEqual([opId]);
  });

  test('the person may try at once', async () => {
    offline();
    await file();
    await desk.clock.advance(100_000);
    back();
    await core.ask('outbox.retry', {});
    await settle();
    expect(logged()).toHaveLength(1);
  });

  test('[SY3] one operation that has to wait does not, when the person says so', async () => {
    const opId = nextId();
    desk.service.fates.set(opId, () => ({ opId, status: 'retry', failure: { code: 'UNEXPECTED' } }));
    await file({ opId });
    await settle();
    expect(await outbox()).toMatchObject([{ attempts: 1, failure: { code: 'UNEXPECTED' } }]);
    desk.service.fates.clear();
    await core.ask('outbox.retry', {});
    await settle();
    expect(logged()).toEqual([opId]);
  });
});

test('[SY9] Retry-After is honoured, whoever asks in between', async () => {
  desk.service.wire = () => ({
    status: 429,
    body: '{"failure":{"code":"RATE_LIMITED"}}',
    headers: { 'retry-after': '120' },
  });
  await file();
  await settle();
  const before = desk.service.calls.length;
  await desk.clock.advance(60_000);
  await core.ask('outbox.retry', {});
  await file();
  await desk.clock.advance(59_000);
  expect(desk.service.calls.length).toBe(before);
  expect(await view()).toMatchObject({ waiting: 2, failure: { code: 'RATE_LIMITED' } });
  back();
  await desk.clock.advance(1000);
  expect(logged()).toHaveLength(2);
});

describe('[SY12] without a session at central', () => {
  test('operations wait with SIGNED_OUT, and go after signing in, with nothing lost on the screen', async () => {
    desk.service.signEverybodyOut();
    const { opId, caseId } = await file();
    await settle();
    expect(await view()).toMatchObject({ online: true, waiting: 1, failure: { code: 'SIGNED_OUT' } });
    expect(getValue(await core.ask('session.get', {}))).toMatchObject({ state: 'signedIn', offline: true });
    expect(getValue(await core.ask('case.get', { caseId })).row.delivery).toBe('waiting');
    const again = await signIn(core, desk.service);
    expect(getValue(again)).toMatchObject({ state: 'signedIn', offline: false });
    await settle();
    expect(logged()).toEqual([opId]);
  });

  test('central is only asked whether it is there', async () => {
    desk.service.signEverybodyOut();
    await desk.clock.advance(15_000);
    const before = desk.service.calls.length;
    await desk.clock.advance(300_000);
    expect(new Set(desk.service.calls.slice(before))).toEqual(new Set(['health.get']));
    expect(await view()).toMatchObject({ failure: { code: 'SIGNED_OUT' } });
  });
});

test('[SY13] the difference of the clocks is told, and central decides the day', async () => {
  await core.close();
  desk.service.skew = -3 * 24 * 3_600_000;
  core = await desk.online();
  expect(await view()).toMatchObject({ clockSkewSeconds: -3 * 24 * 3600 });
  const future = aFiling({ values: { ...aFiling().values, leftOn: '2026-11-20' } });
  expect(getFailure(await core.ask('case.file', future))).toMatchObject({
    code: 'FORM_INVALID',
    fields: [{ path: 'leftOn', code: 'dateFuture' }],
  });
});

test('[SY15] after signing out nothing is asked and no timer is left', async () => {
  await file();
  await core.ask('session.signOut', {});
  await settle();
  const before = desk.service.calls.length;
  expect(desk.clock.pending()).toEqual([]);
  await desk.clock.advance(3_600_000);
  expect(desk.service.calls.length).toBe(before);
});

test('[SY17] the event comes when the pill looks different, not at every look', async () => {
  core.events.length = 0;
  await desk.clock.advance(150_000);
  expect(core.events).toEqual([]);
  offline();
  await desk.clock.advance(15_000);
  expect(core.events).toContainEqual({ event: 'sync.changed' });
  core.events.length = 0;
  back();
  await desk.clock.advance(30_000);
  await until(async () => (await view()).online);
  expect(core.events).toContainEqual({ event: 'sync.changed' });
});

test('[SY17] what was refused needs a person', async () => {
  const opId = nextId();
  desk.service.fates.set(opId, () => ({ opId, status: 'refused', failure: { code: 'ADULT' } }));
  await file({ opId });
  await settle();
  expect(await view()).toMatchObject({ waiting: 0, attention: 1, failure: null });
  expect(await outbox()).toMatchObject([{ opId, delivery: 'refused', failure: { code: 'ADULT' } }]);
});
