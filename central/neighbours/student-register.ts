import type { StudentFacts } from '../../shared/domain/student/student.ts';
import type { Db } from '../store/database.ts';

/** One student as 學籍系統 knows him: facts, and where the enrolment lies (domain §1.8). */
export interface Enrolment {
  readonly facts: StudentFacts;
  readonly schoolId: string;
  /** That school has a senior high part 高中職. */
  readonly seniorHigh: boolean;
  /** 在學 */
  readonly enrolled: boolean;
}

/** 學籍系統 (domain §1.15): a look-up by normalised identity number; null where nobody has it. */
export interface StudentRegister {
  readonly find: (identityNumber: string) => Promise<Enrolment | null>;
}

/** The register as seen from a transaction; a register elsewhere takes no notice of it. */
export type RegisterFor = (db: Db) => StudentRegister;

/** The default: the table `students`, filled by import, with its as-of date. */
export const embeddedRegister: RegisterFor = (db) => ({
  find: async (identityNumber) => {
    const row = await db
      .selectFrom('students')
      .innerJoin('schools', 'schools.id', 'students.school_id')
      .selectAll('students')
      .select('schools.has_senior_high')
      .where('identity_number', '=', identityNumber)
      .executeTakeFirst();
    if (row === undefined) return null;
    const facts: StudentFacts = {
      identityNumber: row.identity_number,
      name: row.name,
      birthDate: row.birth_date,
      studentNumber: row.student_number,
      sex: row.sex,
      schoolSystem: row.school_system,
      department: row.department,
      grade: row.grade,
      className: row.class_name,
      enrolledOn: row.enrolled_on,
      source: 'register',
      asOf: row.as_of,
    };
    const enrolled = row.status === 'ENROLLED';
    return { facts, schoolId: row.school_id, seniorHigh: row.has_senior_high, enrolled };
  },
});
