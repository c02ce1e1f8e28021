import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../shared/domain/account/role.ts';
import { ROLES } from '../../../../shared/domain/account/role.ts';
import { ACTIONS, LOCK_REASONS, type LockReason } from '../../../../shared/domain/case/action.ts';
import { allowedActions, mayChangeRecord, maySee } from '../../../../shared/domain/case/allowed-actions.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import type { Regime } from '../../../../shared/regime/regime.ts';
import { RegimeId } from '../../../../shared/regime/regime-id.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import { anyActor, anyCase, anyDay, anyRegime, anyRoles, STAFF } from '../../../helpers/arbitraries.ts';
import {
  aCase,
  anActor,
  aStudent,
  completeFiling,
  OTHER_SCHOOL_ID,
  statesOf,
  TODAY,
  uuidOf,
} from '../../../helpers/case-builders.ts';

const SENIOR = REGIMES['senior-high'];
const COMPULSORY = REGIMES.compulsory;
const regimeOf = (c: Case) => REGIMES[c.regime];

const may = (c: Case, role: Role, action: (typeof ACTIONS)[number], today = TODAY) =>
  allowedActions(regimeOf(c), c, anActor(role), today)[action];
const allowedOf = (regime: Regime, c: Case | null, role: Role, today = TODAY) => {
  const verdicts = allowedActions(regime, c, anActor(role), today);
  return ACTIONS.filter((action) => verdicts[action].allowed);
};
const lock = (reason: LockReason) => ({ allowed: false, reason });
const YES = { allowed: true };

describe('roles', () => {
  test('[CS2] [A:1113–1115] 導師 and 輔導人員 in one account have the union of both rights', () => {
    const both = anActor('HOMEROOM', { roles: ['HOMEROOM', 'COUNSELOR'], accountId: uuidOf(9) });
    const verdicts = allowedActions(SENIOR, aCase(), both, TODAY);
    expect(verdicts.sendTracking).toEqual(YES);
    expect(verdicts.submit).toEqual(lock('NOT_OWN_CASE'));
    expect(allowedActions(SENIOR, null, both, TODAY).submit).toEqual(YES);
  });

  test('[CS2] a role without a grant is never allowed, in any state of any case', () => {
    fc.assert(
      fc.property(anyCase, anyRoles, anyDay, (c, roles, today) => {
        const regime = regimeOf(c);
        const verdicts = allowedActions(regime, c, { ...c.filedBy, roles }, today);
        for (const action of ACTIONS) {
          const granted = regime.actions[action]?.grants.flatMap((grant) => grant.roles) ?? [];
          if (!roles.some((role) => granted.includes(role))) expect(verdicts[action].allowed).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[CS2] more roles never allow less', () => {
    fc.assert(
      fc.property(anyCase, anyRoles, anyRoles, anyDay, (c, some, others, today) => {
        const actor = { ...c.filedBy, roles: some };
        const more = { ...actor, roles: [...new Set([...some, ...others])] };
        const before = allowedActions(regimeOf(c), c, actor, today);
        const after = allowedActions(regimeOf(c), c, more, today);
        for (const action of ACTIONS) expect(after[action].allowed || !before[action].allowed).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('[CS1] any account, any state, any day: an answer for every act, and never a fault', () => {
    fc.assert(
      fc.property(anyCase, anyActor, anyDay, anyRegime, (c, actor, today, regime) => {
        for (const verdicts of [
          allowedActions(regimeOf(c), c, actor, today),
          allowedActions(REGIMES[regime], c, actor, today),
          allowedActions(REGIMES[regime], null, actor, today),
        ]) {
          expect(Object.keys(verdicts)).toEqual([...ACTIONS]);
          for (const verdict of Object.values(verdicts)) {
            if (!verdict.allowed) expect(LOCK_REASONS).toContain(verdict.reason);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[CS1] an act that is allowed moves the case to a state of its regime', () => {
    fc.assert(
      fc.property(anyCase, anyActor, anyDay, (c, actor, today) => {
        const regime = regimeOf(c);
        const verdicts = allowedActions(regime, c, actor, today);
        for (const action of ACTIONS.filter((a) => verdicts[a].allowed)) {
          const to = regime.actions[action]?.moves[c.state];
          expect(to === undefined ? null : regime.states[to]).not.toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('own cases, offices, schools', () => {
  test('[CS3] [CS6] [A:37] [security 7.27] 導師 B neither sees nor tracks what 導師 A filed; 輔導人員 does both', () => {
    const c = aCase({ filer: anActor('HOMEROOM', { accountId: uuidOf(1) }) });
    const b = anActor('HOMEROOM', { accountId: uuidOf(2) });
    expect(maySee(SENIOR, c, b)).toBe(false);
    expect(allowedActions(SENIOR, c, b, TODAY).sendTracking).toEqual(lock('NOT_OWN_CASE'));
    expect(maySee(SENIOR, c, c.filedBy)).toBe(true);
    expect(allowedActions(SENIOR, c, c.filedBy, TODAY).sendTracking).toEqual(YES);
    expect(maySee(SENIOR, c, anActor('COUNSELOR'))).toBe(true);
    expect(may(c, 'COUNSELOR', 'sendTracking')).toEqual(YES);
  });

  test('[CS6] who sees the cases of the school', () => {
    const seeing = (c: Case) => ROLES.filter((role) => maySee(regimeOf(c), c, anActor(role)));
    expect(seeing(aCase({ filer: anActor('PRIMARY') }))).toEqual(['PRIMARY', 'COUNSELOR', 'HEAD']);
    expect(seeing(aCase({ regime: 'compulsory', filer: anActor('B_REGISTRAR') }))).toEqual([
      'B_REGISTRAR',
      'B_DISCIPLINE',
      'B_GUIDANCE',
      'B_HEAD',
    ]);
  });

  test('[CS6] whoever may do anything to a case also sees it', () => {
    fc.assert(
      fc.property(anyCase, anyActor, anyDay, (c, actor, today) => {
        const verdicts = allowedActions(regimeOf(c), c, actor, today);
        if (ACTIONS.some((action) => verdicts[action].allowed))
          expect(maySee(regimeOf(c), c, actor)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['CLASS1', 'B_DISCIPLINE', 'B_REGISTRAR'],
    ['CLASS2', 'B_REGISTRAR', 'B_DISCIPLINE'],
    ['CLASS3', 'B_REGISTRAR', 'B_DISCIPLINE'],
    ['CLASS4', 'B_REGISTRAR', 'B_DISCIPLINE'],
  ] as const)('[CS4] [B:156–157] %s is reported by %s, not by %s', (category, office, other) => {
    const c = aCase({ regime: 'compulsory', values: completeFiling('compulsory', { category }) });
    expect(may(c, office, 'report')).toEqual(YES);
    expect(may(c, other, 'report')).toEqual(lock('OTHER_OFFICE'));
    expect(may(c, 'B_GUIDANCE', 'report')).toEqual(lock('WRONG_ROLE'));
  });

  test('[CS4] a 暫存 without a class may be voided by either office', () => {
    const c = aCase({ regime: 'compulsory', state: 'DRAFT', values: {} });
    expect(may(c, 'B_DISCIPLINE', 'void')).toEqual(YES);
    expect(may(c, 'B_REGISTRAR', 'void')).toEqual(YES);
    expect(may(c, 'B_GUIDANCE', 'void')).toEqual(lock('WRONG_ROLE'));
  });

  test('[CS5] an account of another school sees nothing and is allowed nothing, even as the filer', () => {
    fc.assert(
      fc.property(anyCase, anyActor, anyDay, fc.boolean(), (c, someone, today, same) => {
        const accountId = same ? c.filedBy.accountId : someone.accountId;
        const actor = { ...someone, accountId, schoolId: OTHER_SCHOOL_ID };
        expect(maySee(regimeOf(c), c, actor)).toBe(false);
        expect(ACTIONS.filter((a) => allowedActions(regimeOf(c), c, actor, today)[a].allowed)).toEqual([]);
        for (const { id } of c.tracking) {
          expect(mayChangeRecord(regimeOf(c), c, id, actor)).toEqual(lock('WRONG_ROLE'));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('18 years 滿18歲', () => {
  const adult = aStudent({ birthDate: '2008-11-21' });
  const tomorrow = aStudent({ birthDate: '2008-11-22' });

  test('[CS7] [A:1273–1277] [security 7.7] 18 today locks filing and 通報; 18 tomorrow does not', () => {
    for (const state of ['DRAFT', 'SENT_BACK', 'FILED', 'PENDING_REPORT'] as const) {
      expect(may(aCase({ state, student: adult }), 'PRIMARY', 'submit')).toEqual(lock('ADULT'));
      expect(may(aCase({ state, student: tomorrow }), 'PRIMARY', 'submit')).toEqual(YES);
    }
    expect(may(aCase({ state: 'PENDING_REPORT', student: adult }), 'PRIMARY', 'report')).toEqual(
      lock('ADULT'),
    );
    expect(may(aCase({ state: 'PENDING_REPORT', student: tomorrow }), 'PRIMARY', 'report')).toEqual(YES);
  });

  test('[CS7] born on 29 February: still 17 on 28 February, 18 on 1 March', () => {
    const c = aCase({ state: 'PENDING_REPORT', student: aStudent({ birthDate: '2008-02-29' }) });
    expect(may(c, 'PRIMARY', 'report', '2026-02-28')).toEqual(YES);
    expect(may(c, 'PRIMARY', 'report', '2026-03-01')).toEqual(lock('ADULT'));
  });

  test('[CS7] an unreported case of an adult can still be voided, a reported one tracked and closed', () => {
    expect(may(aCase({ student: adult }), 'PRIMARY', 'void')).toEqual(YES);
    expect(may(aCase({ state: 'TRACKING', student: adult }), 'COUNSELOR', 'sendTracking')).toEqual(YES);
    expect(may(aCase({ state: 'PENDING_CLOSE', student: adult }), 'PRIMARY', 'close')).toEqual(YES);
  });

  test('[CS7] age ends nothing in a compulsory school', () => {
    const c = aCase({ regime: 'compulsory', student: adult });
    expect(may(c, 'B_DISCIPLINE', 'report')).toEqual(YES);
  });
});

describe('records 追蹤紀錄 (domain §1.11)', () => {
  const author = anActor('COUNSELOR');
  const record = (sent: boolean, deleted = false) => ({
    id: uuidOf(0x31),
    author,
    sent,
    deleted,
    writtenAt: '2026-11-20T01:00:00.000Z',
    values: {},
  });
  const change = (c: Case, role: Role) => mayChangeRecord(regimeOf(c), c, uuidOf(0x31), anActor(role));
  const withRecord = (state: Case['state'], sent: boolean, deleted = false) =>
    aCase({ state }, { tracking: [record(sent, deleted)] });

  test('[CS8] 暫存 belongs to its author, before and after 通報', () => {
    for (const state of ['FILED', 'TRACKING'] as const) {
      expect(change(withRecord(state, false), 'COUNSELOR')).toEqual(YES);
      expect(change(withRecord(state, false), 'PRIMARY')).toEqual(lock('RECORD_NOT_YOURS'));
    }
  });

  test('[CS8] a sent one by its author or 主通, only before 通報', () => {
    expect(change(withRecord('PENDING_REPORT', true), 'COUNSELOR')).toEqual(YES);
    expect(change(withRecord('PENDING_REPORT', true), 'PRIMARY')).toEqual(YES);
    expect(change(withRecord('PENDING_REPORT', true), 'HOMEROOM')).toEqual(lock('RECORD_NOT_YOURS'));
    for (const role of ['COUNSELOR', 'PRIMARY'] as const) {
      expect(change(withRecord('TRACKING', true), role)).toEqual(lock('ALREADY_REPORTED'));
    }
  });

  test('[CS8] in an ended case nobody touches any', () => {
    for (const state of ['CLOSED', 'VOIDED'] as const) {
      for (const sent of [true, false]) {
        expect(change(withRecord(state, sent), 'COUNSELOR')).toEqual(lock('CASE_ENDED'));
      }
    }
  });

  test('[CS8] who may not track may not change a record, and a deleted one is missing', () => {
    expect(change(withRecord('FILED', true), 'HEAD')).toEqual(lock('WRONG_ROLE'));
    expect(change(withRecord('FILED', true, true), 'COUNSELOR')).toEqual(lock('RECORD_MISSING'));
    expect(change(aCase(), 'PRIMARY')).toEqual(lock('RECORD_MISSING'));
  });

  test('[CS8] in a compulsory school whoever reports the class takes the place of 主通', () => {
    const c = aCase({ regime: 'compulsory', state: 'SLIP' }, { tracking: [record(true)] });
    expect(change(c, 'B_DISCIPLINE')).toEqual(YES);
    expect(change(c, 'B_REGISTRAR')).toEqual(lock('RECORD_NOT_YOURS'));
  });
});

describe('locks', () => {
  test('[CS1] every lock is reachable', () => {
    const found = new Set<LockReason>();
    const adult = aStudent({ birthDate: '2008-01-01' });
    const own = aCase({ state: 'PENDING_REPORT' });
    for (const id of RegimeId.options) {
      const regime = REGIMES[id];
      const cases = [
        null,
        ...statesOf(id).map((state) => aCase({ regime: id, state })),
        aCase({ student: adult }),
      ];
      for (const c of cases) {
        for (const actor of STAFF) {
          const verdicts = Object.values(allowedActions(regime, c, actor, TODAY));
          for (const verdict of verdicts) if (!verdict.allowed) found.add(verdict.reason);
        }
      }
    }
    for (const [id, role] of [
      [own.tracking[0]?.id ?? '', 'COUNSELOR'],
      [uuidOf(0), 'PRIMARY'],
    ] as const) {
      const verdict = mayChangeRecord(SENIOR, own, id, anActor(role));
      if (!verdict.allowed) found.add(verdict.reason);
    }
    expect([...found].toSorted()).toEqual([...LOCK_REASONS].toSorted());
  });

  test.each([
    ['report', 'DRAFT', 'PRIMARY', 'NOT_SUBMITTED'],
    ['report', 'FILED', 'PRIMARY', 'NO_SENT_TRACKING'],
    ['report', 'FILED', 'HOMEROOM', 'WRONG_ROLE'],
    ['report', 'SENT_BACK', 'PRIMARY', 'SENT_BACK_FIRST'],
    ['report', 'TRACKING', 'PRIMARY', 'ALREADY_REPORTED'],
    ['close', 'PENDING_REPORT', 'PRIMARY', 'NOT_REPORTED'],
    ['close', 'TRACKING', 'PRIMARY', 'NO_CLOSE_SUGGESTION'],
    ['close', 'PENDING_CLOSE', 'COUNSELOR', 'WRONG_ROLE'],
    ['close', 'CLOSED', 'PRIMARY', 'CASE_ENDED'],
    ['void', 'TRACKING', 'PRIMARY', 'REPORTED_NEEDS_LETTER'],
    ['submit', 'TRACKING', 'HOMEROOM', 'ALREADY_REPORTED'],
    ['save', 'FILED', 'HOMEROOM', 'WRONG_STATE'],
    ['find', 'TRACKING', 'PRIMARY', 'NOT_IN_REGIME'],
  ] as const)(
    '[CS1] [A:1294–1296] [security 7.23] %s from %s as %s says %s',
    (action, state, role, reason) => {
      expect(may(aCase({ state }), role, action)).toEqual(lock(reason));
    },
  );

  test.each([
    ['report', 'DRAFT', 'B_DISCIPLINE', 'NOT_SUBMITTED'],
    ['find', 'SLIP', 'B_DISCIPLINE', 'NOT_REPORTED'],
    ['loseAgain', 'DROPOUT', 'B_DISCIPLINE', 'NOT_FOUND_YET'],
    ['confirmReturn', 'FOUND', 'B_REGISTRAR', 'NOT_RETURNING'],
    ['close', 'RETURNING', 'B_GUIDANCE', 'NOT_RETURNED'],
    ['void', 'DROPOUT', 'B_DISCIPLINE', 'REPORTED_NEEDS_LETTER'],
    ['sendBack', 'SLIP', 'B_DISCIPLINE', 'NOT_IN_REGIME'],
  ] as const)('[CS1] compulsory: %s from %s as %s says %s', (action, state, role, reason) => {
    const values = state === 'DRAFT' ? {} : completeFiling('compulsory');
    expect(may(aCase({ regime: 'compulsory', state, values }), role, action)).toEqual(lock(reason));
  });

  test('[CS1] without a case only filing can begin', () => {
    expect(allowedOf(SENIOR, null, 'PRIMARY')).toEqual(['save', 'submit']);
    expect(allowedOf(SENIOR, null, 'HOMEROOM')).toEqual(['save', 'submit']);
    expect(allowedOf(COMPULSORY, null, 'B_HOMEROOM')).toEqual(['save', 'submit']);
    const verdicts = allowedActions(SENIOR, null, anActor('PRIMARY'), TODAY);
    expect(verdicts.sendTracking).toEqual(lock('NO_CASE_YET'));
    expect(verdicts.report).toEqual(lock('NO_CASE_YET'));
  });

  test('[CS11] a closed or voided case allows nobody anything', () => {
    for (const id of RegimeId.options) {
      for (const state of ['CLOSED', 'VOIDED'] as const) {
        const c = aCase({ regime: id, state });
        for (const role of ROLES) expect(allowedOf(REGIMES[id], c, role)).toEqual([]);
      }
    }
  });
});
