import { beforeEach, describe, expect, test } from 'vitest';
import { createAccess, type Access } from '../../../../main/core/auth/access.ts';
import { createCentralClient, type CentralClient } from '../../../../main/core/api/central-client.ts';
import { createStore } from '../../../../main/core/vault/create-store.ts';
import { openMemoryTables } from '../../../../main/core/vault/memory/memory-tables.ts';
import type { Store } from '../../../../main/core/vault/store.ts';
import { nextId } from '../../../helpers/case-builders.ts';
import { anAccount, CENTRAL_URL } from '../../../helpers/core.ts';
import { aClock, type TestClock } from '../../../helpers/clock.ts';
import { aModelService, type ModelService } from '../../../helpers/model-service.ts';

let clock: TestClock;
let service: ModelService;
let client: CentralClient;
let store: Store;
let access: Access;
let changes: number;
let revoked: number;
let described: string[];

const makeAccess = () =>
  createAccess({
    client,
    store,
    now: () => clock.now(),
    onAccount: ({ name }) => void described.push(name),
    onChange: () => {
      changes += 1;
    },
    onUnready: () => undefined,
    onRevoked: () => {
      revoked += 1;
    },
  });

const signIn = async () => {
  const answer = await client.call('session.create', {
    account: service.account.account,
    password: service.password,
    captchaId: nextId(),
    captchaAnswer: 'ABC123',
    deviceId: nextId(),
    deviceName: 'test',
  });
  if (!answer.ok) throw new Error(answer.failure.code);
  access.adopt(answer.value.tokens);
};

const list = () => access.call('change.list', { after: 0, limit: 1 });
const refreshes = () => service.calls.filter((call) => call === 'session.refresh').length;

beforeEach(() => {
  clock = aClock();
  service = aModelService(() => clock.now(), anAccount());
  client = createCentralClient(CENTRAL_URL, service.transport, () => clock.now());
  store = createStore(openMemoryTables());
  changes = 0;
  revoked = 0;
  described = [];
  access = makeAccess();
});

test('without tokens nothing is asked', async () => {
  expect(await list()).toEqual({ ok: false, failure: { code: 'SIGNED_OUT' } });
  expect(service.calls).toEqual([]);
  expect([access.hasTokens, access.isOnline]).toEqual([false, false]);
});

describe('signed in', () => {
  beforeEach(signIn);

  test('calls carry the token, and one at its end is renewed first', async () => {
    expect((await list()).ok).toBe(true);
    clock.jump(9 * 60_000 + 1);
    expect((await list()).ok).toBe(true);
    expect(refreshes()).toBe(1);
    expect((await list()).ok).toBe(true);
    expect(refreshes()).toBe(1);
    expect(described).toEqual([service.account.name]);
    expect(changes).toBe(1);
  });

  test('two calls at once renew once: a token is good for one use', async () => {
    clock.jump(20 * 60_000);
    const [a, b] = await Promise.all([list(), list()]);
    expect([a.ok, b.ok]).toEqual([true, true]);
    expect(refreshes()).toBe(1);
  });

  test('the renewed token is in the vault before it is used', async () => {
    clock.jump(20 * 60_000);
    const before = store.readMemory().refreshToken;
    let seen: string | undefined;
    service.wire = (call) => {
      if (call === 'change.list') seen = store.readMemory().refreshToken ?? undefined;
      return undefined;
    };
    await list();
    expect(seen).toBeDefined();
    expect(seen).not.toBe(before);
  });

  test('a 401 is answered by one renewal, then given up', async () => {
    let refused = 0;
    service.wire = (call) => {
      if (call !== 'change.list') return undefined;
      refused += 1;
      return { status: 401, body: '{"failure":{"code":"SIGNED_OUT"}}' };
    };
    expect(await list()).toEqual({ ok: false, failure: { code: 'SIGNED_OUT' } });
    expect([refused, refreshes()]).toEqual([2, 1]);
  });

  test('[SY12] a session that central ended is over here, too', async () => {
    service.signEverybodyOut();
    expect(await list()).toEqual({ ok: false, failure: { code: 'SIGNED_OUT' } });
    expect([access.hasTokens, access.isOnline]).toEqual([false, false]);
    expect(store.readMemory().refreshToken).toBeUndefined();
    expect([changes, revoked]).toEqual([2, 0]);
  });

  test('[security §1] that somebody ended it at central is told', async () => {
    service.signEverybodyOut('revoked');
    expect(await list()).toEqual({ ok: false, failure: { code: 'SIGNED_OUT' } });
    expect([access.hasTokens, revoked]).toEqual([false, 1]);
  });

  test('[SY7] no answer ends no session', async () => {
    clock.jump(20 * 60_000);
    service.wire = () => 'offline';
    expect(await list()).toEqual({ ok: false, failure: { code: 'OFFLINE' } });
    expect(access.hasTokens).toBe(true);
    service.wire = () => undefined;
    expect((await list()).ok).toBe(true);
  });

  test('a new start goes on with the token from the vault', async () => {
    access.close();
    client = createCentralClient(CENTRAL_URL, service.transport, () => clock.now());
    access = makeAccess();
    expect([access.hasTokens, access.isOnline]).toEqual([true, false]);
    expect((await list()).ok).toBe(true);
    expect(access.isOnline).toBe(true);
  });

  test('[SY15] an answer after closing changes nothing', async () => {
    clock.jump(20 * 60_000);
    const before = store.readMemory().refreshToken;
    const waiting = list();
    access.close();
    expect((await waiting).ok).toBe(false);
    expect(store.readMemory().refreshToken).toBe(before);
  });

  test('dropping gives the last token, once', () => {
    expect(access.drop()).toMatch(/^[0-9a-f-]{36}$/);
    expect(access.drop()).toBeNull();
    expect(store.readMemory().refreshToken).toBeUndefined();
  });
});
