import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  anOperation,
  completeFiling,
  completeTracking,
  nextId,
  NOW,
} from '../../../helpers/case-builders.ts';
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
const aDraft = (caseId: string, values: object) => ({
  draftId: nextId(),
  kind: 'filing' as const,
  regime: SENIOR,
  caseId,
  action: null,
  baseRevision: 0,
  student: null,
  values: values as Record<string, string>,
  step: 2,
});

describe('case.file', () => {
  test('what was typed is stored in its normal form', async () => {
    const filing = aFiling({
      student: {
        ...studentNo(1),
        name: '  王小明 ',
        className: ' 二年三班\u200B',
        identityNumber: studentNo(1).identityNumber.toLowerCase(),
      },
      values: completeFiling(SENIOR, {
        studentPhone: '0912345678',
        address: '\u200B斗六市',
        suspensionReason: '不見了',
      }),
    });
    getValue(await core.ask('case.file', filing));
    const { values, student } = await view(filing.caseId);
    expect(student).toMatchObject({
      name: '王小明',
      className: '二年三班',
      identityNumber: studentNo(1).identityNumber,
    });
    expect(values).toMatchObject({ studentPhone: '0912-345-678', address: '斗六市' });
    expect(values).not.toHaveProperty('suspensionReason');
    await settle();
    expect(await outbox()).toEqual([]);
  });

  test('[security 7.20] a double click is one operation, also when the first answer came long ago', async () => {
    const filing = aFiling();
    const [first, second] = await Promise.all([core.ask('case.file', filing), core.ask('case.file', filing)]);
    expect(getValue(second)).toEqual(getValue(first));
    await settle();
    expect(getValue(await core.ask('case.file', filing))).toMatchObject({ opId: filing.opId });
    expect(desk.service.log).toHaveLength(1);
    expect((await view(filing.caseId)).revision).toBe(1);
  });

  test('[security 7.39] the same id for something else is refused', async () => {
    const filing = aFiling();
    getValue(await core.ask('case.file', filing));
    expect(getFailure(await core.ask('case.file', aFiling({ opId: filing.opId }))).code).toBe('OP_ID_REUSED');
    expect(getFailure(await core.ask('case.file', { ...filing, action: 'save' })).code).toBe('OP_ID_REUSED');
  });

  test('[security 7.11] 301 characters are refused, 300 of any kind are not, and the draft keeps what was typed', async () => {
    const filing = aFiling();
    getValue(await core.ask('case.file', filing));
    const recordId = nextId();
    const long = '𡍼'.repeat(301);
    const draft = aDraft(filing.caseId, { description: long });
    getValue(await core.ask('draft.put', draft));
    const put = (description: string, opId = nextId()) =>
      core.ask('tracking.put', {
        opId,
        caseId: filing.caseId,
        recordId,
        action: 'sendTracking',
        values: completeTracking(SENIOR, { description }),
        draftId: draft.draftId,
      });
    expect(getFailure(await put(long))).toEqual({
      code: 'FORM_INVALID',
      fields: [{ path: 'description', code: 'textTooLong', detail: { max: 300, count: 301 } }],
    });
    expect(getValue(await core.ask('draft.get', { draftId: draft.draftId })).values).toEqual({
      description: long,
    });
    expect((await view(filing.caseId)).tracking).toEqual([]);
    getValue(await put('𡍼'.repeat(300)));
    expect(getFailure(await core.ask('draft.get', { draftId: draft.draftId })).code).toBe('NOT_FOUND');
  });

  test.each<[string, Record<string, string | string[]>, string, string]>([
    ['[security 7.12] blanks only', { address: ' \u3000\n' }, 'address', 'required'],
    ['[security 7.16] half a character', { address: 'a\uD800b' }, 'address', 'textForbidden'],
    ['[security 7.16] a control character', { address: 'a\u0000b' }, 'address', 'textForbidden'],
    [
      '[security 7.18] a phone list with a bad part',
      { studentPhone: '0912-345-678;x' },
      'studentPhone',
      'phonePart',
    ],
    ['[security 7.10] a leave date in the future', { leftOn: '2026-11-22' }, 'leftOn', 'dateFuture'],
    ['[security 7.38] a field that the form does not have', { surprise: 'x' }, 'surprise', 'unknownField'],
    ['[security 7.38] a code that the table does not have', { category: 'X' }, 'category', 'unknownCode'],
  ])('%s is refused with its field, and nothing is saved', async (_, over, path, code) => {
    const filing = aFiling({ values: completeFiling(SENIOR, over) });
    const failure = getFailure(await core.ask('case.file', filing));
    expect(failure.code).toBe('FORM_INVALID');
    expect(failure.fields).toContainEqual(expect.objectContaining({ path, code }));
    expect(getFailure(await core.ask('case.get', { caseId: filing.caseId })).code).toBe('NOT_FOUND');
    expect(await outbox()).toEqual([]);
  });

  test('[security 7.13] markup and templates are text', async () => {
    const address = '<img onerror=alert(1)> {{7*7}} javascript:alert(1)';
    const filing = aFiling({ values: completeFiling(SENIOR, { address }) });
    getValue(await core.ask('case.file', filing));
    expect((await view(filing.caseId)).values['address']).toBe(address);
  });

  test('[security 7.7] who is 18 today is refused, who is 18 tomorrow is not', async () => {
    const born = (birthDate: string, n: number) => aFiling({ student: studentNo(n, { birthDate }) });
    expect(getFailure(await core.ask('case.file', born('2008-11-21', 1))).code).toBe('ADULT');
    expect((await core.ask('case.file', born('2008-11-22', 2))).ok).toBe(true);
  });

  test('[security 7.21] a second open case of a student is stopped before it is saved', async () => {
    const filing = aFiling();
    getValue(await core.ask('case.file', filing));
    const failure = getFailure(await core.ask('case.file', aFiling()));
    expect(failure).toMatchObject({
      code: 'DUPLICATE_CASE',
      detail: { caseId: filing.caseId, state: 'FILED' },
    });
    expect(getValue(await core.ask('case.file', { ...filing, opId: nextId(), baseRevision: 1 })).state).toBe(
      'FILED',
    );
  });

  test('[I7] content that somebody changed meanwhile is a conflict, and nothing is overwritten', async () => {
    const filing = aFiling();
    getValue(await core.ask('case.file', filing));
    await settle();
    desk.service.commit(
      anOperation('submit', {
        caseId: filing.caseId,
        student: filing.student,
        baseRevision: 1,
        values: completeFiling(SENIOR, { address: '他人改的' }),
      }),
    );
    await desk.clock.advance(15_000);
    const late = { ...filing, opId: nextId(), baseRevision: 1 };
    expect(getFailure(await core.ask('case.file', late))).toEqual({
      code: 'CONFLICT',
      detail: { revision: 2, baseRevision: 1 },
    });
    expect((await view(filing.caseId)).values['address']).toBe('他人改的');
    expect(await outbox()).toEqual([]);
    expect((await core.ask('case.file', { ...late, baseRevision: 2 })).ok).toBe(true);
  });

  test('[I7] a chain of own edits offline agrees with central afterwards', async () => {
    desk.service.wire = () => 'offline';
    const filing = aFiling({ action: 'save', values: {} });
    getValue(await core.ask('case.file', filing));
    for (const baseRevision of [1, 2])
      getValue(
        await core.ask('case.file', {
          ...filing,
          opId: nextId(),
          action: 'submit',
          values: completeFiling(SENIOR, { address: `第${baseRevision}次` }),
          baseRevision,
        }),
      );
    desk.service.wire = () => undefined;
    await desk.clock.advance(30_000);
    expect(await outbox()).toEqual([]);
    expect(desk.service.caseOf(filing.caseId)).toMatchObject({ revision: 3, state: 'FILED' });
    expect((await view(filing.caseId)).revision).toBe(3);
  });

  test('upper-case ids, another regime for a known case, and schools without the regime are refused', async () => {
    const filing = aFiling();
    expect(
      getFailure(
        await core.ask('case.file', { ...filing, opId: filing.opId.toUpperCase().replace('0189', 'ABCD') }),
      ),
    ).toMatchObject({ code: 'INVALID_INPUT' });
    getValue(await core.ask('case.file', filing));
    expect(
      getFailure(
        await core.ask('case.file', { ...filing, opId: nextId(), regime: 'compulsory', baseRevision: 1 }),
      ),
    ).toEqual({ code: 'INVALID_INPUT', detail: { where: 'regime' } });
    await desk.remove();
    const account = anAccount();
    desk = aDesk({
      account: { ...account, school: account.school && { ...account.school, regimes: ['compulsory'] } },
    });
    core = await desk.online();
    expect(getFailure(await core.ask('case.file', aFiling())).code).toBe('FORBIDDEN');
  });

  test('accounts without a school have no cases', async () => {
    await desk.remove();
    desk = aDesk({ account: anAccount('BUREAU', { school: null }) });
    core = await desk.online();
    expect(getFailure(await core.ask('case.file', aFiling())).code).toBe('FORBIDDEN');
    expect(getFailure(await core.ask('case.start', { regime: SENIOR })).code).toBe('FORBIDDEN');
    expect(getValue(await core.ask('desk.list', {})).groups).toEqual([]);
  });
});

test('[I15] the window never learns a number or a time that the service did not give', async () => {
  desk.service.wire = () => 'offline';
  const { caseId } = getValue(await core.ask('case.file', aFiling()));
  const { row, timeline } = await view(caseId);
  expect([row.caseNumber, row.reportedAt, row.closedAt, timeline[0]?.committedAt]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(row.filedAt).toBe(NOW);
});
