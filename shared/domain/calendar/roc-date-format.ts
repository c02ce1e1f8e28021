import { datePartsOf, weekdayOf, type IsoDate } from './iso-date.ts';
import { instantMsOf, taipeiDate, taipeiTime } from './taipei.ts';

/** 民國 year = Gregorian − 1911 (domain §0.4). */
export const ROC_OFFSET = 1911;

/** Weekdays as they stand in brackets behind a date, Sunday first. */
const WEEKDAYS = '日一二三四五六';

const pad = (value: number): string => String(value).padStart(2, '0');

/** `115`; years before 1912 as `民國前1`, so that no date of birth is without a form. */
const rocYearOf = (year: number): string =>
  year > ROC_OFFSET ? String(year - ROC_OFFSET) : `民國前${ROC_OFFSET + 1 - year}`;

/** `115/11/21`, for narrow columns. */
export const formatRocDateShort = (date: IsoDate): string => {
  const { year, month, day } = datePartsOf(date);
  return `${rocYearOf(year)}/${pad(month)}/${pad(day)}`;
};

/** `115/11/21（六）`: how the window shows a date. */
export const formatRocDate = (date: IsoDate): string =>
  `${formatRocDateShort(date)}（${WEEKDAYS.charAt(weekdayOf(date))}）`;

/** `115年11月21日`: how letters and forms write it. */
export const formatRocDateLong = (date: IsoDate): string => {
  const { year, month, day } = datePartsOf(date);
  return `${rocYearOf(year)}年${month}月${day}日`;
};

/** `1151121`, always seven digits from 民國 1 on. Throws RangeError for a day before 1912. */
export const formatRocDigits = (date: IsoDate): string => {
  const { year, month, day } = datePartsOf(date);
  if (year <= ROC_OFFSET) throw new RangeError('no digits for a day before 民國 1');
  return `${String(year - ROC_OFFSET).padStart(3, '0')}${pad(month)}${pad(day)}`;
};

/** `115/11/21 14:32` in Taipei. Throws RangeError for a text that is no instant with its zone. */
export const formatRocDateTime = (isoInstant: string): string => {
  const instantMs = instantMsOf(isoInstant);
  return `${formatRocDateShort(taipeiDate(instantMs))} ${taipeiTime(instantMs)}`;
};
