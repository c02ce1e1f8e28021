import { expect, test } from 'vitest';
import { placeOfAct } from '../../../renderer/bridge/act-place.ts';
import { ACTIONS } from '../../../shared/domain/case/action.ts';
import { CASE_ID } from '../../helpers/case-builders.ts';

test('every act leads to the place where it is done', () => {
  const places = Object.fromEntries(ACTIONS.map((action) => [action, placeOfAct(action, CASE_ID)]));
  expect(places['submit']).toEqual({ page: 'editCase', caseId: CASE_ID });
  expect(places['sendTracking']).toEqual({ page: 'case', caseId: CASE_ID, open: 'tracking' });
  expect(places['report']).toEqual({ page: 'case', caseId: CASE_ID, open: 'report' });
  expect(places['acceptReturn']).toEqual({ page: 'case', caseId: CASE_ID, open: 'acceptReturn' });
});
