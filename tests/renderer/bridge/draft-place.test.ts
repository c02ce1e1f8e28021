import { expect, test } from 'vitest';
import { placeOfDraft } from '../../../renderer/bridge/draft-place.ts';
import type { Draft } from '../../../shared/contract/core.ts';
import { CASE_ID, uuidOf } from '../../helpers/case-builders.ts';

const aDraft = (over: Partial<Draft> = {}): Draft => ({
  draftId: uuidOf(1),
  kind: 'filing',
  regime: 'senior-high',
  caseId: CASE_ID,
  action: null,
  baseRevision: 0,
  student: null,
  values: {},
  step: 0,
  savedAt: '2026-11-21T02:30:00.000Z',
  ...over,
});

test('a draft of a new filing goes on in 新增填報, one of an old filing in its case', () => {
  expect(placeOfDraft(aDraft())).toEqual({ page: 'newCase', regime: 'senior-high', draftId: uuidOf(1) });
  expect(placeOfDraft(aDraft({ baseRevision: 3 }))).toEqual({
    page: 'editCase',
    caseId: CASE_ID,
    draftId: uuidOf(1),
  });
});

test('a draft of a tracking record or of an act opens its window', () => {
  expect(placeOfDraft(aDraft({ kind: 'tracking' }))).toMatchObject({ page: 'case', open: 'tracking' });
  expect(placeOfDraft(aDraft({ kind: 'act', action: 'void' }))).toMatchObject({ page: 'case', open: 'void' });
});
