import { CASE_STATES } from '../../../shared/domain/case/state.ts';
import { categoryOf, type Case } from '../../../shared/domain/case/case.ts';
import { taipeiDate } from '../../../shared/domain/calendar/taipei.ts';
import { normaliseSearch } from '../../../shared/domain/plain-text/search.ts';
import { fieldsOf } from '../../../shared/forms/form.ts';
import { codesOfField } from '../../../shared/forms/options.ts';
import { textOf } from '../../../shared/forms/values.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import type { CaseIndex } from './rows.ts';

/** Codes sort as their table lists them, what is empty first. */
const rank = (codes: readonly string[], code: string | null): string =>
  code === null || code === '' ? '' : String(codes.indexOf(code) + 1).padStart(3, '0');

const instant = (text: string | null): string => (text === null ? '' : new Date(text).toISOString());

const causesOf = (regime: Regime): readonly string[] => {
  const field = fieldsOf(regime.filingForm).find(({ id }) => id === 'mainCause');
  return field === undefined ? [] : (codesOfField(field, '') ?? []);
};

/** The columns of the list for a folded case. */
export function indexOf(c: Case): CaseIndex {
  const regime = REGIMES[c.regime];
  const filedAt = instant(c.filedAt ?? c.openedAt);
  return {
    caseId: c.id,
    regime: c.regime,
    schoolId: c.schoolId,
    filedBy: c.filedBy.accountId,
    state: c.state,
    filedDay: taipeiDate(Date.parse(filedAt)),
    identityNumber: c.student.identityNumber,
    search: [c.student.name, c.student.studentNumber, c.caseNumber]
      .map((text) => normaliseSearch(text ?? ''))
      .join('\n'),
    sort: {
      caseNumber: c.caseNumber ?? '',
      studentNumber: c.student.studentNumber ?? '',
      name: c.student.name,
      category: rank(Object.keys(regime.closeReasons), categoryOf(c)),
      mainCause: rank(causesOf(regime), textOf(c.values, 'mainCause')),
      filedByName: c.filedBy.name,
      filedAt,
      closeReason: rank(Object.values(regime.closeReasons).flat(), c.closeReason),
      state: rank(CASE_STATES, c.state),
      reportedAt: instant(c.reportedAt),
      closedAt: instant(c.closedAt),
    },
  };
}
