import { isAdult } from '../../shared/domain/calendar/age.ts';
import type { StudentFacts } from '../../shared/domain/student/student.ts';
import type { Failure, FieldFailure } from '../../shared/failure.ts';
import type { EnrolmentRule, Regime } from '../../shared/regime/regime.ts';
import type { Enrolment, StudentRegister } from '../neighbours/student-register.ts';

export type Registered =
  { readonly ok: true; readonly student: StudentFacts } | { readonly ok: false; readonly failure: Failure };

/** What was typed without the register and is not what it says; data of the register itself are simply renewed. */
function differences(given: StudentFacts, facts: StudentFacts): FieldFailure[] {
  if (given.source === 'register') return [];
  const keys = ['name', 'birthDate'] as const;
  return keys.filter((key) => given[key] !== facts[key]).map((path) => ({ path, code: 'registerDiffers' }));
}

/**
 * 學籍資料勾稽 [A:429] of a filing: the student must be in the register, at this school, as typed, and
 * not 18 by the service's date where that ends it [A:1273–1277].
 */
export async function checkRegister(
  register: StudentRegister,
  regime: Regime,
  given: StudentFacts,
  schoolId: string,
  today: string,
): Promise<Registered> {
  const found = await register.find(given.identityNumber);
  if (found === null) return { ok: false, failure: { code: 'STUDENT_NOT_IN_REGISTER' } };
  if (found.schoolId !== schoolId) return { ok: false, failure: { code: 'STUDENT_ELSEWHERE' } };
  const fields = differences(given, found.facts);
  if (fields.length > 0) return { ok: false, failure: { code: 'REGISTER_DIFFERS', fields } };
  if (regime.adultsEnd && isAdult(found.facts.birthDate, today))
    return { ok: false, failure: { code: 'ADULT' } };
  return { ok: true, student: found.facts };
}

/** 學籍所在比對 (domain §1.8): where the student must be enrolled for a closing reason. */
const ENROLMENT_RULES = {
  ownSchool: (found, schoolId) => found.schoolId === schoolId,
  otherSeniorHigh: (found, schoolId) => found.schoolId !== schoolId && found.seniorHigh,
} as const satisfies Record<EnrolmentRule, (found: Enrolment, schoolId: string) => boolean>;

/** Null when the register agrees with the closing reason, or has nothing to say on it. */
export async function checkEnrolment(
  register: StudentRegister,
  regime: Regime,
  reason: string,
  student: StudentFacts,
  schoolId: string,
): Promise<Failure | null> {
  const rule = regime.enrolmentChecks[reason];
  if (rule === undefined) return null;
  const found = await register.find(student.identityNumber);
  const agrees = found !== null && found.enrolled && ENROLMENT_RULES[rule](found, schoolId);
  return agrees ? null : { code: 'ENROLMENT_MISMATCH', detail: { reason } };
}
