import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIRST_STEP_MS } from '../../../../main/core/auth/first-step.ts';
import { LAST_WORDS_MS } from '../../../../main/core/auth/gate.ts';
import { IDLE_MS } from '../../../../main/core/auth/idle.ts';
import { LEASE_MS } from '../../../../main/core/auth/lease.ts';
import { CALLS } from '../../../../main/core/calls.ts';
import type { CoreDoor } from '../../../../shared/contract/core.ts';
import { settle, until } from '../../../helpers/clock.ts';
import { nextId } from '../../../helpers/case-builders.ts';
import {
  aDesk,
  aFiling,
  failed,
  anAccount,
  getFailure,
  getValue,
  signIn,
  studentNo,
  type TestCore,
  type TestDesk,
} from '../../../helpers/core.ts';

let desk: TestDesk;
beforeEach(() => {
  desk = aDesk();
});
afterEach(() => desk.remove());

const session = async (core: TestCore) => getValue(await core.ask('session.get', {}));

/** A computer on which the account has worked before, with central out of reach. */
const lonely = async (): Promise<TestCore> => {
  await (await desk.online()).close();
  desk.service.wire = () => 'offline';
  return desk.boot();
};

describe('signing in with central', () => {
  test('gives the account, thirty minutes, and a vault', async () => {
    const core = await desk.boot();
    expect(await session(core)).toMatchObject({ state: 'signedOut', account: null, endsAt: null });
    const view = getValue(await signIn(core, desk.service));
    expect(view).toEqual({
      state: 'signedIn',
      account: desk.service.account,
      endsAt: new Date(desk.clock.now() + IDLE_MS).toISOString(),
      offline: false,
      centralUrl: desk.start.policyCentralUrl,
      centralFixed: true,
      vaultKept: true,
      passwordDaysLeft: 70,
      mustDo: null,
    });
    expect(core.events).toContainEqual({ event: 'session.changed' });
    expect(readdirSync(desk.start.vaultDir).filter((name) => /\.(vault|key)$/.test(name))).toHaveLength(2);
  });

  test.each([
    ['a wrong password', 'WRONG_CREDENTIALS', () => ({ password: 'wrong' })],
    [
      'nobody there',
      'OFFLINE',
      () => {
        desk.service.wire = () => 'offline';
        return {};
      },
    ],
    [
      'a captive portal',
      'INTERCEPTED',
      () => {
        desk.service.wire = () => ({ body: '<html></html>', type: 'text/html' });
        return {};
      },
    ],
  ] as const)('%s is told, and nobody is signed in', async (_, code, how) => {
    const core = await desk.boot();
    expect(getFailure(await signIn(core, desk.service, how())).code).toBe(code);
    expect((await session(core)).state).toBe('signedOut');
    expect(readdirSync(desk.start.vaultDir)).toEqual([]);
  });

  test('without an address of central there is nothing to sign in to', async () => {
    await desk.remove();
    desk = aDesk({ start: { policyCentralUrl: null } });
    const core = await desk.boot();
    expect((await session(core)).state).toBe('centralUnknown');
    expect(getFailure(await signIn(core, desk.service)).code).toBe('CENTRAL_UNKNOWN');
    expect(getFailure(await core.ask('captcha.create', {})).code).toBe('CENTRAL_UNKNOWN');
  });

  test('[security 1] what a colleague kept on this computer stays closed', async () => {
    const core = await desk.online();
    getValue(await core.ask('case.file', aFiling()));
    await core.ask('session.signOut', {});
    desk.service.account = anAccount('COUNSELOR');
    getValue(await signIn(core, desk.service));
    expect(getValue(await core.ask('draft.list', {})).drafts).toEqual([]);
    expect(readdirSync(desk.start.vaultDir).filter((name) => name.endsWith('.vault'))).toHaveLength(2);
  });

  test('[security 7.20] a double click on a first sign-in makes one vault, and it can be opened again', async () => {
    const core = await desk.boot();
    const both = await Promise.all([signIn(core, desk.service), signIn(core, desk.service)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    getValue(await core.ask('case.file', aFiling()));
    await core.close();
    const again = await desk.boot();
    getValue(await signIn(again, desk.service, { offline: true }));
    await settle();
    expect(getValue(await again.ask('desk.list', {})).groups).toHaveLength(1);
    expect(readdirSync(desk.start.vaultDir).filter((name) => /\.(vault|key|fresh)$/.test(name))).toHaveLength(
      2,
    );
  });

  test('another person who signs in ends the session before', async () => {
    const core = await desk.online();
    desk.service.account = anAccount('COUNSELOR');
    expect(getValue(await signIn(core, desk.service)).account?.name).toBe(desk.service.account.name);
  });

  test('[VA15] an account that was made anew under an old name gets a vault of its own', async () => {
    const core = await desk.online();
    getValue(await core.ask('case.file', aFiling()));
    await core.ask('session.signOut', {});
    desk.service.account = { ...desk.service.account, accountId: nextId() };
    getValue(await signIn(core, desk.service));
    expect(readdirSync(desk.start.vaultDir).filter((name) => name.startsWith('aside-'))).not.toEqual([]);
  });
});

describe('unlocking without central', () => {
  test('needs the password, and gives the vault as it was', async () => {
    const core = await lonely();
    expect(await signIn(core, desk.service, { offline: true, password: 'wrong' })).toEqual(
      failed('WRONG_CREDENTIALS'),
    );
    expect(getValue(await signIn(core, desk.service, { offline: true }))).toMatchObject({
      state: 'signedIn',
      offline: true,
      account: desk.service.account,
    });
  });

  test('is not possible for an account that never worked here', async () => {
    const core = await desk.boot();
    expect(await signIn(core, desk.service, { offline: true })).toEqual(failed('OFFLINE_FIRST_SIGN_IN'));
    expect(readdirSync(desk.start.vaultDir)).toEqual([]);
  });

  test('[security 1] five wrong passwords lock for a quarter of an hour, over a restart too', async () => {
    let core = await lonely();
    const wrong = () => signIn(core, desk.service, { offline: true, password: 'wrong' });
    for (let n = 0; n < 5; n += 1) expect((await wrong()).ok).toBe(false);
    expect(await signIn(core, desk.service, { offline: true })).toEqual({
      ok: false,
      failure: { code: 'LOCKED_OUT', detail: { seconds: 900, minutes: 15 } },
    });
    await core.close();
    core = await desk.boot();
    expect(getFailure(await signIn(core, desk.service, { offline: true })).code).toBe('LOCKED_OUT');
    desk.clock.jump(15 * 60_000);
    expect((await signIn(core, desk.service, { offline: true })).ok).toBe(true);
  });

  test('[security 1] many at once are counted one by one', async () => {
    const core = await lonely();
    const tries = Array.from({ length: 8 }, () =>
      signIn(core, desk.service, { offline: true, password: 'wrong' }),
    );
    const codes = (await Promise.all(tries)).map((result) => getFailure(result).code);
    expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(5);
    expect(codes.filter((code) => code === 'LOCKED_OUT')).toHaveLength(3);
  });

  test('[security 2] signing in with central forgets the wrong passwords', async () => {
    const core = await lonely();
    for (let n = 0; n < 5; n += 1) await signIn(core, desk.service, { offline: true, password: 'wrong' });
    desk.service.wire = () => undefined;
    getValue(await signIn(core, desk.service));
    await core.ask('session.signOut', {});
    expect((await signIn(core, desk.service, { offline: true })).ok).toBe(true);
  });

  test('[security 1] the lease ends after seven days, and central renews it', async () => {
    const core = await lonely();
    desk.clock.jump(LEASE_MS + 1);
    expect(await signIn(core, desk.service, { offline: true })).toEqual(failed('VAULT_LOCKED', 'lease'));
    desk.service.wire = () => undefined;
    expect((await signIn(core, desk.service)).ok).toBe(true);
  });

  test('[security 1] a clock set back does not lengthen it', async () => {
    const core = await lonely();
    desk.clock.jump(-3_600_000);
    expect(await signIn(core, desk.service, { offline: true })).toEqual(failed('VAULT_LOCKED', 'clock'));
  });

  test('[security 7.42] a damaged vault is told, counts as no wrong password, and is not overwritten', async () => {
    const core = await lonely();
    const name = readdirSync(desk.start.vaultDir).find((file) => file.endsWith('.vault')) ?? '';
    const path = join(desk.start.vaultDir, name);
    writeFileSync(path, readFileSync(path).fill(7, 0, 4096));
    const before = readFileSync(path);
    for (let n = 0; n < 7; n += 1)
      expect(await signIn(core, desk.service, { offline: true })).toEqual(failed('VAULT_DAMAGED'));
    desk.service.wire = () => undefined;
    expect(await signIn(core, desk.service)).toEqual(failed('VAULT_DAMAGED'));
    expect(readFileSync(path).equals(before)).toBe(true);
    await until(() => desk.service.calls.includes('session.end'));
  });
});

describe('[domain 1.14] the second step', () => {
  beforeEach(() => {
    desk.service.code = '123456';
  });
  const confirm = (core: TestCore, code = '123456') => core.ask('session.confirm', { code });

  test('finishes the sign-in, with a vault that the password opens', async () => {
    const core = await desk.boot();
    expect(await signIn(core, desk.service)).toEqual(failed('SECOND_FACTOR'));
    expect((await session(core)).state).toBe('signedOut');
    expect(getValue(await confirm(core))).toMatchObject({ state: 'signedIn', offline: false });
    getValue(await core.ask('case.file', aFiling()));
    await core.ask('session.signOut', {});
    expect((await signIn(core, desk.service, { offline: true })).ok).toBe(true);
  });

  test('may be tried again after a wrong code and after a network that failed', async () => {
    const core = await desk.boot();
    await signIn(core, desk.service);
    expect(await confirm(core, '000000')).toEqual(failed('WRONG_CODE'));
    desk.service.wire = () => 'offline';
    expect(await confirm(core)).toEqual(failed('OFFLINE'));
    desk.service.wire = () => undefined;
    expect((await confirm(core)).ok).toBe(true);
  });

  test('is nothing without a first one, and the first one is good for one', async () => {
    const core = await desk.boot();
    expect(await confirm(core)).toEqual(failed('SIGNED_OUT'));
    await signIn(core, desk.service);
    getValue(await confirm(core));
    await core.ask('session.signOut', {});
    expect(await confirm(core)).toEqual(failed('SIGNED_OUT'));
  });

  test.each<[string, (core: TestCore) => Promise<unknown>]>([
    ['five minutes', () => desk.clock.advance(FIRST_STEP_MS)],
    ['a sleep of five minutes', async () => desk.clock.jump(FIRST_STEP_MS)],
    ['signing out', (core) => core.ask('session.signOut', {})],
    ['another try that fails', (core) => signIn(core, desk.service, { password: 'wrong' })],
  ])('comes too late after %s', async (_, happens) => {
    const core = await desk.boot();
    await signIn(core, desk.service);
    await happens(core);
    expect(await confirm(core)).toEqual(failed('SIGNED_OUT'));
    expect((await session(core)).state).toBe('signedOut');
  });

  test('that central knows nothing of any more asks for the first one anew', async () => {
    const core = await desk.boot();
    await signIn(core, desk.service);
    desk.service.answers.set('session.confirm', () => ({ failure: { code: 'LOCKED_OUT' } }));
    expect(await confirm(core)).toEqual(failed('LOCKED_OUT'));
    desk.service.answers.clear();
    expect(await confirm(core)).toEqual(failed('SIGNED_OUT'));
  });

  test('[security 5] what the first one is known by does not reach the window', async () => {
    const core = await desk.boot();
    expect(getFailure(await signIn(core, desk.service))).toEqual({ code: 'SECOND_FACTOR' });
  });

  test('that is given up while central looks at it leaves nobody signed in, and no session at central', async () => {
    let core: TestCore | null = null;
    core = await desk.boot({
      transport: async (config) => {
        const answer = await desk.service.transport(config);
        if (desk.service.calls.at(-1) === 'session.confirm') await core?.ask('session.signOut', {});
        return answer;
      },
    });
    await signIn(core, desk.service);
    expect(await confirm(core)).toEqual(failed('SIGNED_OUT'));
    expect((await session(core)).state).toBe('signedOut');
    await until(() => desk.service.calls.includes('session.end'));
  });
});

describe('[A162] the thirty minutes', () => {
  test('end the session by themselves: the vault is closed, central is told, nothing is lost', async () => {
    const core = await desk.online();
    const filing = aFiling();
    getValue(await core.ask('case.file', filing));
    await desk.clock.advance(IDLE_MS - 1);
    expect((await session(core)).state).toBe('signedIn');
    core.events.length = 0;
    await desk.clock.advance(1);
    expect((await session(core)).state).toBe('signedOut');
    expect(core.events).toContainEqual({ event: 'session.changed' });
    expect(getFailure(await core.ask('case.get', { caseId: filing.caseId })).code).toBe('SIGNED_OUT');
    await until(() => desk.service.calls.includes('session.end'));
    getValue(await signIn(core, desk.service));
    expect((await core.ask('case.get', { caseId: filing.caseId })).ok).toBe(true);
  });

  test.each(
    (Object.keys(CALLS) as (keyof CoreDoor)[]).filter((name) => !/^session\.sign|^central\.set$/.test(name)),
  )('%s begins them anew exactly when the table says a person is there', async (name) => {
    const core = await desk.online();
    const before = (await session(core)).endsAt;
    await desk.clock.advance(60_000);
    await core.answer(name, {});
    expect((await session(core)).endsAt !== before).toBe(CALLS[name].by === 'person');
  });

  test('are over after a sleep, before anything is answered', async () => {
    const core = await desk.online();
    desk.clock.jump(IDLE_MS);
    expect(getFailure(await core.ask('draft.list', {})).code).toBe('SIGNED_OUT');
  });

  test('[I8] end although the clock was set back', async () => {
    const core = await desk.online();
    desk.clock.jump(-10 * 365 * 24 * 3_600_000);
    await desk.clock.advance(IDLE_MS);
    expect((await session(core)).state).toBe('signedOut');
  });

  test('a form that is being typed keeps its session', async () => {
    const core = await desk.online();
    for (let n = 0; n < 10; n += 1) {
      await desk.clock.advance(IDLE_MS - 1000);
      await core.ask('session.touch', {});
    }
    expect((await session(core)).state).toBe('signedIn');
  });
});

test('roles that central changed are there after the next renewal', async () => {
  const core = await desk.online();
  desk.service.account = { ...desk.service.account, roles: ['HOMEROOM'] };
  for (let n = 0; n < 3; n += 1) {
    await desk.clock.advance(5 * 60_000);
    await core.ask('session.touch', {});
  }
  expect((await session(core)).account?.roles).toEqual(['HOMEROOM']);
  expect(core.events.filter(({ event }) => event === 'session.changed').length).toBeGreaterThan(1);
});

test('signing out ends everything, and asks for the captcha to go online again', async () => {
  const core = await desk.online();
  desk.service.wire = (call) => (call === 'operation.submit' ? 'offline' : undefined);
  getValue(await core.ask('case.file', aFiling({ student: studentNo(1) })));
  expect(getValue(await core.ask('session.signOut', {})).state).toBe('signedOut');
  desk.service.wire = () => undefined;
  expect(getValue(await signIn(core, desk.service, { offline: true })).offline).toBe(true);
  await settle();
  expect(getValue(await core.ask('sync.get', {}))).toMatchObject({
    waiting: 1,
    failure: { code: 'SIGNED_OUT' },
  });
});

describe('[security §1] a session that somebody ended at central', () => {
  test('is over in the window at the next contact; what was being typed is still kept; the lease is over, too', async () => {
    const core = await desk.online();
    desk.service.signEverybodyOut('revoked');
    await core.ask('outbox.retry', {});
    await until(async () => (await session(core)).state === 'signedOut');
    expect(await session(core)).toMatchObject({ account: null, endsAt: null, mustDo: null });
    const { caseId } = aFiling();
    const draft = { draftId: nextId(), caseId, kind: 'filing', regime: 'senior-high', action: null } as const;
    const typed = { student: null, values: { address: '斗六市' }, baseRevision: 0, step: 1 };
    getValue(await core.ask('draft.put', { ...draft, ...typed }));
    await desk.clock.advance(LAST_WORDS_MS);
    await settle();
    expect(await core.ask('draft.list', {})).toEqual(failed('SIGNED_OUT'));
    expect(await signIn(core, desk.service, { offline: true })).toEqual(failed('VAULT_LOCKED', 'lease'));
    expect(getValue(await signIn(core, desk.service))).toMatchObject({ state: 'signedIn', offline: false });
    expect(getValue(await core.ask('draft.list', {})).drafts).toHaveLength(1);
  });

  test('goes on when the person signs in again at once', async () => {
    const core = await desk.online();
    desk.service.signEverybodyOut('revoked');
    await core.ask('outbox.retry', {});
    await until(async () => (await session(core)).state === 'signedOut');
    getValue(await signIn(core, desk.service));
    await desk.clock.advance(LAST_WORDS_MS * 2);
    expect(await session(core)).toMatchObject({ state: 'signedIn', offline: false });
  });
});
