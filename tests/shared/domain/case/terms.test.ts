import { describe, expect, test } from 'vitest';
import { findTerm } from '../../../../shared/domain/case/terms.ts';
import { CASE_STATES } from '../../../../shared/domain/case/state.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import { aCase } from '../../../helpers/case-builders.ts';

describe('[CS28] the next date of an open case', () => {
  test('a senior high case ends by itself on the 18th birthday', () => {
    const c = aCase({ state: 'TRACKING' });
    const student = { ...c.student, birthDate: '2009-02-28' };
    expect(findTerm({ ...c, student })).toEqual({ term: 'adult', date: '2027-02-28' });
  });

  test('domain §2.2 B9: born 2010-09-15 until 31 July 2026, born 2011-08-01 until 31 July 2027', () => {
    const c = aCase({ regime: 'compulsory', state: 'DROPOUT' });
    const born = (birthDate: string) => findTerm({ ...c, student: { ...c.student, birthDate } });
    expect(born('2010-09-15')).toEqual({ term: 'overAge', date: '2026-07-31' });
    expect(born('2011-08-01')).toEqual({ term: 'overAge', date: '2027-07-31' });
  });

  test('domain §0.4: five working days after Wed 2026-09-23 are over on 2026-10-02, before 超齡', () => {
    const c = aCase({ regime: 'compulsory', state: 'DROPOUT' });
    const returning = {
      ...c,
      state: 'RETURNING' as const,
      student: { ...c.student, birthDate: '2012-05-05' },
      acts: { acceptReturn: { appliedOn: '2026-09-23' } },
    };
    expect(findTerm(returning)).toEqual({ term: 'returnHelp', date: '2026-10-02' });
    expect(findTerm({ ...returning, acts: {} })?.term).toBe('overAge');
  });

  test('an ended case has none, an open one always has one', () => {
    for (const regime of Object.values(REGIMES)) {
      for (const state of CASE_STATES) {
        const row = regime.states[state];
        if (row === null) continue;
        const c = { ...aCase(), regime: regime.id, state };
        expect([state, findTerm(c) !== null]).toEqual([state, row.phase !== 'ended']);
      }
    }
  });
});
