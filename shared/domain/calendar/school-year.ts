import { datePartsOf, type IsoDate } from './iso-date.ts';
import { ROC_OFFSET } from './roc-date-format.ts';

/** 學年度: from 1 August to 31 July, numbered in 民國 years (domain §0.4; 學年學期假期辦法 art. 3). */
export const schoolYear = (date: IsoDate): number => {
  const { year, month } = datePartsOf(date);
  return (month >= 8 ? year : year - 1) - ROC_OFFSET;
};

/** 學期: the first from 1 August to 31 January, the second from 1 February to 31 July. */
export interface Semester {
  readonly schoolYear: number;
  readonly term: 1 | 2;
  readonly starts: IsoDate;
  /** Legal end, on which automatic closing runs, not the last class day (domain §0.4). */
  readonly ends: IsoDate;
}

export const semester = (date: IsoDate): Semester => {
  const year = schoolYear(date);
  const { month } = datePartsOf(date);
  const first = year + ROC_OFFSET;
  return month >= 2 && month <= 7
    ? { schoolYear: year, term: 2, starts: `${first + 1}-02-01`, ends: `${first + 1}-07-31` }
    : { schoolYear: year, term: 1, starts: `${first}-08-01`, ends: `${first + 1}-01-31` };
};
