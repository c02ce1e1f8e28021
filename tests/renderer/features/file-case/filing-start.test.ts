import { expect, test } from 'vitest';
import {
  findFilingDraft,
  keptStudent,
  startFiling,
} from '../../../../renderer/features/file-case/filing-start.ts';
import { aStudent, CASE_ID, nextId } from '../../../helpers/case-builders.ts';
import { aDraft } from '../../../helpers/case-desk.ts';
import { aView } from '../../../helpers/case-view.ts';

test('a new filing begins empty, with ids of its own', () => {
  const start = startFiling(null, null, nextId);
  expect(start).toMatchObject({ baseRevision: 0, studentFixed: false, student: null, values: {}, step: 0 });
  expect(start.caseId).not.toBe(start.draftId);
});

test('a new filing has the draft id of its address, unless a draft was found by the case', () => {
  const draftId = nextId();
  expect(startFiling(null, null, nextId, draftId).draftId).toBe(draftId);
  expect(startFiling(aDraft(), null, nextId, draftId).draftId).toBe(aDraft().draftId);
});

test('a draft keeps case, step, answers and the student as far as typed', () => {
  const draft = aDraft({ student: { identityNumber: 'P123456789' }, values: { address: '斗六' }, step: 2 });
  const start = startFiling(draft, null, nextId);
  expect(start).toMatchObject({ caseId: CASE_ID, student: null, step: 2, values: { address: '斗六' } });
  expect(start.typed.identityNumber).toBe('P123456789');
});

test('a case opens with its own answers and its revision; its student stays', () => {
  const view = aView({ state: 'SENT_BACK' });
  const start = startFiling(null, view, nextId);
  expect(start).toMatchObject({ caseId: CASE_ID, baseRevision: view.revision, studentFixed: true, step: 1 });
  expect(start.values).toEqual(view.values);
  expect(start.student).toEqual(view.student);
});

test('a draft of a case keeps the revision that it was begun on, so that a change meanwhile is seen', () => {
  const view = aView({ state: 'SENT_BACK' });
  const start = startFiling(aDraft({ baseRevision: 0, values: { address: '虎尾' } }), view, nextId);
  expect([start.baseRevision, start.currentRevision]).toEqual([0, view.revision]);
  expect(start.values).toEqual({ address: '虎尾' });
});

test('the draft is found by its id, else by its case, and is one of a filing', () => {
  const mine = aDraft();
  const other = aDraft({ draftId: nextId(), caseId: nextId() });
  const record = aDraft({ draftId: nextId(), kind: 'tracking' });
  expect(findFilingDraft([record, other, mine], undefined, other.draftId)).toBe(other);
  expect(findFilingDraft([record, other, mine], CASE_ID, undefined)).toBe(mine);
  expect(findFilingDraft([record], CASE_ID, record.draftId)).toBeNull();
  expect(findFilingDraft([other, mine], undefined, undefined)).toBeNull();
});

test('of the typed student only what is whole is kept', () => {
  expect(keptStudent({ identityNumber: 'P1', name: '王小明', birthDate: '115/1' })).toEqual({
    name: '王小明',
  });
  expect(keptStudent({})).toBeNull();
  expect(keptStudent(aStudent())).toEqual(aStudent());
});
