import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CALLS } from '../../../main/core/calls.ts';
import { startCore } from '../../../main/core/core.ts';
import { CORE_DOOR, type CoreDoor } from '../../../shared/contract/core.ts';
import { nextId } from '../../helpers/case-builders.ts';
import { until } from '../../helpers/clock.ts';
import {
  aDesk,
  aFiling,
  aStart,
  getFailure,
  getValue,
  signIn,
  type TestCore,
  type TestDesk,
} from '../../helpers/core.ts';

const NAMES = Object.keys(CORE_DOOR) as (keyof CoreDoor)[];

let desk: TestDesk;
beforeEach(() => {
  desk = aDesk();
});
afterEach(() => desk.remove());

/** The program ends without signing out, and starts again (a real SIGKILL is in vault.test.ts). */
const restarted = async (core: TestCore): Promise<TestCore> => {
  await core.close();
  return desk.boot();
};

test('a filing made online is received with its number', async () => {
  const core = await desk.online();
  const filing = aFiling();
  const saved = getValue(await core.ask('case.file', filing));
  expect(saved).toEqual({ caseId: filing.caseId, opId: filing.opId, state: 'FILED' });
  await until(async () => getValue(await core.ask('sync.get', {})).waiting === 0);
  const view = getValue(await core.ask('case.get', { caseId: filing.caseId }));
  expect(view.row).toMatchObject({ delivery: 'received', caseNumber: '2611210001-01' });
  expect(desk.notes).toEqual([]);
});

test('[I2] ended while offline, restarted, unlocked with the password: work goes on, and all arrives', async () => {
  const first = await desk.online();
  desk.service.wire = () => 'offline';
  const filing = aFiling();
  getValue(await first.ask('case.file', filing));

  const core = await restarted(first);
  expect(getValue(await signIn(core, desk.service, { offline: true }))).toMatchObject({
    state: 'signedIn',
    offline: true,
    account: { name: desk.service.account.name },
  });
  expect(getValue(await core.ask('case.get', { caseId: filing.caseId })).row.delivery).toBe('waiting');
  const act = { opId: nextId(), caseId: filing.caseId, recordId: nextId(), draftId: null };
  const values = { trackedAt: new Date(desk.clock.now()).toISOString() };
  getValue(await core.ask('tracking.put', { ...act, action: 'saveTracking', values }));

  desk.service.wire = () => undefined;
  await desk.clock.advance(30_000);
  expect(desk.service.log.map(({ operation }) => operation.opId)).toEqual([filing.opId, act.opId]);
  expect(getValue(await core.ask('session.get', {})).offline).toBe(false);
  expect(getValue(await core.ask('outbox.list', {})).items).toEqual([]);
});

describe('the door', () => {
  test('every call has a row in the table of calls, and the other way round', () => {
    expect(Object.keys(CALLS).toSorted()).toEqual(NAMES.toSorted());
  });

  test.each(NAMES.filter((name) => CALLS[name].access === 'session'))(
    '%s answers nobody who is not signed in',
    async (name) => {
      const core = await desk.boot();
      expect(await core.answer(name, {})).toEqual({ ok: false, failure: { code: 'SIGNED_OUT' } });
    },
  );

  test('session, central, captcha, registration and blank papers answer before sign-in', async () => {
    const open = NAMES.filter((name) => CALLS[name].access === 'open');
    expect(open.toSorted()).toEqual([
      'captcha.create',
      'central.set',
      'paper.get',
      'password.forget',
      'registration.create',
      'school.find',
      'session.confirm',
      'session.get',
      'session.signIn',
      'session.signOut',
      'session.touch',
    ]);
    const core = await desk.boot();
    expect((await core.ask('captcha.create', {})).ok).toBe(true);
    expect((await core.ask('session.get', {})).ok).toBe(true);
  });

  test('[security 1] [security 7.37] junk to every call is a typed refusal, and the core goes on', async () => {
    const core = await desk.online();
    const junk: readonly unknown[] = [
      null,
      undefined,
      0,
      'x',
      [],
      { __proto__: { caseId: 1 } },
      JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
      { caseId: "'; DROP TABLE outbox; --" },
      { opId: nextId(), caseId: nextId(), values: { a: Infinity } },
      { url: 'x'.repeat(10_000) },
      { identityNumber: {} },
    ];
    const harmless = NAMES.filter((name) => name !== 'session.signOut');
    for (const name of harmless) {
      for (const input of junk) {
        const answer = await core.answer(name, input);
        if (!answer.ok) expect([name, answer.failure.code]).not.toEqual([name, 'UNEXPECTED']);
      }
    }
    for (const name of ['', 'x', '__proto__', 'constructor', 'toString', 'case.list ', 'CASE.LIST'])
      expect(await core.answer(name, {})).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } });
    expect({}).not.toHaveProperty('polluted');
    expect((await core.ask('case.file', aFiling())).ok).toBe(true);
    expect(desk.notes).toEqual([]);
  });

  test('[security 1] anything at all to any call neither throws nor is UNEXPECTED', async () => {
    const core = await desk.online();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), fc.anything(), async (name, input) => {
        if (name === 'session.signOut') return;
        const answer = await core.answer(name, input);
        if (!answer.ok) expect(answer.failure.code).not.toBe('UNEXPECTED');
      }),
      { numRuns: 300 },
    );
    expect(desk.notes).toEqual([]);
  });
});

test('another contract is refused at the start', async () => {
  const start = aStart({ contractVersion: 0 });
  await expect(startCore(start, { emit: () => undefined })).rejects.toThrow(RangeError);
});

describe('[security 2] a computer without a key store', () => {
  beforeEach(async () => {
    await desk.remove();
    desk = aDesk({ start: { deviceKey: null } });
  });

  test('keeps nothing on the disk, and everything at central', async () => {
    const core = await desk.online();
    expect(getValue(await core.ask('session.get', {})).vaultKept).toBe(false);
    const filing = aFiling();
    getValue(await core.ask('case.file', filing));
    expect(desk.service.log).toHaveLength(1);
    expect(readdirSync(desk.start.vaultDir)).toEqual([]);
    const again = await restarted(core);
    expect(getFailure(await signIn(again, desk.service, { offline: true })).code).toBe('NO_KEY_STORE');
    getValue(await signIn(again, desk.service));
    await until(async () => (await again.ask('case.get', { caseId: filing.caseId })).ok);
  });

  test('[I2] calls nothing saved that central has not committed; the same act can be sent again', async () => {
    const core = await desk.online();
    const draftId = nextId();
    const draft = { draftId, kind: 'filing' as const, regime: 'senior-high' as const, action: null };
    const filing = aFiling({ draftId });
    const rest = { caseId: filing.caseId, baseRevision: 0, student: null, values: {}, step: 0 };
    getValue(await core.ask('draft.put', { ...draft, ...rest }));
    desk.service.wire = () => 'offline';
    expect(getFailure(await core.ask('case.file', filing)).code).toBe('OFFLINE');
    expect(getFailure(await core.ask('case.file', filing)).code).toBe('OFFLINE');
    expect((await core.ask('draft.get', { draftId })).ok).toBe(true);
    desk.service.wire = () => undefined;
    expect(getValue(await core.ask('case.file', filing)).opId).toBe(filing.opId);
    expect(desk.service.log).toHaveLength(1);
    expect((await core.ask('draft.get', { draftId })).ok).toBe(false);
  });

  test('tells a refusal at once and leaves no item behind', async () => {
    const core = await desk.online();
    const filing = aFiling();
    const { opId } = filing;
    desk.service.fates.set(opId, () => ({ opId, status: 'refused', failure: { code: 'REGISTER_DIFFERS' } }));
    expect(getFailure(await core.ask('case.file', filing)).code).toBe('REGISTER_DIFFERS');
    expect(getValue(await core.ask('outbox.list', {})).items).toEqual([]);
    expect(getFailure(await core.ask('case.file', filing)).code).toBe('OP_ID_REUSED');
    expect((await core.ask('case.file', { ...filing, opId: nextId() })).ok).toBe(true);
  });
});

test('[VA3] [security 4] nothing that was typed, no password and no token stands readable in any file', async () => {
  const core = await desk.online();
  const canary = '金絲雀-CANARY-7391';
  const filing = aFiling({ values: { ...aFiling().values, address: canary } });
  getValue(await core.ask('case.file', filing));
  const draft = { draftId: nextId(), kind: 'filing' as const, regime: 'senior-high' as const, action: null };
  const rest = { caseId: nextId(), baseRevision: 0, student: null, values: { address: canary }, step: 0 };
  getValue(await core.ask('draft.put', { ...draft, ...rest }));
  getValue(await core.ask('outbox.list', {}));
  await until(() => desk.service.log.length === 1);
  const { password, recoveryKey } = desk.service;
  const secrets = [canary, filing.student.identityNumber, filing.student.name, password, recoveryKey];
  const { account } = desk.service;
  const files = () =>
    readdirSync(desk.start.vaultDir).map((name) => [name, join(desk.start.vaultDir, name)] as const);
  const hits = () =>
    files().flatMap(([name, path]) =>
      [...secrets, account.name, account.account].filter((secret) =>
        [Buffer.from(secret), Buffer.from(secret, 'utf16le'), Buffer.from(secret).toString('base64')].some(
          (form) => readFileSync(path).includes(form) || name.includes(secret),
        ),
      ),
    );
  expect(files().length).toBeGreaterThan(2);
  expect(hits()).toEqual([]);
  await core.close();
  expect(hits()).toEqual([]);
});
