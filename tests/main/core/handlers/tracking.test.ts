import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anOperation, completeFiling, completeTracking, nextId } from '../../../helpers/case-builders.ts';
import { settle } from '../../../helpers/clock.ts';
import {
  aDesk,
  aFiling,
  anAccount,
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

const SENIOR = 'senior-high' as const;
const view = async (caseId: string) => getValue(await core.ask('case.get', { caseId }));
const outbox = async () => getValue(await core.ask('outbox.list', {})).items;

describe('case.act and tracking', () => {
  const act = (
    caseId: string,
    action: 'report' | 'close' | 'void' | 'sendBack',
    values = {},
    baseRevision = 1,
  ) => core.ask('case.act', { opId: nextId(), caseId, action, values, baseRevision, draftId: null });
  const track = (
    caseId: string,
    over = {},
    recordId = nextId(),
    action: 'sendTracking' | 'saveTracking' = 'sendTracking',
  ) =>
    core.ask('tracking.put', {
      opId: nextId(),
      caseId,
      recordId,
      action,
      values: completeTracking(SENIOR, over),
      draftId: null,
    });

  test('a whole case, offline from filing to closing, arrives and is closed at central', async () => {
    desk.service.wire = () => 'offline';
    const { caseId } = getValue(await core.ask('case.file', aFiling()));
    expect(getValue(await track(caseId)).state).toBe('PENDING_REPORT');
    expect(getValue(await act(caseId, 'report')).state).toBe('TRACKING');
    expect(getValue(await track(caseId, { suggestClose: 'yes', closeReason: 'ABROAD' })).state).toBe(
      'PENDING_CLOSE',
    );
    expect(getValue(await act(caseId, 'close')).state).toBe('CLOSED');
    const offline = await view(caseId);
    expect(offline.row).toMatchObject({
      delivery: 'waiting',
      caseNumber: null,
      reportedAt: null,
      closedAt: null,
    });
    expect(
      offline.timeline.map(({ stateAfter, followed, delivery }) => [stateAfter, followed, delivery]),
    ).toEqual([
      ['FILED', false, 'waiting'],
      ['PENDING_REPORT', true, 'waiting'],
      ['TRACKING', false, 'waiting'],
      ['PENDING_CLOSE', true, 'waiting'],
      ['CLOSED', false, 'waiting'],
    ]);
    desk.service.wire = () => undefined;
    await desk.clock.advance(30_000);
    expect(desk.service.caseOf(caseId)?.state).toBe('CLOSED');
    const { row, timeline } = await view(caseId);
    expect(row).toMatchObject({ delivery: 'received', state: 'CLOSED', closeReason: 'ABROAD' });
    expect([row.reportedAt, row.closedAt]).not.toContain(null);
    expect(timeline.every(({ committedAt }) => committedAt !== null)).toBe(true);
  });

  test('[security 7.23] a locked act is refused with the condition that fails', async () => {
    const { caseId } = getValue(await core.ask('case.file', aFiling()));
    const reason = async (...parts: Parameters<typeof act>) =>
      getFailure(await act(...parts)).detail?.['reason'];
    expect(await reason(caseId, 'report')).toBe('NO_SENT_TRACKING');
    expect(await reason(caseId, 'close')).toBe('NOT_REPORTED');
    expect(await outbox()).toEqual([]);
  });

  test('[security 7.24] a closing reason that the category does not allow is named', async () => {
    const { caseId } = getValue(await core.ask('case.file', aFiling()));
    const failure = getFailure(await track(caseId, { suggestClose: 'yes', closeReason: 'EMPLOYED' }));
    expect(failure).toMatchObject({ code: 'REASON_NOT_ALLOWED', fields: [{ path: 'closeReason' }] });
  });

  test('[security 7.25] a category cannot be changed after the report, and what to do instead is told', async () => {
    const filing = aFiling();
    const { caseId } = getValue(await core.ask('case.file', filing));
    getValue(await track(caseId));
    getValue(await act(caseId, 'report'));
    await settle();
    const change = (category: string) =>
      core.ask('case.file', {
        ...filing,
        opId: nextId(),
        baseRevision: 1,
        values: completeFiling(SENIOR, { category }),
      });
    expect(getFailure(await change('SUSPENSION'))).toEqual({ code: 'CATEGORY_FIXED' });
    expect(getFailure(await change('ABSENCE3'))).toEqual({
      code: 'NOT_ALLOWED',
      detail: { reason: 'ALREADY_REPORTED' },
    });
  });

  test('a record 暫存 is rewritten, sent and deleted by its author; the timeline keeps it all', async () => {
    const { caseId } = getValue(await core.ask('case.file', aFiling()));
    const recordId = nextId();
    getValue(await track(caseId, { description: '一' }, recordId, 'saveTracking'));
    getValue(await track(caseId, { description: '二' }, recordId));
    expect((await view(caseId)).tracking).toMatchObject([
      { recordId, sent: true, values: { description: '二' }, mayChange: { allowed: true } },
    ]);
    expect((await view(caseId)).row).toMatchObject({ trackingSent: 1, state: 'PENDING_REPORT' });
    expect(getFailure(await track(caseId, { description: '三' }, recordId)).code).toBe('FORBIDDEN');
    getValue(await core.ask('tracking.delete', { opId: nextId(), caseId, recordId }));
    const after = await view(caseId);
    expect(after.tracking).toEqual([]);
    expect(after.row).toMatchObject({ trackingSent: 0, state: 'FILED' });
    expect(after.timeline.map(({ action }) => action)).toEqual([
      'submit',
      'saveTracking',
      'sendTracking',
      'deleteTracking',
    ]);
  });

  test.each(['case.act', 'tracking.put', 'tracking.delete', 'print.get'] as const)(
    '[security 7.27] %s on an unknown case answers as on one that may not be seen',
    async (name) => {
      await desk.remove();
      desk = aDesk({ account: anAccount('HOMEROOM') });
      core = await desk.online();
      const foreign = anOperation('submit', { caseId: nextId() });
      desk.service.commit(foreign);
      await desk.clock.advance(15_000);
      const inputs = {
        'case.act': { opId: nextId(), action: 'report', values: {}, baseRevision: 1, draftId: null },
        'tracking.put': {
          opId: nextId(),
          recordId: nextId(),
          action: 'saveTracking',
          values: {},
          draftId: null,
        },
        'tracking.delete': { opId: nextId(), recordId: nextId() },
        'print.get': { form: 'report' },
      };
      const ask = (caseId: string) => core.answer(name, { ...inputs[name], caseId });
      expect(await ask(foreign.caseId)).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } });
      expect(await ask(nextId())).toEqual(await ask(foreign.caseId));
      expect(await core.ask('case.get', { caseId: foreign.caseId })).toEqual(await ask(nextId()));
      const filing = aFiling({ caseId: foreign.caseId, student: studentNo(5) });
      expect(getFailure(await core.ask('case.file', filing)).code).toBe('NOT_FOUND');
    },
  );

  test('the desk of the primary reporter fills and empties with the states', async () => {
    const groups = async () =>
      getValue(await core.ask('desk.list', {})).groups.map(({ action, total, rows }) => [
        action,
        total,
        rows.length,
      ]);
    expect(await groups()).toEqual([]);
    const { caseId } = getValue(await core.ask('case.file', aFiling()));
    expect(await groups()).toEqual([['sendTracking', 1, 1]]);
    getValue(await track(caseId));
    expect(await groups()).toEqual([['report', 1, 1]]);
    getValue(await act(caseId, 'report'));
    expect(await groups()).toEqual([]);
  });

  test('a paper before the receipt says so, and after it does not', async () => {
    desk.service.wire = () => 'offline';
    const { caseId } = getValue(await core.ask('case.file', aFiling()));
    const before = getValue(await core.ask('print.get', { caseId, form: 'report' }));
    expect(before.watermark).not.toBeNull();
    desk.service.wire = () => undefined;
    await desk.clock.advance(30_000);
    const after = getValue(await core.ask('print.get', { caseId, form: 'report' }));
    expect(after.watermark).toBeNull();
    expect(after.caseNumber).toBe('2611210001-01');
  });
});
