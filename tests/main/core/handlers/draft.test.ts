import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextId } from '../../../helpers/case-builders.ts';
import { aDesk, getFailure, getValue, signIn, type TestCore, type TestDesk } from '../../../helpers/core.ts';

let desk: TestDesk;
let core: TestCore;
beforeEach(async () => {
  desk = aDesk();
  core = await desk.online();
});
afterEach(() => desk.remove());

const aDraft = () => ({
  draftId: nextId(),
  kind: 'filing' as const,
  regime: 'senior-high' as const,
  caseId: nextId(),
  action: null,
  baseRevision: 0,
  student: { name: '王' },
  values: { address: 'ABC\u0000 <b>', leftOn: '99/99/99', reasons: ['x'] },
  step: 1,
});

test('a draft is kept as typed, whatever was typed, and is there after a restart', async () => {
  const draft = aDraft();
  const { savedAt } = getValue(await core.ask('draft.put', draft));
  expect(savedAt).toBe(new Date(desk.clock.now()).toISOString());
  expect(core.events).toContainEqual({ event: 'draft.changed', id: draft.draftId });
  await core.close();
  core = await desk.boot();
  getValue(await signIn(core, desk.service, { offline: true }));
  expect(getValue(await core.ask('draft.get', { draftId: draft.draftId }))).toEqual({ ...draft, savedAt });
  expect(getValue(await core.ask('desk.list', {})).drafts).toEqual([{ ...draft, savedAt }]);
});

test('the last wording counts, and a deleted draft is gone', async () => {
  const draft = aDraft();
  getValue(await core.ask('draft.put', draft));
  desk.clock.jump(1000);
  getValue(await core.ask('draft.put', { ...draft, values: { address: '新' } }));
  expect(getValue(await core.ask('draft.list', {})).drafts.map(({ values }) => values)).toEqual([
    { address: '新' },
  ]);
  getValue(await core.ask('draft.delete', { draftId: draft.draftId }));
  getValue(await core.ask('draft.delete', { draftId: draft.draftId }));
  expect(getFailure(await core.ask('draft.get', { draftId: draft.draftId })).code).toBe('NOT_FOUND');
});

test('nothing of a draft is sent', async () => {
  const before = desk.service.calls.length;
  getValue(await core.ask('draft.put', aDraft()));
  expect(desk.service.calls.length).toBe(before);
});
