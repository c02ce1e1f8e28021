import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../shared/domain/account/role.ts';
import { ACTIONS, type Action } from '../../../../shared/domain/case/action.ts';
import { allowedActions } from '../../../../shared/domain/case/allowed-actions.ts';
import { apply } from '../../../../shared/domain/case/apply.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { judge } from '../../../../shared/domain/case/judge.ts';
import type { Operation } from '../../../../shared/domain/case/operation.ts';
import type { CaseState } from '../../../../shared/domain/case/state.ts';
import { COMPULSORY } from '../../../../shared/regime/compulsory/compulsory.ts';
import type { From } from '../../../../shared/regime/regime.ts';
import {
  aCase,
  aCommit,
  anActor,
  anOperation,
  CLOCK,
  completeFiling,
  statesOf,
  TODAY,
  uuidOf,
} from '../../../helpers/case-builders.ts';

const regime = 'compulsory';

function done(before: Case | null, operation: Operation): CaseState | string | null {
  const failure = judge(COMPULSORY, before, operation, CLOCK);
  if (failure !== null) return String(failure.detail?.['reason'] ?? failure.code);
  return apply(COMPULSORY, before, { operation, commit: aCommit(9) })?.state ?? null;
}
const caseIn = (state: From) => (state === 'NONE' ? null : aCase({ regime, state }));
const by = (role: Role, kind: Action) => anOperation(kind, { regime, actor: anActor(role) });

describe('B1–B8 (domain §2.2)', () => {
  test.each([
    ['B1', '[RG20]', 'B_HOMEROOM', 'submit', 'NONE', 'SLIP'],
    ['B1', '[RG20]', 'B_REGISTRAR', 'submit', 'NONE', 'SLIP'],
    ['B1', '[RG20]', 'B_DISCIPLINE', 'save', 'NONE', 'DRAFT'],
    ['B1', '[RG20]', 'B_HOMEROOM', 'submit', 'DRAFT', 'SLIP'],
    ['B1', '[RG20]', 'B_HOMEROOM', 'submit', 'SLIP', 'SLIP'],
    ['B1', '[RG20]', 'B_GUIDANCE', 'submit', 'NONE', 'WRONG_ROLE'],
    ['B1', '[RG20]', 'B_SUBJECT', 'save', 'NONE', 'WRONG_ROLE'],
    ['B1', '[RG20]', 'B_HOMEROOM', 'submit', 'DROPOUT', 'ALREADY_REPORTED'],
    ['B2', '[RG21]', 'B_DISCIPLINE', 'report', 'SLIP', 'DROPOUT'],
    ['B2', '[RG21]', 'B_REGISTRAR', 'report', 'SLIP', 'OTHER_OFFICE'],
    ['B2', '[RG21]', 'B_HOMEROOM', 'report', 'SLIP', 'WRONG_ROLE'],
    ['B2', '[RG21]', 'B_DISCIPLINE', 'report', 'DROPOUT', 'ALREADY_REPORTED'],
    ['B3', '[RG22]', 'B_DISCIPLINE', 'find', 'DROPOUT', 'FOUND'],
    ['B3', '[RG22]', 'B_REGISTRAR', 'find', 'DROPOUT', 'WRONG_ROLE'],
    ['B3', '[RG22]', 'B_DISCIPLINE', 'find', 'SLIP', 'NOT_REPORTED'],
    ['B4', '[RG22]', 'B_DISCIPLINE', 'loseAgain', 'FOUND', 'DROPOUT'],
    ['B4', '[RG22]', 'B_DISCIPLINE', 'loseAgain', 'DROPOUT', 'NOT_FOUND_YET'],
    ['B5', '[RG23]', 'B_GUIDANCE', 'acceptReturn', 'DROPOUT', 'RETURNING'],
    ['B5', '[RG23]', 'B_DISCIPLINE', 'acceptReturn', 'FOUND', 'RETURNING'],
    ['B5', '[RG23]', 'B_REGISTRAR', 'acceptReturn', 'FOUND', 'RETURNING'],
    ['B5', '[RG23]', 'B_HOMEROOM', 'acceptReturn', 'FOUND', 'WRONG_ROLE'],
    ['B6', '[RG24]', 'B_REGISTRAR', 'confirmReturn', 'RETURNING', 'RETURNED'],
    ['B6', '[RG24]', 'B_DISCIPLINE', 'confirmReturn', 'RETURNING', 'WRONG_ROLE'],
    ['B6', '[RG24]', 'B_REGISTRAR', 'confirmReturn', 'DROPOUT', 'NOT_RETURNING'],
    ['B8', '[RG25]', 'B_GUIDANCE', 'close', 'RETURNED', 'CLOSED'],
    ['B8', '[RG25]', 'B_REGISTRAR', 'close', 'RETURNED', 'WRONG_ROLE'],
    ['B8', '[RG25]', 'B_GUIDANCE', 'close', 'FOUND', 'NOT_RETURNED'],
  ] as const)('%s %s %s: %s from %s gives %s', (_b, _rule, role, kind, from, outcome) => {
    expect(done(caseIn(from), by(role, kind))).toBe(outcome);
  });

  test.each(['CLASS2', 'CLASS3', 'CLASS4'])(
    '[RG21] [B:20–22] scenarios 83, 84: %s is 註冊組’s',
    (category) => {
      const c = aCase({ regime, values: completeFiling(regime, { category }) });
      expect(done(c, by('B_REGISTRAR', 'report'))).toBe('DROPOUT');
      expect(done(c, by('B_DISCIPLINE', 'report'))).toBe('OTHER_OFFICE');
    },
  );

  test('[RG24] [B:46, 156] scenario 90: 註冊組 confirms the return of the first class too', () => {
    const c = aCase({ regime, state: 'RETURNING', values: completeFiling(regime, { category: 'CLASS1' }) });
    expect(done(c, by('B_REGISTRAR', 'confirmReturn'))).toBe('RETURNED');
  });

  test('[RG23] [B:50] nothing refuses a return: from 復學程序中 a case goes on to 復學 alone', () => {
    const moves = ACTIONS.map((action) => COMPULSORY.actions[action]).flatMap((row) =>
      row === null ? [] : Object.entries(row.moves),
    );
    const out = moves.filter(([from, to]) => from === 'RETURNING' && to !== 'RETURNING');
    expect(out).toEqual([['RETURNING', 'RETURNED']]);
    expect(COMPULSORY.actions.sendBack).toBeNull();
  });

  test('[RG22] the day of 再度失蹤 does not wipe out the 尋獲 of the log', () => {
    const found = aCase({ regime, state: 'FOUND' });
    const lost = apply(COMPULSORY, found, {
      operation: by('B_DISCIPLINE', 'loseAgain'),
      commit: aCommit(9),
    });
    expect(lost?.acts.find).toEqual(found.acts.find);
    expect(lost?.acts.loseAgain).toMatchObject({ lostOn: '2026-11-20' });
    expect(lost?.state).toBe('DROPOUT');
  });
});

const TRACK = ['saveTracking', 'sendTracking', 'deleteTracking'] as const;
const MATRIX: Readonly<Record<string, Readonly<Partial<Record<CaseState, readonly Action[]>>>>> = {
  B_DISCIPLINE: {
    DRAFT: ['save', 'submit', 'void'],
    SLIP: ['submit', ...TRACK, 'report', 'void'],
    DROPOUT: [...TRACK, 'find', 'acceptReturn'],
    FOUND: [...TRACK, 'loseAgain', 'acceptReturn'],
    RETURNING: [...TRACK],
    RETURNED: [...TRACK],
  },
  B_REGISTRAR: {
    DRAFT: ['save', 'submit'],
    SLIP: ['submit', ...TRACK],
    DROPOUT: [...TRACK, 'acceptReturn'],
    FOUND: [...TRACK, 'acceptReturn'],
    RETURNING: [...TRACK, 'confirmReturn'],
    RETURNED: [...TRACK],
  },
  B_GUIDANCE: {
    SLIP: [...TRACK],
    DROPOUT: [...TRACK, 'acceptReturn'],
    FOUND: [...TRACK, 'acceptReturn'],
    RETURNING: [...TRACK],
    RETURNED: [...TRACK, 'close'],
  },
  B_HOMEROOM: {
    DRAFT: ['save', 'submit'],
    SLIP: ['submit', ...TRACK],
    DROPOUT: [...TRACK],
    FOUND: [...TRACK],
    RETURNING: [...TRACK],
    RETURNED: [...TRACK],
  },
  B_SUBJECT: {},
  B_HEAD: {},
  PRIMARY: {},
  ADMIN: {},
};

describe('duties (domain §2.5)', () => {
  test.each(Object.keys(MATRIX) as Role[])('[RG26] %s, of a first-class case that 導師 filed', (role) => {
    for (const state of statesOf(regime)) {
      const verdicts = allowedActions(COMPULSORY, aCase({ regime, state }), anActor(role), TODAY);
      expect(
        ACTIONS.filter((action) => verdicts[action].allowed),
        state,
      ).toEqual(MATRIX[role]?.[state] ?? []);
    }
  });

  test('[RG26] 導師 does none of it to a case that a colleague filed', () => {
    for (const state of statesOf(regime)) {
      const c = aCase({ regime, state, filer: anActor('B_HOMEROOM', { accountId: uuidOf(5) }) });
      const verdicts = allowedActions(COMPULSORY, c, anActor('B_HOMEROOM'), TODAY);
      expect(
        ACTIONS.filter((action) => verdicts[action].allowed),
        state,
      ).toEqual([]);
    }
  });
});
