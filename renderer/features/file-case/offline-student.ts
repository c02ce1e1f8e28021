import type { StudentFacts } from '../../../shared/domain/student/student.ts';
import { smallForm } from '../../../shared/forms/form.ts';
import { textOf, type FormValues } from '../../../shared/forms/values.ts';

/** What is typed of the student while the register cannot be reached (「連線後檢查」). */
export const OFFLINE_STUDENT = smallForm('student', [
  { id: 'name', kind: 'text', max: 60, required: true, span: 2 },
  { id: 'birthDate', kind: 'date', required: true, notFuture: true, span: 2 },
]);

/** Checked answers as student data; everything else is for the register to say. */
export const typedStudent = (identityNumber: string, values: FormValues): StudentFacts => ({
  identityNumber,
  name: textOf(values, 'name'),
  birthDate: textOf(values, 'birthDate'),
  studentNumber: null,
  sex: null,
  schoolSystem: null,
  department: null,
  grade: null,
  className: null,
  enrolledOn: null,
  source: 'typed',
  asOf: null,
});
