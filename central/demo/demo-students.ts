import { addYears, isAdult } from '../../shared/domain/calendar/age.ts';
import { addDays, type IsoDate } from '../../shared/domain/calendar/iso-date.ts';
import { ROC_OFFSET } from '../../shared/domain/calendar/roc-date-format.ts';
import { schoolYear } from '../../shared/domain/calendar/school-year.ts';
import type { Sex } from '../../shared/domain/identity/kind.ts';
import { makeIdentityNumber } from '../../shared/domain/identity/make.ts';
import type { StudentsTable } from '../store/database.ts';
import { makeName } from './demo-names.ts';
import { DEMO_SCHOOLS, type DemoPrefix, type DemoSchool, type Part } from './demo-schools.ts';
import { makeRandom, pick } from './random.ts';

/** What stands out about a student; `plain` is everybody else. */
export type Kind = 'plain' | 'adultTomorrow' | 'adultToday' | 'noNumber' | 'suspended';

export interface DemoStudent extends StudentsTable {
  readonly prefix: DemoPrefix;
  readonly kind: Kind;
}

/** Codes of table `grade`; `first` is the year of schooling that the first of them is. */
const GRADES = {
  'senior-high': { first: 10, codes: ['1', '2', '3'] },
  'junior-high': { first: 7, codes: ['J7', 'J8', 'J9'] },
  elementary: { first: 1, codes: ['E1', 'E2', 'E3', 'E4', 'E5', 'E6'] },
} as const satisfies Record<Part, { first: number; codes: readonly string[] }>;

const LETTERS = ['P', 'N', 'B', 'L', 'Q', 'D', 'A', 'F'] as const;
const CLASSES = ['一', '二', '三', '四', '五', '六'] as const;

/** The first of each part are the ones with a story, so that they are easy to find. */
const kindOf = (part: Part, index: number): Kind => {
  if (part === 'senior-high' && index < 4) return 'adultTomorrow';
  if (part === 'senior-high' && index < 8) return 'adultToday';
  if (index < 12) return 'noNumber';
  return index < 16 ? 'suspended' : 'plain';
};

/** Born between 2 September and 1 September: a child starts school at six (強迫入學條例施行細則 art. 2). */
function birthDateOf(random: () => number, kind: Kind, yearOfSchooling: number, today: IsoDate): IsoDate {
  if (kind === 'adultTomorrow') return addYears(addDays(today, 1), -18);
  if (kind === 'adultToday') {
    const born = addYears(today, -18);
    // On 29 February nobody comes of age: then those of the day before.
    return isAdult(born, today) ? born : addDays(born, -1);
  }
  const firstDay = `${schoolYear(today) + ROC_OFFSET - yearOfSchooling - 6}-09-02`;
  return addDays(firstDay, Math.floor(random() * 365));
}

const secondOf = (random: () => number, sex: Sex) =>
  random() < 0.02 ? ({ male: '8', female: '9' } as const)[sex] : ({ male: '1', female: '2' } as const)[sex];

interface Seat {
  readonly school: DemoSchool;
  readonly part: Part;
  /** Number within the part, and over all schools. */
  readonly index: number;
  readonly serial: number;
}

function makeStudent({ school, part, index, serial }: Seat, today: IsoDate): DemoStudent {
  // Own randomness for each: a roster that grows changes nobody else.
  const random = makeRandom(serial);
  const kind = kindOf(part, index);
  const grades = GRADES[part];
  // Who is about to be 18 is in the last grade; the others are spread.
  const year =
    kind === 'adultTomorrow' || kind === 'adultToday' ? grades.codes.length - 1 : index % grades.codes.length;
  const sex: Sex = random() < 0.5 ? 'male' : 'female';
  const [schoolSystem, department] = school.departments[index % Math.max(1, school.departments.length)] ?? [];
  const senior = part === 'senior-high';
  const entered = schoolYear(today) - year;
  return {
    prefix: school.prefix,
    kind,
    identity_number: makeIdentityNumber({
      letter: pick(random, LETTERS),
      second: secondOf(random, sex),
      serial,
    }),
    name: makeName(random, sex),
    birth_date: birthDateOf(random, kind, grades.first + year, today),
    school_id: school.id,
    student_number: kind === 'noNumber' ? null : `${entered}${String(index + 1).padStart(4, '0')}`,
    sex,
    school_system: senior ? (schoolSystem ?? null) : part === 'junior-high' ? 'JUNIOR_HIGH' : 'ELEMENTARY',
    department: senior ? (department ?? null) : null,
    grade: grades.codes[year] ?? null,
    class_name: `${CLASSES[year] ?? '一'}年${CLASSES[Math.floor(random() * 6)] ?? '一'}班`,
    enrolled_on: `${entered + ROC_OFFSET}-08-${senior ? '30' : '29'}`,
    status: kind === 'suspended' ? 'SUSPENDED' : 'ENROLLED',
    as_of: today,
  };
}

/** First serial: characters three to nine of all demo numbers lie from here on. */
const FIRST_SERIAL = 2_345_000;

/** The rosters of all demo schools for a day: the same for everybody, made by formula, nobody real. */
export function makeDemoStudents(today: IsoDate): DemoStudent[] {
  const seats = DEMO_SCHOOLS.flatMap((school) =>
    (Object.keys(GRADES) as Part[]).flatMap((part) =>
      Array.from({ length: school.students[part] ?? 0 }, (_, index) => ({ school, part, index })),
    ),
  );
  return seats.map((seat, at) => makeStudent({ ...seat, serial: FIRST_SERIAL + at * 37 }, today));
}

/** A student that a filing goes through for: in school, with 學號, not 18 for another month. */
export const isOrdinary = (student: DemoStudent, today: IsoDate): boolean =>
  student.kind === 'plain' && !isAdult(student.birth_date, addDays(today, 31));
