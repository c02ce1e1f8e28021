import type { IsoDate } from '../../shared/domain/calendar/iso-date.ts';
import { DEMO_SCHOOLS, type DemoPrefix } from './demo-schools.ts';
import { isOrdinary, makeDemoStudents, type DemoStudent } from './demo-students.ts';

/** Students of one school for a story, by what the register says of them. */
export interface SchoolSamples {
  /** Filings go through. */
  readonly ordinary: readonly DemoStudent[];
  readonly adultTomorrow: readonly DemoStudent[];
  readonly adultToday: readonly DemoStudent[];
  readonly withoutNumber: readonly DemoStudent[];
  /** Enrolled at another school of the demo. */
  readonly elsewhere: readonly DemoStudent[];
}

const MANY = 40;

/** Computed alone, without a database: what seedDemo() has written on that day. */
export function demoSamples(today: IsoDate): Readonly<Record<DemoPrefix, SchoolSamples>> {
  const students = makeDemoStudents(today);
  const of = (prefix: DemoPrefix): SchoolSamples => {
    const own = students.filter((student) => student.prefix === prefix);
    const kind = (wanted: DemoStudent['kind']) => own.filter((student) => student.kind === wanted);
    return {
      ordinary: own.filter((student) => isOrdinary(student, today)).slice(0, MANY),
      adultTomorrow: kind('adultTomorrow'),
      adultToday: kind('adultToday'),
      withoutNumber: kind('noNumber'),
      elsewhere: students
        .filter((other) => other.prefix !== prefix && isOrdinary(other, today))
        .slice(0, MANY),
    };
  };
  const samples = DEMO_SCHOOLS.map(({ prefix }) => [prefix, of(prefix)] as const);
  return Object.fromEntries(samples) as Record<DemoPrefix, SchoolSamples>;
}
