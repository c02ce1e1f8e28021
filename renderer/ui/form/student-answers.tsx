import type { StudentFacts } from '../../../shared/domain/student/student.ts';
import { groupIdentityNumber } from '../../../shared/domain/identity/normalise.ts';
import type { Translate } from '../../../shared/text/index.ts';
import { useFormat, useText, type Format } from '../../bridge/text.ts';
import { Answers, type Answer } from './answers.tsx';

const coded = (t: Translate, table: string, code: string | null) =>
  code === null ? '' : t(`${table}.${code}`);

/** What is known of the student, in the order of the form; typed data know name and birth date only. */
function rowsOf(student: StudentFacts, t: Translate, format: Format): readonly Answer[] {
  const date = (value: string | null) => (value === null ? '' : format.date(value));
  const known: readonly (readonly [string, string])[] = [
    ['name', student.name],
    ['identityNumber', groupIdentityNumber(student.identityNumber)],
    ['birthDate', date(student.birthDate)],
  ];
  const register: readonly (readonly [string, string])[] = [
    ['studentNumber', student.studentNumber ?? ''],
    ['sex', coded(t, 'sex', student.sex)],
    ['schoolSystem', coded(t, 'schoolSystem', student.schoolSystem)],
    ['department', student.department ?? ''],
    ['grade', coded(t, 'grade', student.grade)],
    ['className', student.className ?? ''],
    ['enrolledOn', date(student.enrolledOn)],
    ['asOf', date(student.asOf)],
  ];
  const rows = student.source === 'register' ? [...known, ...register] : known;
  return rows.map(([id, text]) => ({ id, label: t(`field.${id}`), text }));
}

/** 個人資料: register data, read-only because they are corrected in the register [A:1290–1292]. */
export function StudentAnswers({ student }: { readonly student: StudentFacts }) {
  const t = useText();
  const format = useFormat();
  return <Answers rows={rowsOf(student, t, format)} />;
}
