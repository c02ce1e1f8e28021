import { datePartsOf, findDate, type IsoDate } from './iso-date.ts';

/** 成年: 18 since 112.1.1 [A:1273; 民法 12]. */
export const ADULT_AGE = 18;

/**
 * The same day `years` later, or 1 March where that year has no 29 February: a period of years that
 * finds no corresponding day is full at the end of the last day of the month, 28 February
 * (民法 121, 124; domain §1.9). Throws RangeError outside 1900 to 2910.
 */
export const addYears = (date: IsoDate, years: number): IsoDate => {
  const { year, month, day } = datePartsOf(date);
  const found =
    findDate({ year: year + years, month, day }) ?? findDate({ year: year + years, month: 3, day: 1 });
  if (found === undefined) throw new RangeError('date out of range');
  return found;
};

/** Full years 足歲 on a day; negative before the birth. */
export const ageOn = (birthDate: IsoDate, on: IsoDate): number => {
  const years = datePartsOf(on).year - datePartsOf(birthDate).year;
  return on >= addYears(birthDate, years) ? years : years - 1;
};

/** Whether a person is 18 or older on a day: the day itself counts. */
export const isAdult = (birthDate: IsoDate, on: IsoDate): boolean => ageOn(birthDate, on) >= ADULT_AGE;

/** First day on which a person is 18 滿18歲. Throws RangeError if that lies beyond 2910. */
export const adultOn = (birthDate: IsoDate): IsoDate => addYears(birthDate, ADULT_AGE);
