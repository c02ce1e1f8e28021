import type { DemoPrefix } from '../../central/demo/demo-schools.ts';
import type { DemoStudent } from '../../central/demo/demo-students.ts';
import { demoSamples } from '../../central/demo/samples.ts';
import type { Db } from '../../central/store/database.ts';
import type { StudentFacts } from '../../shared/domain/student/student.ts';
import { TODAY } from './case-builders.ts';

/** Students of the demo by what stands out about them, as of TODAY. */
export const SAMPLES = demoSamples(TODAY);

/** The register's data of a demo student, as a look-up gives them. */
export const factsOf = (student: DemoStudent): StudentFacts => ({
  identityNumber: student.identity_number,
  name: student.name,
  birthDate: student.birth_date,
  studentNumber: student.student_number,
  sex: student.sex,
  schoolSystem: student.school_system,
  department: student.department,
  grade: student.grade,
  className: student.class_name,
  enrolledOn: student.enrolled_on,
  source: 'register',
  asOf: student.as_of,
});

/** The same student as somebody typed him without the register. */
export const typed = (facts: StudentFacts, over: Partial<StudentFacts> = {}): StudentFacts => ({
  identityNumber: facts.identityNumber,
  name: facts.name,
  birthDate: facts.birthDate,
  studentNumber: null,
  sex: null,
  schoolSystem: null,
  department: null,
  grade: null,
  className: null,
  enrolledOn: null,
  source: 'typed',
  asOf: null,
  ...over,
});

const taken = new Map<DemoPrefix, number>();

/** A student of the school whom no other test of this file has had; filings go through. */
export function freshStudent(prefix: DemoPrefix): StudentFacts {
  const index = taken.get(prefix) ?? 0;
  taken.set(prefix, index + 1);
  const student = SAMPLES[prefix].ordinary[index];
  if (student === undefined) throw new RangeError(`no more students of ${prefix}`);
  return factsOf(student);
}

/** The register learns that a student is enrolled at another school, or not at all any more. */
export async function moveStudent(
  db: Db,
  identityNumber: string,
  change: { readonly schoolId?: string; readonly status?: 'ENROLLED' | 'LEFT' },
): Promise<void> {
  await db
    .updateTable('students')
    .set({
      ...(change.schoolId === undefined ? {} : { school_id: change.schoolId }),
      ...(change.status === undefined ? {} : { status: change.status }),
    })
    .where('identity_number', '=', identityNumber)
    .executeTakeFirstOrThrow();
}
