import { beforeEach, expect, test } from 'vitest';
import { pull } from '../../../../main/core/sync/pull.ts';
import { push } from '../../../../main/core/sync/push.ts';
import { anOperation, nextId, operationsTo } from '../../../helpers/case-builders.ts';
import { studentNo } from '../../../helpers/core.ts';
import { aRoom, type TestRoom } from '../../../helpers/sync-room.ts';

let room: TestRoom;
beforeEach(async () => {
  room = await aRoom();
});

const foreign = (n: number) => {
  const operation = anOperation('submit', { caseId: nextId(), student: studentNo(n) });
  room.service.commit(operation);
  return operation.caseId;
};
const asked = () => room.service.calls.filter((call) => call === 'change.list').length;

test('[SY10] everything is fetched page by page, then only what is new', async () => {
  const caseIds = Array.from({ length: 1201 }, (_, n) => foreign(n));
  expect(await pull(room)).toBeNull();
  expect(asked()).toBe(3);
  expect(room.told).toEqual(caseIds);
  expect(room.store.pullPlace()).toEqual({ epoch: room.service.epoch, scope: 'all', cursor: 1201 });
  expect(await pull(room)).toBeNull();
  expect(asked()).toBe(4);
  const caseId = foreign(5000);
  expect(await pull(room)).toBeNull();
  expect(room.told.at(-1)).toBe(caseId);
});

test('[SY10] a whole case arrives as central has it', async () => {
  const operations = operationsTo({ state: 'CLOSED' });
  for (const operation of operations) room.service.commit(operation);
  expect(await pull(room)).toBeNull();
  const caseId = operations[0]?.caseId ?? '';
  expect(room.store.findCase(caseId)).toEqual(room.service.caseOf(caseId));
  expect(room.store.findCase(caseId)?.state).toBe('CLOSED');
});

test.each<[string, object]>([
  ['goes back', { cursor: 1, more: false }],
  ['turns on the spot', { cursor: 3, more: true }],
])('[SY10] a feed that %s is left', async (_, over) => {
  for (let n = 0; n < 3; n += 1) foreign(n);
  await pull(room);
  room.service.wire = (call) =>
    call === 'change.list'
      ? { body: JSON.stringify({ epoch: room.service.epoch, scope: 'all', changes: [], ...over }) }
      : undefined;
  expect(await pull(room)).toEqual({
    ok: false,
    failure: { code: 'INTERCEPTED', detail: { reason: 'feed' } },
  });
  expect(room.store.pullPlace().cursor).toBe(3);
});

test("[SY7] a page that is not central's leaves mirror and cursor as they are", async () => {
  foreign(1);
  room.service.wire = () => ({ body: '<html></html>', type: 'text/html' });
  expect(await pull(room)).toEqual({ ok: false, failure: { code: 'INTERCEPTED' } });
  expect(room.store.pullPlace()).toEqual({ epoch: null, scope: null, cursor: 0 });
});

test("[SY11] [I12] after a restored backup the mirror is central's, and what it lost is sent again", async () => {
  const kept = room.file();
  const lost = room.file();
  await push(room);
  await pull(room);
  room.service.restore(1);
  const theirs = foreign(77);
  expect(await pull(room)).toBeNull();
  expect(room.store.findCase(theirs)?.state).toBe('FILED');
  expect(room.store.listDue(room.now(), 50).map(({ opId }) => opId)).toEqual([lost.opId]);
  await push(room);
  await pull(room);
  expect(room.service.log.map(({ operation }) => operation.opId)).toContain(lost.opId);
  expect(room.service.log).toHaveLength(3);
  for (const { caseId } of [kept, lost])
    expect(room.store.findCase(caseId)).toEqual(room.service.caseOf(caseId));
});

test('[SY11] the old mirror stays on screen until the new one is whole', async () => {
  const filed = room.file();
  await push(room);
  await pull(room);
  room.service.restore(0);
  room.service.wire = (call, { after }) =>
    call === 'change.list' && Number(after) === 0 && room.store.pullPlace().epoch === room.service.epoch
      ? 'offline'
      : undefined;
  expect(await pull(room)).toEqual({ ok: false, failure: { code: 'OFFLINE' } });
  expect(room.store.findCase(filed.caseId)).toMatchObject({ state: 'FILED', pending: 0 });
  room.service.wire = () => undefined;
  expect(await pull(room)).toBeNull();
  expect(room.store.findCase(filed.caseId)).toMatchObject({ state: 'FILED', pending: 1 });
});

test('[SY18] an account that sees other cases fetches everything anew, and asks what it may do now', async () => {
  const mine = foreign(1);
  const other = foreign(2);
  room.service.sees = (caseId) => caseId === mine;
  room.service.scope = 'own';
  expect(await pull(room)).toBeNull();
  expect([mine, other].map((caseId) => room.store.findCase(caseId)?.state)).toEqual(['FILED', undefined]);
  expect(room.scopes).toBe(0);
  room.service.sees = () => true;
  room.service.scope = 'school';
  expect(await pull(room)).toBeNull();
  expect([mine, other].map((caseId) => room.store.findCase(caseId)?.state)).toEqual(['FILED', 'FILED']);
  expect(room.scopes).toBe(1);
  room.service.sees = (caseId) => caseId === other;
  room.service.scope = 'own of another';
  expect(await pull(room)).toBeNull();
  expect([mine, other].map((caseId) => room.store.findCase(caseId)?.state)).toEqual([undefined, 'FILED']);
  expect(await pull(room)).toBeNull();
  expect(room.scopes).toBe(2);
});

test('[SY18] what comes between two pages of it is not lost', async () => {
  for (let n = 0; n < 600; n += 1) foreign(n);
  await pull(room);
  room.service.scope = 'again';
  let late = '';
  room.service.wire = (call, { after }) => {
    if (call === 'change.list' && Number(after) === 500 && late === '') late = foreign(9000);
    return undefined;
  };
  expect(await pull(room)).toBeNull();
  expect(room.store.findCase(late)?.state).toBe('FILED');
  expect(room.store.pullPlace()).toEqual({ epoch: room.service.epoch, scope: 'again', cursor: 601 });
});

test('[SY11] an address behind which epochs alternate is given up for now', async () => {
  foreign(1);
  await pull(room);
  let turn = 0;
  room.service.wire = (call) =>
    call === 'change.list'
      ? {
          body: JSON.stringify({
            epoch: `e${(turn += 1)}`,
            scope: 'all',
            changes: [],
            cursor: 0,
            more: false,
          }),
        }
      : undefined;
  expect(await pull(room)).toEqual({ ok: false, failure: { code: 'EPOCH_CHANGED' } });
});

test('[SY15] a page that comes after closing is not applied', async () => {
  foreign(1);
  const pulling = pull(room);
  room.over = true;
  await pulling;
  expect(room.store.pullPlace()).toEqual({ epoch: null, scope: null, cursor: 0 });
});
