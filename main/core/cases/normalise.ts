import type { Clock } from '../../../shared/domain/case/judge.ts';
import { formContext, formOf, modeOf } from '../../../shared/domain/case/judge.ts';
import type { Action } from '../../../shared/domain/case/action.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { checkIdentityNumber } from '../../../shared/domain/identity/check.ts';
import { cleanText } from '../../../shared/domain/plain-text/clean-text.ts';
import type { StudentFacts } from '../../../shared/domain/student/student.ts';
import { checkForm } from '../../../shared/forms/check-form.ts';
import type { FormValues } from '../../../shared/forms/values.ts';
import type { Regime } from '../../../shared/regime/regime.ts';

/**
 * Answers in the form in which they are stored. What does not pass stays as it was typed, so that
 * judge() names it.
 */
export function normaliseValues(
  regime: Regime,
  action: Action,
  values: FormValues,
  c: Case | null,
  enrolledOn: string | null,
  clock: Clock,
): FormValues {
  const form = formOf(regime, action);
  if (form === null) return values;
  const checked = checkForm(form, values, modeOf(action), formContext(c, enrolledOn, clock));
  const unknown = Object.entries(values).filter(([id]) =>
    checked.failures.some(({ path, code }) => path === id && code === 'unknownField'),
  );
  return { ...checked.values, ...Object.fromEntries(unknown) };
}

const clean = (text: string | null): string | null => {
  const cleaned = text === null ? null : cleanText(text, { multiline: false });
  return cleaned?.ok === true ? cleaned.value : text;
};

/** Number, name and the register's texts in stored form, where they pass. */
export function normaliseStudent(student: StudentFacts): StudentFacts {
  const number = checkIdentityNumber(student.identityNumber);
  const { studentNumber, schoolSystem, department, grade, className } = student;
  return {
    ...student,
    identityNumber: number.ok ? number.value.number : student.identityNumber,
    name: clean(student.name) ?? '',
    studentNumber: clean(studentNumber),
    schoolSystem: clean(schoolSystem),
    department: clean(department),
    grade: clean(grade),
    className: clean(className),
  };
}
