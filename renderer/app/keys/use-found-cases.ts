import type { CaseRow } from '../../../shared/contract/core.ts';
import { addYears } from '../../../shared/domain/calendar/age.ts';
import { RANGE_MAX_YEARS } from '../../../shared/domain/calendar/date-range.ts';
import { normaliseSearch } from '../../../shared/domain/plain-text/search.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import { todayInTaipei } from '../../bridge/now.ts';
import { useCoreQuery, type CoreInput } from '../../bridge/queries.ts';

/** Cases of each regime that are shown at most. */
const SHOWN = 8;

const queryOf = (regime: RegimeId, text: string): CoreInput<'case.list'> => ({
  regime,
  from: addYears(todayInTaipei(), -RANGE_MAX_YEARS),
  to: todayInTaipei(),
  state: null,
  text,
  sort: 'filedAt',
  descending: true,
  cursor: null,
  limit: SHOWN,
});

/** Cases of the last years in which the text stands; none while nothing is typed. */
export function useFoundCases(listed: readonly RegimeId[], typed: string): readonly CaseRow[] {
  const text = normaliseSearch(typed).slice(0, 60);
  const options = (regime: RegimeId) => ({
    enabled: text !== '' && listed.includes(regime),
    keepPrevious: true,
  });
  const seniorHigh = useCoreQuery('case.list', queryOf('senior-high', text), options('senior-high'));
  const compulsory = useCoreQuery('case.list', queryOf('compulsory', text), options('compulsory'));
  if (text === '') return [];
  return [...(seniorHigh.data?.rows ?? []), ...(compulsory.data?.rows ?? [])];
}
