import type { CaseSort } from '../../../shared/contract/core.ts';
import { addYears } from '../../../shared/domain/calendar/age.ts';
import type { IsoDate } from '../../../shared/domain/calendar/iso-date.ts';
import type { CaseState } from '../../../shared/domain/case/state.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import type { CoreInput } from '../../bridge/queries.ts';

/** What the list shows; kept while one is away. */
export interface Filters {
  /** 開始日期, 結束日期 on 填報日期, both included. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly state: CaseState | null;
  readonly text: string;
  readonly sort: CaseSort;
  readonly descending: boolean;
}

/** The last twelve months, all states, newest first (domain §1.10). */
export const defaultFilters = (today: IsoDate): Filters => ({
  from: addYears(today, -1),
  to: today,
  state: null,
  text: '',
  sort: 'filedAt',
  descending: true,
});

/** Rows of the first page, which should come at once, and of the later ones, read while one scrolls. */
export const FIRST_ROWS = 100;
export const NEXT_ROWS = 200;

export const queryOf = (
  regime: RegimeId,
  filters: Filters,
  cursor: string | null,
): CoreInput<'case.list'> => ({
  ...filters,
  regime,
  text: filters.text.trim().slice(0, 60),
  cursor,
  limit: cursor === null ? FIRST_ROWS : NEXT_ROWS,
});

/** A press on a heading: the same column turns round, another one begins upwards. */
export const sortedBy = (filters: Filters, sort: CaseSort): Filters => ({
  ...filters,
  sort,
  descending: filters.sort === sort ? !filters.descending : false,
});

/** Whether something is narrowed beyond the defaults; the order of rows narrows nothing. */
export const isNarrowed = (filters: Filters, today: IsoDate): boolean => {
  const { from, to } = defaultFilters(today);
  return filters.from !== from || filters.to !== to || filters.state !== null || filters.text.trim() !== '';
};
