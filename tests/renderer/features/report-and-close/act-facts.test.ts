import { describe, expect, test } from 'vitest';
import {
  actForm,
  actsOf,
  closingReason,
  enrolmentRule,
  findRefused,
  isOptionalForm,
  leadsToClosing,
} from '../../../../renderer/features/report-and-close/act-facts.ts';
import type { OutboxItem } from '../../../../shared/contract/core.ts';
import { fieldsOf } from '../../../../shared/forms/form.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import {
  anActor,
  anOperation,
  CASE_ID,
  closingTracking,
  committed,
  nextId,
  NOW,
  operationsTo,
} from '../../../helpers/case-builders.ts';
import { aView, viewOf } from '../../../helpers/case-view.ts';

const SENIOR = REGIMES['senior-high'];
const suggested = (reason?: string) =>
  viewOf(
    committed([
      ...operationsTo({ state: 'FILED' }),
      anOperation('sendTracking', { actor: anActor('COUNSELOR'), values: closingTracking(reason) }),
    ]),
  );

describe('acts of a regime', () => {
  test('each stands once, in the order of its tables', () => {
    expect(actsOf(SENIOR)).toEqual({ main: ['report', 'close'], more: ['sendBack', 'void'] });
    expect(actsOf(REGIMES.compulsory)).toEqual({
      main: ['report', 'find', 'acceptReturn', 'confirmReturn', 'close'],
      more: ['loseAgain', 'void'],
    });
  });

  test('an act that a regime lacks has an empty form', () => {
    expect(fieldsOf(actForm(SENIOR, 'find'))).toEqual([]);
  });

  test('only a form in which nothing must be answered is folded away', () => {
    expect(isOptionalForm(actForm(SENIOR, 'close'))).toBe(true);
    expect(isOptionalForm(actForm(SENIOR, 'void'))).toBe(false);
    expect(isOptionalForm(actForm(REGIMES.compulsory, 'close'))).toBe(false);
  });
});

describe('closing', () => {
  const view = aView({ state: 'PENDING_CLOSE' });

  test('the reason is the suggested one where the regime takes it from there', () => {
    expect(closingReason(SENIOR, 'close', view)).toBe('GIVES_UP_STATUS');
    expect(closingReason(SENIOR, 'report', view)).toBeNull();
    expect(closingReason(REGIMES.compulsory, 'close', { ...view, suggestedReason: 'DEATH' })).toBeNull();
  });

  test('the enrolment check runs for its two reasons only', () => {
    expect(enrolmentRule(SENIOR, 'BACK_TO_SCHOOL')).toBe('ownSchool');
    expect(enrolmentRule(SENIOR, 'OTHER_SENIOR_HIGH')).toBe('otherSeniorHigh');
    expect(enrolmentRule(SENIOR, 'DEATH')).toBeNull();
    expect(enrolmentRule(SENIOR, null)).toBeNull();
  });

  test('通報 of a case whose latest record suggests closing leads straight to 待結案', () => {
    expect(leadsToClosing(SENIOR, 'report', suggested())).toBe(true);
    expect(leadsToClosing(SENIOR, 'void', suggested())).toBe(false);
    expect(leadsToClosing(SENIOR, 'report', aView({ state: 'PENDING_REPORT' }))).toBe(false);
  });
});

test('only a refused act of the same case and kind is put out of the way', () => {
  const item: OutboxItem = {
    opId: nextId(),
    caseId: CASE_ID,
    regime: 'senior-high',
    name: '王小明',
    caseNumber: null,
    action: 'close',
    occurredAt: NOW,
    delivery: 'refused',
    failure: { code: 'ENROLMENT_MISMATCH' },
    blockedBy: null,
    attempts: 1,
  };
  expect(findRefused([item], CASE_ID, 'close')).toBe(item);
  expect(findRefused([{ ...item, delivery: 'waiting' }], CASE_ID, 'close')).toBeUndefined();
  expect(findRefused([item], CASE_ID, 'report')).toBeUndefined();
  expect(findRefused([item], nextId(), 'close')).toBeUndefined();
});
