import type { TermId } from '../../regime/regime.ts';
import { REGIMES } from '../../regime/regimes.ts';
import { textOf } from '../../forms/values.ts';
import { addYears, adultOn } from '../calendar/age.ts';
import { CALENDAR_115 } from '../calendar/calendar-115.ts';
import { IsoDate } from '../calendar/iso-date.ts';
import { addWorkingDays } from '../calendar/school-calendar.ts';
import { schoolYear } from '../calendar/school-year.ts';
import type { Case } from './case.ts';

/** 協助復學 within five working days of the application [B:50]. */
const RETURN_DAYS = 5;
/** 超齡: after the school year of the fifteenth birthday (domain §2.2 B9). */
const OVER_AGE = 15;

/** How each term is counted; null where the case does not say from when. */
const COUNTED: Readonly<Record<TermId, (c: Case) => IsoDate | null>> = {
  returnHelp: (c) => {
    const applied = IsoDate.safeParse(textOf(c.acts.acceptReturn ?? {}, 'appliedOn'));
    return applied.success ? addWorkingDays(CALENDAR_115, applied.data, RETURN_DAYS) : null;
  },
  adult: (c) => adultOn(c.student.birthDate),
  overAge: (c) => {
    const year = schoolYear(addYears(c.student.birthDate, OVER_AGE)) + 1911 + 1;
    return `${year}-07-31`;
  },
};

export interface Term {
  readonly term: TermId;
  /** Last day in time, or the day on which the case ends by itself. */
  readonly date: IsoDate;
}

/** The next date that an open case runs towards; null when there is none. */
export function findTerm(c: Case): Term | null {
  const found = REGIMES[c.regime].terms
    .filter(({ states }) => states.includes(c.state))
    .flatMap(({ term }) => {
      const date = COUNTED[term](c);
      return date === null ? [] : [{ term, date }];
    })
    .sort((one, other) => one.date.localeCompare(other.date));
  return found[0] ?? null;
}
