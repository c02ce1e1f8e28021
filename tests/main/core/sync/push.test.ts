import { beforeEach, describe, expect, test } from 'vitest';
import { push } from '../../../../main/core/sync/push.ts';
import { backoffMs, LONGEST_PROBE_MS, LONGEST_WAIT_MS } from '../../../../main/core/sync/backoff.ts';
import type { OperationResult } from '../../../../shared/contract/central.ts';
import type { Operation } from '../../../../shared/domain/case/operation.ts';
import type { FailureCode } from '../../../../shared/failure.ts';
import { aRoom, type TestRoom } from '../../../helpers/sync-room.ts';

let room: TestRoom;
beforeEach(async () => {
  room = await aRoom();
});

const ids = (operations: readonly Operation[]) => operations.map(({ opId }) => opId);
const logged = () => room.service.log.map(({ operation }) => operation.opId);
const waiting = () => room.store.listOutbox().map((row) => [row.operation.opId, row.state]);
const retry =
  (code: FailureCode) =>
  (operation: Operation): OperationResult => ({
    opId: operation.opId,
    status: 'retry',
    failure: { code },
  });

describe('[SY1] order', () => {
  test('everything goes oldest first, fifty at a time, one request after another', async () => {
    const operations = Array.from({ length: 120 }, () => room.file());
    expect(await push(room)).toBeNull();
    expect(room.service.batches.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(logged()).toEqual(ids(operations));
    expect(room.store.listOutbox()).toEqual([]);
    expect(room.sent.map(({ length }) => length)).toEqual([50, 0, 50, 0, 20, 0]);
    expect(room.told).toHaveLength(120);
  });

  test('a chain of own acts on one case arrives in one request', async () => {
    const filed = room.file();
    const { caseId } = filed;
    const tracked = room.act('sendTracking', { caseId });
    const reported = room.act('report', { caseId, baseRevision: 1 });
    expect(await push(room)).toBeNull();
    expect(logged()).toEqual(ids([filed, tracked, reported]));
    expect([filed.prevOpId, tracked.prevOpId, reported.prevOpId]).toEqual([null, filed.opId, tracked.opId]);
    expect(room.store.findCase(caseId)).toEqual(room.service.caseOf(caseId));
  });
});

describe('[SY7] [I3] nothing is decided', () => {
  test('by silence: the operation is sent again and has one effect', async () => {
    const { opId } = room.file();
    room.service.wire = (call) => (call === 'operation.submit' ? 'lost' : undefined);
    expect(await push(room)).toEqual({ ok: false, failure: { code: 'OFFLINE' } });
    expect(waiting()).toEqual([[opId, 'waiting']]);
    expect(room.store.findOutbox(opId)?.attempts).toBe(0);
    room.service.wire = () => undefined;
    expect(await push(room)).toBeNull();
    expect(logged()).toEqual([opId]);
    expect(waiting()).toEqual([]);
  });

  test.each<[string, string]>([
    ['a log-in page', '<html></html>'],
    ['an empty answer', ''],
    ['another answer', '{"results":{}}'],
    ['half of an answer', '{"results":[{"opId"'],
  ])('by %s', async (_, body) => {
    const { opId } = room.file();
    room.service.wire = (call) => (call === 'operation.submit' ? { body } : undefined);
    expect(await push(room)).toEqual({ ok: false, failure: { code: 'INTERCEPTED' } });
    expect(waiting()).toEqual([[opId, 'waiting']]);
  });

  test('by an answer that leaves an operation out', async () => {
    const first = room.file();
    const second = room.file();
    room.service.wire = (call) => (call === 'operation.submit' ? { body: '{"results":[]}' } : undefined);
    expect(await push(room)).toBeNull();
    expect(waiting()).toEqual([
      [first.opId, 'waiting'],
      [second.opId, 'waiting'],
    ]);
    expect(room.store.findOutbox(first.opId)).toMatchObject({ attempts: 1, failure: { code: 'UNEXPECTED' } });
  });
});

test('[SY2] [I1] a forged receipt acknowledges nothing', async () => {
  const { opId } = room.file();
  room.store.remember({ receiptKey: (await aRoom()).service.receiptKey });
  expect(await push(room)).toBeNull();
  expect(room.store.findOutbox(opId)).toMatchObject({
    state: 'waiting',
    receipt: null,
    failure: { code: 'INTERCEPTED', detail: { reason: 'signature' } },
  });
  expect(room.store.findCase(room.store.findOutbox(opId)?.operation.caseId ?? '')?.caseNumber).toBeNull();
  room.store.remember({ receiptKey: room.service.receiptKey });
  room.store.forgetWaits();
  await push(room);
  expect(room.store.findOutbox(opId)?.state).toBe('received');
  expect(logged()).toEqual([opId]);
});

test('[SY4] a refused operation stays with its reason, those behind it wait, other cases go on', async () => {
  const filed = room.file();
  const { caseId } = filed;
  const refused = room.act('report', { caseId, baseRevision: 1 });
  const behind = room.act('sendTracking', { caseId });
  const other = room.file();
  expect(await push(room)).toBeNull();
  expect(logged()).toEqual(ids([filed, other]));
  expect(room.store.listOutbox().map((row) => [row.operation.opId, row.state, row.blockedBy])).toEqual([
    [refused.opId, 'refused', null],
    [behind.opId, 'waiting', refused.opId],
  ]);
  expect(room.store.findOutbox(refused.opId)?.failure).toEqual({
    code: 'NOT_ALLOWED',
    detail: { reason: 'NO_SENT_TRACKING' },
  });
  const count = room.service.batches.length;
  expect(await push(room)).toBeNull();
  expect(room.service.batches).toHaveLength(count);
  const again = room.act('sendTracking', { caseId });
  expect(again.prevOpId).toBe(filed.opId);
  expect(await push(room)).toBeNull();
  expect(logged()).toEqual(ids([filed, other, again]));
});

test('[SY3] [I6] «later» is asked again, ever later, until it is done', async () => {
  const { opId } = room.file();
  room.service.fates.set(opId, retry('UNEXPECTED'));
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    await push(room);
    expect(room.service.batches).toHaveLength(attempt);
    const wait = backoffMs(attempt, LONGEST_WAIT_MS, 0.5);
    expect(room.store.nextTry(room.now())).toBe(room.now() + wait);
    room.clock.jump(wait - 1);
    await push(room);
    expect(room.service.batches).toHaveLength(attempt);
    room.clock.jump(1);
  }
  room.service.fates.clear();
  await push(room);
  expect(logged()).toEqual([opId]);
});

describe('[SY5] [I5] GAP', () => {
  test('behind one that has no receipt: both go again in order', async () => {
    const filed = room.file();
    const tracked = room.act('sendTracking', { caseId: filed.caseId });
    room.service.fates.set(filed.opId, retry('UNEXPECTED'));
    await push(room);
    expect(room.store.findOutbox(tracked.opId)).toMatchObject({ attempts: 1, failure: { code: 'GAP' } });
    room.service.fates.clear();
    room.clock.jump(LONGEST_PROBE_MS);
    await push(room);
    expect(room.service.batches.at(-1)).toEqual([filed.opId, tracked.opId]);
    expect(logged()).toEqual([filed.opId, tracked.opId]);
  });

  test('behind one that the service has lost: it is sent once more', async () => {
    const filed = room.file();
    await push(room);
    room.service.restore(0);
    const tracked = room.act('sendTracking', { caseId: filed.caseId });
    await push(room);
    expect(room.service.batches.slice(1)).toEqual([[tracked.opId], [filed.opId]]);
    expect(logged()).toEqual([filed.opId]);
    room.clock.jump(LONGEST_PROBE_MS);
    await push(room);
    expect(logged()).toEqual([filed.opId, tracked.opId]);
    expect(waiting()).toEqual([]);
  });

  test('is never waited for longer than half a minute', async () => {
    const { opId } = room.file();
    room.service.fates.set(opId, retry('GAP'));
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      await push(room);
      room.clock.jump(LONGEST_PROBE_MS);
    }
    expect(room.store.findOutbox(opId)?.attempts).toBe(20);
  });
});

describe('[SY6] a request that fails as a whole', () => {
  /** The service fails each request that holds this operation. */
  const spoilt = (bad: Operation, status: number, code: FailureCode) => {
    room.service.wire = (call, body) =>
      call === 'operation.submit' && JSON.stringify(body).includes(bad.opId)
        ? { status, body: JSON.stringify({ failure: { code } }) }
        : undefined;
  };

  test('by a fault is halved; the one that spoils it waits, the others arrive', async () => {
    const operations = Array.from({ length: 30 }, () => room.file());
    const bad = operations[17] as Operation;
    spoilt(bad, 500, 'UNEXPECTED');
    expect(await push(room)).toBeNull();
    expect(logged()).toEqual(ids(operations.filter((one) => one !== bad)));
    expect(waiting()).toEqual([[bad.opId, 'waiting']]);
    expect(room.store.findOutbox(bad.opId)).toMatchObject({ attempts: 1, failure: { code: 'UNEXPECTED' } });
  });

  test('for what it holds: the one that spoils it is refused with the reason', async () => {
    const operations = Array.from({ length: 5 }, () => room.file());
    const bad = operations[0] as Operation;
    spoilt(bad, 400, 'INVALID_INPUT');
    expect(await push(room)).toBeNull();
    expect(logged()).toEqual(ids(operations.slice(1)));
    expect(waiting()).toEqual([[bad.opId, 'refused']]);
  });

  test.each(['UNAVAILABLE', 'RATE_LIMITED', 'ACCOUNT_DISABLED', 'SCHEMA_UNSUPPORTED'] as const)(
    'with %s stops at once and touches nothing',
    async (code) => {
      const { opId } = room.file();
      room.service.wire = (call) =>
        call === 'operation.submit'
          ? { status: 503, body: JSON.stringify({ failure: { code } }), headers: { 'retry-after': '9' } }
          : undefined;
      expect(await push(room)).toEqual({ ok: false, failure: { code }, stayAway: 9000 });
      expect(waiting()).toEqual([[opId, 'waiting']]);
      expect(room.service.calls.filter((call) => call === 'operation.submit')).toHaveLength(1);
    },
  );
});

test('[SY16] [I10] a shape that the service does not take waits and is not refused', async () => {
  const { opId } = room.file();
  room.service.fates.set(opId, () => ({
    opId,
    status: 'refused',
    failure: { code: 'SCHEMA_UNSUPPORTED', detail: { minimum: 2, current: 3 } },
  }));
  expect(await push(room)).toBeNull();
  expect(room.store.findOutbox(opId)).toMatchObject({
    state: 'waiting',
    failure: { code: 'SCHEMA_UNSUPPORTED', detail: { minimum: 2, current: 3 } },
  });
});

test.each([
  ['a session that ends', 'SIGNED_OUT'],
  ['a password that expires', 'PASSWORD_EXPIRED'],
] as const)('[SY12] %s between two operations leaves them as they were', async (_, code) => {
  const first = room.file();
  const second = room.file();
  room.service.fates.set(second.opId, retry(code));
  expect(await push(room)).toEqual({ ok: false, failure: { code } });
  expect(waiting()).toEqual([
    [first.opId, 'waiting'],
    [second.opId, 'waiting'],
  ]);
  room.service.fates.clear();
  expect(await push(room)).toBeNull();
  expect(logged()).toEqual([first.opId, second.opId]);
});

test('[SY15] an answer that comes after closing settles nothing', async () => {
  const { opId } = room.file();
  const pushing = push(room);
  room.over = true;
  expect(await pushing).toEqual({ ok: false, failure: { code: 'OFFLINE' } });
  expect(waiting()).toEqual([[opId, 'waiting']]);
});
