import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../shared/domain/account/role.ts';
import { ACTIONS, type Action } from '../../../../shared/domain/case/action.ts';
import { allowedActions } from '../../../../shared/domain/case/allowed-actions.ts';
import { apply } from '../../../../shared/domain/case/apply.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { judge } from '../../../../shared/domain/case/judge.ts';
import type { Operation } from '../../../../shared/domain/case/operation.ts';
import type { CaseState } from '../../../../shared/domain/case/state.ts';
import type { From } from '../../../../shared/regime/regime.ts';
import { SENIOR_HIGH } from '../../../../shared/regime/senior-high/senior-high.ts';
import {
  aCase,
  aCommit,
  anActor,
  anOperation,
  CLOCK,
  closingTracking,
  completeTracking,
  statesOf,
  TODAY,
  uuidOf,
} from '../../../helpers/case-builders.ts';

/** Judges and applies; the failure's reason where it is refused. */
function done(before: Case | null, operation: Operation): CaseState | string | null {
  const failure = judge(SENIOR_HIGH, before, operation, CLOCK);
  if (failure !== null) return String(failure.detail?.['reason'] ?? failure.code);
  return apply(SENIOR_HIGH, before, { operation, commit: aCommit(9) })?.state ?? null;
}
const caseIn = (state: From) => (state === 'NONE' ? null : aCase({ state }));
const by = (role: Role, kind: Action, over: Parameters<typeof anOperation>[1] = {}) =>
  anOperation(kind, { actor: anActor(role), ...over });

describe('T1–T8 (domain §1.6)', () => {
  test.each([
    ['T1', '[RG6]', 'PRIMARY', 'save', 'NONE', 'DRAFT'],
    ['T1', '[RG6]', 'HOMEROOM', 'save', 'NONE', 'DRAFT'],
    ['T1', '[RG6]', 'COUNSELOR', 'save', 'NONE', 'WRONG_ROLE'],
    ['T1', '[RG6]', 'HEAD', 'submit', 'NONE', 'WRONG_ROLE'],
    ['T1', '[RG6]', 'HOMEROOM', 'submit', 'NONE', 'FILED'],
    ['T1', '[RG6]', 'HOMEROOM', 'save', 'DRAFT', 'DRAFT'],
    ['T2', '[RG7]', 'HOMEROOM', 'submit', 'DRAFT', 'FILED'],
    ['T2', '[RG7]', 'PRIMARY', 'submit', 'DRAFT', 'FILED'],
    ['T2', '[RG7]', 'HOMEROOM', 'submit', 'SENT_BACK', 'FILED'],
    ['T2', '[RG7]', 'HOMEROOM', 'save', 'SENT_BACK', 'SENT_BACK'],
    ['T2', '[RG7]', 'HOMEROOM', 'submit', 'FILED', 'FILED'],
    ['T2', '[RG7]', 'HOMEROOM', 'submit', 'PENDING_REPORT', 'PENDING_REPORT'],
    ['T2', '[RG16]', 'HOMEROOM', 'submit', 'TRACKING', 'ALREADY_REPORTED'],
    ['T2', '[RG16]', 'PRIMARY', 'submit', 'PENDING_CLOSE', 'ALREADY_REPORTED'],
    ['T3', '[RG8]', 'HOMEROOM', 'sendTracking', 'FILED', 'PENDING_REPORT'],
    ['T3', '[RG8]', 'COUNSELOR', 'sendTracking', 'FILED', 'PENDING_REPORT'],
    ['T3', '[RG8]', 'HOMEROOM', 'saveTracking', 'FILED', 'FILED'],
    ['T3', '[RG8]', 'HOMEROOM', 'sendTracking', 'DRAFT', 'NOT_SUBMITTED'],
    ['T4', '[RG9]', 'PRIMARY', 'report', 'PENDING_REPORT', 'TRACKING'],
    ['T4', '[RG9]', 'PRIMARY', 'report', 'FILED', 'NO_SENT_TRACKING'],
    ['T4', '[RG9]', 'HOMEROOM', 'report', 'PENDING_REPORT', 'WRONG_ROLE'],
    ['T4', '[RG9]', 'COUNSELOR', 'report', 'PENDING_REPORT', 'WRONG_ROLE'],
    ['T4', '[RG9]', 'HEAD', 'report', 'PENDING_REPORT', 'WRONG_ROLE'],
    ['T6', '[RG11]', 'PRIMARY', 'close', 'PENDING_CLOSE', 'CLOSED'],
    ['T6', '[RG11]', 'PRIMARY', 'close', 'TRACKING', 'NO_CLOSE_SUGGESTION'],
    ['T6', '[RG11]', 'COUNSELOR', 'close', 'PENDING_CLOSE', 'WRONG_ROLE'],
    ['T6', '[RG11]', 'HOMEROOM', 'close', 'PENDING_CLOSE', 'WRONG_ROLE'],
    ['T7', '[RG12]', 'PRIMARY', 'sendBack', 'FILED', 'SENT_BACK'],
    ['T7', '[RG12]', 'PRIMARY', 'sendBack', 'PENDING_REPORT', 'SENT_BACK'],
    ['T7', '[RG12]', 'PRIMARY', 'sendBack', 'TRACKING', 'ALREADY_REPORTED'],
    ['T7', '[RG12]', 'HOMEROOM', 'sendBack', 'FILED', 'WRONG_ROLE'],
    ['T8', '[RG12]', 'PRIMARY', 'void', 'DRAFT', 'VOIDED'],
    ['T8', '[RG12]', 'PRIMARY', 'void', 'FILED', 'VOIDED'],
    ['T8', '[RG12]', 'PRIMARY', 'void', 'PENDING_REPORT', 'VOIDED'],
    ['T8', '[RG12]', 'PRIMARY', 'void', 'SENT_BACK', 'VOIDED'],
    ['T8', '[RG12]', 'PRIMARY', 'void', 'TRACKING', 'REPORTED_NEEDS_LETTER'],
    ['T8', '[RG12]', 'HOMEROOM', 'void', 'FILED', 'WRONG_ROLE'],
  ] as const)('%s %s %s: %s from %s gives %s', (_t, _rule, role, kind, from, outcome) => {
    expect(done(caseIn(from), by(role, kind))).toBe(outcome);
  });

  test('[RG8] T3’ deleting the only sent record before 通報 gives 已填報', () => {
    const c = aCase({ state: 'PENDING_REPORT' });
    const recordId = c.tracking[0]?.id ?? '';
    expect(done(c, by('HOMEROOM', 'deleteTracking', { recordId }))).toBe('FILED');
  });

  test('[RG10] T5 and T5’ the latest record suggests, and a newer one takes it back', () => {
    const yes = by('COUNSELOR', 'sendTracking', { recordId: uuidOf(1), values: closingTracking() });
    const no = by('COUNSELOR', 'sendTracking', {
      recordId: uuidOf(2),
      values: completeTracking('senior-high'),
    });
    expect(done(aCase({ state: 'TRACKING' }), yes)).toBe('PENDING_CLOSE');
    expect(done(aCase({ state: 'TRACKING' }), no)).toBe('TRACKING');
    expect(done(aCase({ state: 'PENDING_CLOSE' }), no)).toBe('TRACKING');
  });

  test('[RG12] 退回修正 and 作廢 want a reason', () => {
    for (const kind of ['sendBack', 'void'] as const) {
      expect(done(aCase(), by('PRIMARY', kind, { values: {} }))).toBe('FORM_INVALID');
      expect(done(aCase(), by('PRIMARY', kind, { values: { reason: '　' } }))).toBe('FORM_INVALID');
    }
  });
});

/** domain §1.3 as it stands: what each role may do in each state to a case it filed, or did not. */
const TRACK = ['saveTracking', 'sendTracking', 'deleteTracking'] as const;
const MATRIX: Readonly<Record<string, Readonly<Partial<Record<CaseState, readonly Action[]>>>>> = {
  PRIMARY: {
    DRAFT: ['save', 'submit', 'void'],
    FILED: ['submit', ...TRACK, 'sendBack', 'void'],
    PENDING_REPORT: ['submit', ...TRACK, 'report', 'sendBack', 'void'],
    SENT_BACK: ['save', 'submit', ...TRACK, 'void'],
    TRACKING: [...TRACK],
    PENDING_CLOSE: [...TRACK, 'close'],
  },
  HOMEROOM: {
    DRAFT: ['save', 'submit'],
    FILED: ['submit', ...TRACK],
    PENDING_REPORT: ['submit', ...TRACK],
    SENT_BACK: ['save', 'submit', ...TRACK],
    TRACKING: [...TRACK],
    PENDING_CLOSE: [...TRACK],
  },
  COUNSELOR: {
    FILED: [...TRACK],
    PENDING_REPORT: [...TRACK],
    SENT_BACK: [...TRACK],
    TRACKING: [...TRACK],
    PENDING_CLOSE: [...TRACK],
  },
  HEAD: {},
  BUREAU: {},
  ADMIN: {},
};

describe('matrix of acts (domain §1.3)', () => {
  test.each(Object.keys(MATRIX) as Role[])('[RG6] [RG13] %s', (role) => {
    for (const state of statesOf('senior-high')) {
      const verdicts = allowedActions(SENIOR_HIGH, aCase({ state }), anActor(role), TODAY);
      expect(
        ACTIONS.filter((action) => verdicts[action].allowed),
        state,
      ).toEqual(MATRIX[role]?.[state] ?? []);
    }
  });

  test('[RG13] 導師 does none of it to a case that a colleague filed', () => {
    for (const state of statesOf('senior-high')) {
      const c = aCase({ state, filer: anActor('HOMEROOM', { accountId: uuidOf(5) }) });
      const verdicts = allowedActions(SENIOR_HIGH, c, anActor('HOMEROOM'), TODAY);
      expect(
        ACTIONS.filter((action) => verdicts[action].allowed),
        state,
      ).toEqual([]);
    }
  });

  test('[RG13] [security 7.27] 一級主管 writes no tracking', () => {
    expect(done(aCase(), by('HEAD', 'sendTracking'))).toBe('WRONG_ROLE');
  });

  test('[RG12] [A:1342] scenario 62: 作廢 is not offered once reported', () => {
    const voids = statesOf('senior-high').filter(
      (state) => allowedActions(SENIOR_HIGH, aCase({ state }), anActor('PRIMARY'), TODAY).void.allowed,
    );
    expect(voids).toEqual(['DRAFT', 'FILED', 'PENDING_REPORT', 'SENT_BACK']);
  });

  test('[RG9] [RG11] acts that judge the content are refused when it changed meanwhile (I7)', () => {
    const onContent = ACTIONS.filter((action) => SENIOR_HIGH.actions[action]?.onContent === true);
    expect(onContent).toEqual(['save', 'submit', 'report', 'sendBack']);
  });
});
