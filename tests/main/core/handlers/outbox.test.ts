import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FailureCode } from '../../../../shared/failure.ts';
import { completeFiling, completeTracking, nextId } from '../../../helpers/case-builders.ts';
import { settle } from '../../../helpers/clock.ts';
import {
  aDesk,
  aFiling,
  getFailure,
  getValue,
  studentNo,
  type TestCore,
  type TestDesk,
} from '../../../helpers/core.ts';

let desk: TestDesk;
let core: TestCore;
beforeEach(async () => {
  desk = aDesk();
  core = await desk.online();
});
afterEach(() => desk.remove());

const items = async () => getValue(await core.ask('outbox.list', {})).items;
const refuse = (opId: string, code: FailureCode) =>
  desk.service.fates.set(opId, () => ({ opId, status: 'refused', failure: { code } }));
const track = (caseId: string, description: string) =>
  core.ask('tracking.put', {
    opId: nextId(),
    caseId,
    recordId: nextId(),
    action: 'sendTracking',
    values: completeTracking('senior-high', { description }),
    draftId: null,
  });

test('[SY4] a refused filing stays with its reason, though there is no case any more', async () => {
  const filing = aFiling();
  refuse(filing.opId, 'DUPLICATE_CASE');
  getValue(await core.ask('case.file', filing));
  await settle();
  expect(await items()).toEqual([
    {
      opId: filing.opId,
      caseId: filing.caseId,
      regime: 'senior-high',
      name: '王小明',
      caseNumber: null,
      action: 'submit',
      occurredAt: new Date(desk.clock.now()).toISOString(),
      delivery: 'refused',
      failure: { code: 'DUPLICATE_CASE' },
      blockedBy: null,
      attempts: 0,
    },
  ]);
  expect(getFailure(await core.ask('case.get', { caseId: filing.caseId })).code).toBe('NOT_FOUND');
  expect(getFailure(await core.ask('case.file', filing)).code).toBe('DUPLICATE_CASE');
});

test('withdrawing a refused filing and what stands behind it keeps every word as drafts', async () => {
  const filing = aFiling({ values: completeFiling('senior-high', { address: '第一次' }) });
  refuse(filing.opId, 'REGISTER_DIFFERS');
  desk.service.wire = () => 'offline';
  getValue(await core.ask('case.file', filing));
  getValue(
    await core.ask('case.file', {
      ...filing,
      opId: nextId(),
      baseRevision: 1,
      values: completeFiling('senior-high', { address: '第二次' }),
    }),
  );
  getValue(await track(filing.caseId, '電話中說明。'));
  desk.service.wire = () => undefined;
  await desk.clock.advance(30_000);
  expect((await items()).map(({ delivery, blockedBy }) => [delivery, blockedBy])).toEqual([
    ['refused', null],
    ['waiting', filing.opId],
    ['waiting', filing.opId],
  ]);

  const { draftId } = getValue(await core.ask('outbox.withdraw', { opId: filing.opId }));
  expect(await items()).toEqual([]);
  const { drafts } = getValue(await core.ask('draft.list', {}));
  expect(drafts.map(({ kind }) => kind).toSorted()).toEqual(['filing', 'tracking']);
  expect(drafts.find((draft) => draft.draftId === draftId)).toMatchObject({
    kind: 'filing',
    caseId: filing.caseId,
    baseRevision: 0,
    student: filing.student,
    values: { address: '第二次' },
  });
  expect(drafts.find(({ kind }) => kind === 'tracking')?.values['description']).toBe('電話中說明。');

  expect(getFailure(await core.ask('case.file', filing)).code).toBe('OP_ID_REUSED');
  const again = { ...filing, opId: nextId(), baseRevision: 0, draftId };
  getValue(await core.ask('case.file', again));
  await settle();
  expect(desk.service.log.map(({ operation }) => operation.opId)).toEqual([again.opId]);
});

test('one that stands behind takes the refused one with it; what is on its way is left alone', async () => {
  const filing = aFiling();
  const other = aFiling({ student: studentNo(7) });
  refuse(filing.opId, 'ADULT');
  desk.service.wire = () => 'offline';
  getValue(await core.ask('case.file', filing));
  getValue(await track(filing.caseId, '一'));
  getValue(await core.ask('case.file', other));
  expect(getFailure(await core.ask('outbox.withdraw', { opId: other.opId }))).toEqual({
    code: 'NOT_ALLOWED',
    detail: { reason: 'WRONG_STATE' },
  });
  desk.service.wire = (call) => (call === 'change.list' ? 'offline' : undefined);
  await desk.clock.advance(30_000);
  const behind = (await items()).find(({ blockedBy }) => blockedBy !== null);
  getValue(await core.ask('outbox.withdraw', { opId: behind?.opId ?? '' }));
  expect(await items()).toEqual([]);
  expect(getFailure(await core.ask('outbox.withdraw', { opId: filing.opId })).code).toBe('NOT_FOUND');
  expect(getFailure(await core.ask('outbox.withdraw', { opId: nextId() })).code).toBe('NOT_FOUND');
  expect(getFailure(await core.ask('outbox.withdraw', { opId: other.opId })).code).toBe('NOT_ALLOWED');
});

test('a refused act on a known case shows in the row and in the timeline, and the case goes on', async () => {
  const filing = aFiling();
  getValue(await core.ask('case.file', filing));
  await settle();
  const opId = nextId();
  refuse(opId, 'CONFLICT');
  getValue(await core.ask('case.file', { ...filing, opId, baseRevision: 1 }));
  await settle();
  const { row, timeline, revision } = getValue(await core.ask('case.get', { caseId: filing.caseId }));
  expect(row).toMatchObject({ delivery: 'conflict', state: 'FILED' });
  expect(revision).toBe(1);
  expect(
    timeline.map(({ delivery, stateBefore, stateAfter }) => [delivery, stateBefore, stateAfter]),
  ).toEqual([
    ['received', null, 'FILED'],
    ['conflict', 'FILED', 'FILED'],
  ]);
  getValue(await core.ask('outbox.withdraw', { opId }));
  expect(getValue(await core.ask('case.get', { caseId: filing.caseId })).row.delivery).toBe('received');
});

test('on its way: the item says so while the request is open', async () => {
  const filing = aFiling();
  let seen: unknown;
  desk.service.wire = (call) => {
    if (call === 'operation.submit')
      void items().then((list) => (seen = list.map(({ delivery }) => delivery)));
    return undefined;
  };
  getValue(await core.ask('case.file', filing));
  await settle();
  expect(seen).toEqual(['sending']);
});
