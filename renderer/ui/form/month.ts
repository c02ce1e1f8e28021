import {
  addDays,
  datePartsOf,
  dayNumber,
  findDate,
  FIRST_DATE,
  LAST_DATE,
  weekdayOf,
  type IsoDate,
} from '../../../shared/domain/calendar/iso-date.ts';

/** Weeks of the month of `date`, Sunday first; places outside the month are null. */
export function weeksOf(date: IsoDate): readonly (readonly (IsoDate | null)[])[] {
  const { year, month } = datePartsOf(date);
  const days: (IsoDate | null)[] = [];
  for (let day = 1; day <= 31; day += 1) {
    const found = findDate({ year, month, day });
    if (found !== undefined) days.push(found);
  }
  const [first] = days;
  const padded = [...Array<null>(first ? weekdayOf(first) : 0).fill(null), ...days];
  const weeks = [];
  for (let start = 0; start < padded.length; start += 7) {
    weeks.push(Array.from({ length: 7 }, (_, place) => padded[start + place] ?? null));
  }
  return weeks;
}

/** The same day so many months away, or the last day of a shorter month; stays where no day is known. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = datePartsOf(date);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  for (let last = day; last >= 28; last -= 1) {
    const found = findDate({ ...target, day: last });
    if (found !== undefined) return found;
  }
  return findDate({ ...target, day }) ?? date;
}

/** How the keys of a calendar move; undefined for other keys. */
export function moveByKey(key: string, date: IsoDate): IsoDate | undefined {
  const by = (days: number) => {
    const number = dayNumber(date) + days;
    return number < dayNumber(FIRST_DATE) || number > dayNumber(LAST_DATE) ? date : addDays(date, days);
  };
  switch (key) {
    case 'ArrowLeft':
      return by(-1);
    case 'ArrowRight':
      return by(1);
    case 'ArrowUp':
      return by(-7);
    case 'ArrowDown':
      return by(7);
    case 'Home':
      return by(-weekdayOf(date));
    case 'End':
      return by(6 - weekdayOf(date));
    case 'PageUp':
      return addMonths(date, -1);
    case 'PageDown':
      return addMonths(date, 1);
    default:
      return undefined;
  }
}
