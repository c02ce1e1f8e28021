import { accept, refuse, type Checked } from '../plain-text/checked.ts';
import { ageOn } from './age.ts';
import { addDays, type IsoDate } from './iso-date.ts';

/** Longest range that a list or a report may ask for (security 7.9). */
export const RANGE_MAX_YEARS = 5;

export interface DateRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A range of days, both included. Failures: `rangeReversed`; `rangeTooLong` {years}. */
export const checkDateRange = (
  from: IsoDate,
  to: IsoDate,
): Checked<DateRange, 'rangeReversed' | 'rangeTooLong'> => {
  if (to < from) return refuse('rangeReversed');
  // Counted back from the end, so that no day beyond the calendar is ever asked for.
  if (to > from && ageOn(from, addDays(to, -1)) >= RANGE_MAX_YEARS)
    return refuse('rangeTooLong', { years: RANGE_MAX_YEARS });
  return accept({ from, to });
};
