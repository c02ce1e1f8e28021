import { mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNT_CALLS, CALLS, type AccountCall } from '../../../../main/core/calls.ts';
import { ACCOUNT_ROWS } from '../../../../shared/contract/account-rows.ts';
import { fitting } from '../../../helpers/journey-schema.ts';
import { nextId } from '../../../helpers/case-builders.ts';
import { settle, until } from '../../../helpers/clock.ts';
import {
  aDesk,
  aFiling,
  anAccount,
  getFailure,
  getValue,
  signIn,
  type TestCore,
  type TestDesk,
} from '../../../helpers/core.ts';

let desk: TestDesk;
beforeEach(() => {
  desk = aDesk();
});
afterEach(() => desk.remove());

const DAY = 86_400_000;
const NEXT = 'Next-Password-9';
const view = async (core: TestCore) => getValue(await core.ask('session.get', {}));

/** Some input that the row takes; always the same one. */
const inputOf = (name: AccountCall): unknown => {
  const { input } = ACCOUNT_ROWS[name];
  const known = { ids: [nextId()], texts: ['文字'] };
  return fc
    .sample(fitting(input, known), { numRuns: 100, seed: 3 })
    .find((one) => input.safeParse(one).success);
};

/** An account that may make this call. */
const signedInFor = async (name: AccountCall): Promise<TestCore> => {
  const { roles } = CALLS[name];
  desk.service.account = anAccount(roles === 'any' ? 'HOMEROOM' : roles[0]);
  return desk.online();
};

describe('the calls of the account flows', () => {
  test.each(ACCOUNT_CALLS)('%s goes to central as it came, and central’s answer comes back', async (name) => {
    const isOpen = ACCOUNT_ROWS[name].access === 'public';
    const core = isOpen ? await desk.boot() : await signedInFor(name);
    const got: unknown[] = [];
    const failure = { code: 'CONFLICT', detail: { revision: 7 } };
    desk.service.answers.set(name, (body) => {
      got.push(body);
      return { failure };
    });
    const input = inputOf(name);
    expect(await core.answer(name, input)).toEqual({ ok: false, failure });
    expect(got).toEqual([JSON.parse(JSON.stringify(ACCOUNT_ROWS[name].input.parse(input)))]);
  });

  test('an answer that is no answer of the contract is not passed on', async () => {
    const core = await desk.boot();
    desk.service.answers.set('school.find', () => ({ schools: [{ id: 'x' }], more: false }));
    expect(getFailure(await core.ask('school.find', { county: null, text: '' })).code).toBe('INTERCEPTED');
    desk.service.answers.set('school.find', () => ({ schools: [], more: true }));
    expect(getValue(await core.ask('school.find', { county: null, text: '' }))).toEqual({
      schools: [],
      more: true,
    });
  });

  test('without an address of central those before signing in have nobody to ask', async () => {
    await desk.remove();
    desk = aDesk({ start: { policyCentralUrl: null } });
    const core = await desk.boot();
    expect(getFailure(await core.ask('school.find', { county: null, text: '' })).code).toBe(
      'CENTRAL_UNKNOWN',
    );
  });

  test('without a network they fail, and the session goes on', async () => {
    const core = await desk.online();
    desk.service.wire = () => 'offline';
    expect(getFailure(await core.ask('profile.get', {})).code).toBe('OFFLINE');
    expect((await view(core)).state).toBe('signedIn');
  });

  test('[security 7.23] what a role has no part in is refused before central is asked', async () => {
    desk.service.account = anAccount('HOMEROOM');
    const core = await desk.online();
    const asked = desk.service.calls.length;
    for (const name of ACCOUNT_CALLS.filter((one) => {
      const { access, roles } = CALLS[one];
      return access === 'session' && roles !== 'any' && !roles.includes('HOMEROOM');
    }))
      expect([name, await core.answer(name, inputOf(name))]).toEqual([
        name,
        { ok: false, failure: { code: 'FORBIDDEN' } },
      ]);
    expect(desk.service.calls).toHaveLength(asked);
  });

  test('scans have ten minutes, everything else half a minute', async () => {
    const limits = new Map<string, number | undefined>();
    const core = await desk.boot({
      transport: (config) => {
        limits.set(config.url ?? '', config.timeout);
        return desk.service.transport(config);
      },
    });
    getValue(await signIn(core, desk.service));
    for (const name of ['registration.create', 'roleChange.create', 'roleChange.get'] as const)
      await core.answer(name, inputOf(name));
    const limitOf = (name: AccountCall) => limits.get(ACCOUNT_ROWS[name].path);
    expect(limitOf('registration.create')).toBe(600_000);
    expect(limitOf('roleChange.create')).toBe(600_000);
    expect(limitOf('roleChange.get')).toBe(30_000);
  });
});

describe('one’s own account', () => {
  test.each([
    ['profile.get', {}],
    ['totp.enable', { code: '123456' }],
    ['totp.disable', { password: 'x', code: '123456' }],
  ] as const)('%s: what central says of it is shown at once, and after an unlock', async (name, input) => {
    const core = await desk.online();
    core.events.length = 0;
    desk.service.answers.set(name, () => ({ ...desk.service.account, phone: '05-7777777' }));
    expect((await core.answer(name, input)).ok).toBe(true);
    expect((await view(core)).account?.phone).toBe('05-7777777');
    expect(core.events).toContainEqual({ event: 'session.changed' });
    await core.close();
    desk.service.wire = () => 'offline';
    const again = await desk.boot();
    expect(getValue(await signIn(again, desk.service, { offline: true })).account?.phone).toBe('05-7777777');
  });

  test('[S 1.14] a changed password opens the vault without central, the old one does not', async () => {
    const core = await desk.online();
    const old = desk.service.password;
    await desk.clock.advance(2 * DAY);
    getValue(await signIn(core, desk.service));
    expect((await view(core)).passwordDaysLeft).toBe(68);
    core.events.length = 0;
    getValue(await core.ask('password.change', { current: old, next: NEXT }));
    expect((await view(core)).passwordDaysLeft).toBe(90);
    expect(core.events).toContainEqual({ event: 'session.changed' });
    await core.ask('session.signOut', {});
    desk.service.wire = () => 'offline';
    expect(getFailure(await signIn(core, desk.service, { offline: true, password: old })).code).toBe(
      'WRONG_CREDENTIALS',
    );
    expect((await signIn(core, desk.service, { offline: true, password: NEXT })).ok).toBe(true);
  });

  test('a password that central refuses changes nothing here', async () => {
    const core = await desk.online();
    expect(getFailure(await core.ask('password.change', { current: 'wrong', next: NEXT })).code).toBe(
      'WRONG_CREDENTIALS',
    );
    await core.ask('session.signOut', {});
    expect((await signIn(core, desk.service, { offline: true })).ok).toBe(true);
  });

  test('[VA16] central took it, and the answer was lost: the next sign-in brings the vault after it', async () => {
    const core = await desk.online();
    desk.service.wire = (call) => (call === 'operation.submit' ? 'offline' : undefined);
    getValue(await core.ask('case.file', aFiling()));
    desk.service.wire = (call) =>
      call === 'password.change' ? 'lost' : call === 'operation.submit' ? 'offline' : undefined;
    const { password: current } = desk.service;
    expect(getFailure(await core.ask('password.change', { current, next: NEXT })).code).toBe('OFFLINE');
    await core.close();
    desk.service.wire = () => undefined;
    const again = await desk.boot();
    getValue(await signIn(again, desk.service, { password: NEXT }));
    await until(() => desk.service.log.length === 1);
  });

  test('[VA16] central took it, and the disk did not: nothing is lost', async () => {
    const core = await desk.online();
    const { password: current } = desk.service;
    const name = readdirSync(desk.start.vaultDir).find((one) => one.endsWith('.key')) ?? '';
    // A folder in the way: the new wrap cannot be written.
    const inTheWay = join(desk.start.vaultDir, `${name}.tmp`);
    mkdirSync(inTheWay);
    getValue(await core.ask('password.change', { current, next: NEXT }));
    expect(desk.notes).toHaveLength(1);
    rmdirSync(inTheWay);
    await core.close();
    const again = await desk.boot();
    expect(getFailure(await signIn(again, desk.service, { offline: true, password: NEXT })).code).toBe(
      'WRONG_CREDENTIALS',
    );
    getValue(await signIn(again, desk.service, { password: NEXT }));
    await again.ask('session.signOut', {});
    expect((await signIn(again, desk.service, { offline: true, password: NEXT })).ok).toBe(true);
  });
});

describe('[A:1243] a password that is 90 days old', () => {
  const expired = async (): Promise<TestCore> => {
    const core = await desk.online();
    desk.service.wire = (call) => (call === 'operation.submit' ? 'offline' : undefined);
    getValue(await core.ask('case.file', aFiling()));
    await core.ask('session.signOut', {});
    desk.service.wire = () => undefined;
    const passwordSetAt = new Date(desk.clock.now() - 90 * DAY).toISOString();
    desk.service.account = { ...desk.service.account, passwordSetAt };
    getValue(await signIn(core, desk.service));
    await settle();
    return core;
  };

  test('lets in and leaves only 修改密碼 and 登出; what waited goes when it is changed', async () => {
    const core = await expired();
    expect(await view(core)).toMatchObject({
      state: 'signedIn',
      passwordDaysLeft: 0,
      mustDo: 'changePassword',
    });
    expect(getFailure(await core.ask('desk.list', {})).code).toBe('PASSWORD_EXPIRED');
    expect(getFailure(await core.ask('case.file', aFiling())).code).toBe('PASSWORD_EXPIRED');
    expect(getFailure(await core.ask('totp.disable', { password: 'x', code: '1' })).code).toBe(
      'PASSWORD_EXPIRED',
    );
    expect(getValue(await core.ask('outbox.list', {})).items).toMatchObject([
      { delivery: 'waiting', failure: { code: 'PASSWORD_EXPIRED' } },
    ]);
    expect(desk.service.log).toEqual([]);
    core.events.length = 0;
    getValue(await core.ask('password.change', { current: desk.service.password, next: NEXT }));
    await until(() => desk.service.log.length === 1);
    expect(await view(core)).toMatchObject({ passwordDaysLeft: 90, mustDo: null });
    expect(core.events).toContainEqual({ event: 'session.changed' });
    expect((await core.ask('desk.list', {})).ok).toBe(true);
  });

  test('does not stop work without central, and does again when central is back', async () => {
    const core = await expired();
    core.events.length = 0;
    desk.service.wire = () => 'offline';
    await desk.clock.advance(60_000);
    expect(await view(core)).toMatchObject({ mustDo: null, passwordDaysLeft: 0 });
    expect(core.events).toContainEqual({ event: 'session.changed' });
    expect((await core.ask('desk.list', {})).ok).toBe(true);
    desk.service.wire = () => undefined;
    await desk.clock.advance(60_000);
    expect((await view(core)).mustDo).toBe('changePassword');
    await core.ask('session.signOut', {});
    desk.service.wire = () => 'offline';
    expect(getValue(await signIn(core, desk.service, { offline: true })).mustDo).toBeNull();
  });

  test('[I8] is counted by central’s clock, from the first answer on', async () => {
    desk.service.skew = -80 * DAY;
    const passwordSetAt = new Date(desk.clock.now() - 90 * DAY).toISOString();
    desk.service.account = { ...desk.service.account, passwordSetAt };
    const core = await desk.boot();
    expect(getValue(await signIn(core, desk.service))).toMatchObject({ mustDo: null, passwordDaysLeft: 80 });
  });

  test('[domain 1.14] a second step that the policy demands is set up first', async () => {
    desk.service.account = { ...desk.service.account, secondFactor: 'required' };
    const core = await desk.online();
    expect((await view(core)).mustDo).toBe('enrolSecondFactor');
    expect(getFailure(await core.ask('desk.list', {})).code).toBe('SECOND_FACTOR_MISSING');
    getValue(await core.ask('totp.enable', { code: '123456' }));
    expect((await view(core)).mustDo).toBeNull();
    expect((await core.ask('desk.list', {})).ok).toBe(true);
  });
});

describe('a session that central does not know', () => {
  test('is told as that, but without central it is the line that is told', async () => {
    desk.service.account = anAccount('PRIMARY');
    await (await desk.online()).close();
    desk.service.wire = () => 'offline';
    const core = await desk.boot();
    getValue(await signIn(core, desk.service, { offline: true }));
    desk.service.signEverybodyOut();
    await settle();
    expect(getFailure(await core.answer('unit.get', { schoolId: null })).code).toBe('OFFLINE');
    desk.service.wire = () => undefined;
    await desk.clock.advance(30_000);
    await until(async () => getValue(await core.ask('sync.get', {})).online);
    expect(getFailure(await core.answer('unit.get', { schoolId: null })).code).toBe('SIGNED_OUT');
  });
});

test('what central asks for first and is not known here is found out at once', async () => {
  desk.service.account = anAccount('PRIMARY', { secondFactor: 'off' });
  const core = await desk.online();
  expect((await view(core)).mustDo).toBeNull();
  desk.service.account = { ...desk.service.account, secondFactor: 'required' };
  desk.service.answers.set('account.list', () => ({ failure: { code: 'SECOND_FACTOR_MISSING' } }));
  await core.answer('account.list', inputOf('account.list'));
  await until(async () => (await view(core)).mustDo === 'enrolSecondFactor');
});
