import { IsoDate } from '../../../shared/domain/calendar/iso-date.ts';
import type { FieldFailure } from '../../../shared/failure.ts';
import type { CoreInput } from '../../bridge/queries.ts';

/** What narrows the history; dates are ISO, or the text as typed while it is no day; empty is open. */
export interface HistoryFilters {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export const NO_FILTERS: HistoryFilters = { from: '', to: '', text: '' };

/** Lines that are read at once. */
export const HISTORY_SIZE = 50;

const findDate = (typed: string): IsoDate | null => {
  const parsed = IsoDate.safeParse(typed);
  return parsed.success ? parsed.data : null;
};

/** What is wrong with the dates, by field. */
export function filterProblem({ from, to }: HistoryFilters, side: 'from' | 'to'): FieldFailure | undefined {
  const typed = side === 'from' ? from : to;
  if (typed !== '' && findDate(typed) === null) return { path: side, code: 'dateFormat' };
  const [first, last] = [findDate(from), findDate(to)];
  const reversed = side === 'to' && first !== null && last !== null && last < first;
  return reversed ? { path: side, code: 'rangeReversed' } : undefined;
}

/** The question to central; null while the dates can not be searched. */
export function historyQuery(filters: HistoryFilters, before: number | null): CoreInput<'audit.list'> | null {
  if (filterProblem(filters, 'from') !== undefined || filterProblem(filters, 'to') !== undefined) return null;
  return {
    from: findDate(filters.from),
    to: findDate(filters.to),
    text: filters.text.trim().slice(0, 60),
    before,
    limit: HISTORY_SIZE,
  };
}
