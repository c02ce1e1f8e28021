import { expect, test } from 'vitest';
import { categoryOf, sentTracking, type TrackingRecord } from '../../../../shared/domain/case/case.ts';
import { CONDITIONS, suggestedReason } from '../../../../shared/domain/case/conditions.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import {
  aCase,
  anActor,
  closingTracking,
  completeTracking,
  NOW,
  uuidOf,
} from '../../../helpers/case-builders.ts';

const SENIOR = REGIMES['senior-high'];

const record = (n: number, over: Partial<TrackingRecord> = {}): TrackingRecord => ({
  id: uuidOf(n),
  author: anActor('COUNSELOR'),
  sent: true,
  deleted: false,
  writtenAt: NOW,
  values: completeTracking('senior-high'),
  ...over,
});
const holding = (...tracking: readonly TrackingRecord[]) => aCase({ state: 'TRACKING' }, { tracking });

test('[CS17] only records sent and not deleted count, in the order of the log', () => {
  const c = holding(record(1, { sent: false }), record(2), record(3, { deleted: true }), record(4));
  expect(sentTracking(c).map(({ id }) => id)).toEqual([uuidOf(2), uuidOf(4)]);
  expect(CONDITIONS.hasSentTracking(SENIOR, c)).toBe(true);
  expect(CONDITIONS.lacksSentTracking(SENIOR, c)).toBe(false);
  const none = holding(record(1, { sent: false }), record(3, { deleted: true }));
  expect(CONDITIONS.hasSentTracking(SENIOR, none)).toBe(false);
  expect(CONDITIONS.lacksSentTracking(SENIOR, none)).toBe(true);
});

test('[CS18] the suggestion is that of the latest sent record, drafts and deleted ones aside', () => {
  const yes = { values: closingTracking('DEATH') };
  expect(suggestedReason(SENIOR, holding())).toBeNull();
  expect(suggestedReason(SENIOR, holding(record(1, yes)))).toBe('DEATH');
  expect(suggestedReason(SENIOR, holding(record(1, yes), record(2)))).toBeNull();
  expect(suggestedReason(SENIOR, holding(record(1, yes), record(2, { sent: false })))).toBe('DEATH');
  expect(suggestedReason(SENIOR, holding(record(1, yes), record(2, { deleted: true })))).toBe('DEATH');
  expect(suggestedReason(SENIOR, holding(record(1, { ...yes, sent: false })))).toBeNull();
});

test('[CS18] a reason counts only with 建議結案=是 and only where the category allows it', () => {
  const values = { ...closingTracking('DEATH'), suggestClose: 'no' };
  expect(suggestedReason(SENIOR, holding(record(1, { values })))).toBeNull();
  expect(suggestedReason(SENIOR, holding(record(1, { values: closingTracking('OVER_AGE') })))).toBeNull();
  const none = { ...holding(record(1, { values: closingTracking('DEATH') })), values: {} };
  expect(categoryOf(none)).toBe('');
  expect(suggestedReason(SENIOR, none)).toBeNull();
});

test('[CS18] suggesting and withdrawing exclude each other', () => {
  for (const c of [holding(), holding(record(1)), holding(record(1, { values: closingTracking() }))]) {
    expect(CONDITIONS.suggestsClosing(SENIOR, c)).toBe(!CONDITIONS.withdrawsSuggestion(SENIOR, c));
  }
});
