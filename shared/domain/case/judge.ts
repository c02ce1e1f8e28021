import { fail, type Failure } from '../../failure.ts';
import { checkForm, type FormContext, type FormMode } from '../../forms/check-form.ts';
import type { FormDef } from '../../forms/form.ts';
import { textOf, type FormValues } from '../../forms/values.ts';
import type { Regime } from '../../regime/regime.ts';
import { isAdult } from '../calendar/age.ts';
import { taipeiDate } from '../calendar/taipei.ts';
import { checkIdentityNumber } from '../identity/check.ts';
import { cleanText } from '../plain-text/clean-text.ts';
import { checkName } from '../plain-text/name.ts';
import type { StudentFacts } from '../student/student.ts';
import { canonicalJson } from '../canonical/canonical-json.ts';
import type { Action, LockReason } from './action.ts';
import { allowedActions, mayChangeRecord } from './allowed-actions.ts';
import { categoryOf, type Case } from './case.ts';
import type { Operation } from './operation.ts';

export interface Clock {
  /** Date in Taipei. */
  readonly today: string;
  /** ISO instant. */
  readonly now: string;
}

const MODES = { save: 'partial', saveTracking: 'partial' } as const satisfies Partial<
  Record<Action, FormMode>
>;

/** Whether an act asks for all required answers. */
export const modeOf = (action: Action): FormMode => (action in MODES ? 'partial' : 'complete');

/** The form an act carries; null for acts without answers of their own. */
export const formOf = (regime: Regime, action: Action): FormDef | null =>
  regime.actions[action]?.form ?? null;

/** What the checks of a form may know of its case. */
export function formContext(
  c: Pick<Case, 'values' | 'student' | 'filedAt' | 'openedAt'> | null,
  enrolledOn: string | null,
  clock: Clock,
): FormContext {
  const leftOn = c === null ? '' : textOf(c.values, 'leftOn');
  const filed = c === null ? null : (c.filedAt ?? c.openedAt);
  return {
    ...clock,
    category: c === null ? '' : categoryOf(c),
    dates: {
      ...(enrolledOn === null ? {} : { enrolledOn }),
      ...(leftOn === '' ? {} : { leftOn }),
      ...(filed === null ? {} : { filedOn: taipeiDate(Date.parse(filed)) }),
    },
  };
}

/** Locks that lie in the person, not in the case: 403 instead of 409 (security 7.27). */
const OF_RIGHT: readonly LockReason[] = ['WRONG_ROLE', 'NOT_OWN_CASE', 'OTHER_OFFICE', 'RECORD_NOT_YOURS'];

const locked = (reason: LockReason): Failure =>
  reason === 'ADULT'
    ? { code: 'ADULT' }
    : { code: OF_RIGHT.includes(reason) ? 'FORBIDDEN' : 'NOT_ALLOWED', detail: { reason } };

/**
 * The whole decision on one operation from what the case, the person and the day say: right, state,
 * form, closing reason. Null when it may be applied. The desktop asks before saving, central asks
 * again in its transaction; what only central knows (duplicates, register, order) it adds itself.
 */
export function judge(regime: Regime, before: Case | null, op: Operation, clock: Clock): Failure | null {
  const verdict = allowedActions(regime, before, op.actor, clock.today)[op.kind];
  if (!verdict.allowed)
    return changesCategory(before, op) ? { code: 'CATEGORY_FIXED' } : locked(verdict.reason);
  switch (op.kind) {
    case 'save':
    case 'submit':
      return judgeFiling(regime, before, op, clock);
    case 'deleteTracking':
      return refusedRecord(regime, before, op.payload.recordId, op);
    case 'saveTracking':
    case 'sendTracking': {
      const rewritten = before?.tracking.some((r) => r.id === op.payload.recordId) === true;
      const refused = rewritten ? refusedRecord(regime, before, op.payload.recordId, op) : null;
      return refused ?? judgeForm(regime.trackingForm, op.payload.values, op.kind, before, null, clock);
    }
    case 'report':
    case 'sendBack':
    case 'void':
    case 'find':
    case 'loseAgain':
    case 'acceptReturn':
    case 'confirmReturn':
    case 'close': {
      const form = formOf(regime, op.kind);
      return form === null ? null : judgeForm(form, op.payload.values, op.kind, before, null, clock);
    }
    default:
      return op satisfies never;
  }
}

/** 離校種類 of a reported case: not locked like the rest, but with the way out: close, then file anew [A:368–370]. */
const changesCategory = (c: Case | null, op: Operation): boolean =>
  c?.reportedAt != null &&
  c.schoolId === op.actor.schoolId &&
  (op.kind === 'save' || op.kind === 'submit') &&
  textOf(op.payload.values, 'category') !== categoryOf(c);

function judgeFiling(
  regime: Regime,
  before: Case | null,
  op: Extract<Operation, { kind: 'save' | 'submit' }>,
  clock: Clock,
): Failure | null {
  const { student, values } = op.payload;
  if (op.payload.regime !== regime.id) return { code: 'INVALID_INPUT', detail: { where: 'regime' } };
  if (before !== null && before.student.identityNumber !== student.identityNumber)
    return { code: 'INVALID_INPUT', detail: { where: 'student' } };
  if (regime.adultsEnd && isAdult(student.birthDate, clock.today)) return { code: 'ADULT' };
  return (
    judgeStudent(student, before === null, clock.today) ??
    judgeForm(regime.filingForm, values, op.kind, before, student.enrolledOn, clock)
  );
}

/** Facts that nobody types here, so that only their characters are judged. */
const FACTS = ['studentNumber', 'schoolSystem', 'department', 'grade', 'className'] as const;

const isClean = (text: string | null): boolean => {
  const cleaned = text === null ? null : cleanText(text, { multiline: false });
  return cleaned === null || (cleaned.ok && cleaned.value === text);
};

/**
 * Number and name in their stored form, a birth that has been; a number that fails its check digit
 * never gets this far typed. An old resident number may stay in a case, but opens none after its end.
 */
function judgeStudent(student: StudentFacts, isNew: boolean, today: string): Failure | null {
  const number = checkIdentityNumber(student.identityNumber, isNew ? today : undefined);
  const name = checkName(student.name);
  const fields = [
    ...(number.ok
      ? []
      : [{ path: 'identityNumber', code: number.code, ...(number.detail ? { detail: number.detail } : {}) }]),
    ...(name.ok ? [] : [{ path: 'name', code: name.code, ...(name.detail ? { detail: name.detail } : {}) }]),
    ...(student.birthDate <= today ? [] : [{ path: 'birthDate', code: 'dateFuture' }]),
  ];
  if (fields.length > 0) return { code: 'FORM_INVALID', fields };
  const stored =
    number.ok &&
    number.value.number === student.identityNumber &&
    name.ok &&
    name.value === student.name &&
    FACTS.every((fact) => isClean(student[fact]));
  return stored ? null : { code: 'INVALID_INPUT', detail: { where: 'student' } };
}

function refusedRecord(regime: Regime, c: Case | null, recordId: string, op: Operation): Failure | null {
  const verdict = c === null ? null : mayChangeRecord(regime, c, recordId, op.actor);
  if (verdict === null) return locked('NO_CASE_YET');
  if (!verdict.allowed) return locked(verdict.reason);
  const sent = c?.tracking.find((r) => r.id === recordId)?.sent === true;
  return sent && op.kind !== 'deleteTracking' ? locked('RECORD_NOT_YOURS') : null;
}

function judgeForm(
  form: FormDef,
  values: FormValues,
  action: Action,
  c: Case | null,
  enrolledOn: string | null,
  clock: Clock,
): Failure | null {
  const checked = checkForm(form, values, modeOf(action), formContext(c, enrolledOn, clock));
  if (checked.failures.length > 0) {
    const reason = checked.failures.some((f) => f.path === 'closeReason' && f.code === 'unknownCode');
    const result = fail(reason ? 'REASON_NOT_ALLOWED' : 'FORM_INVALID', undefined, [...checked.failures]);
    return result.ok ? null : result.failure;
  }
  // Counted first: what a hidden field holds was never checked and may be no text at all.
  const kept = Object.keys(checked.values).length === Object.keys(values).length;
  if (kept && canonicalJson(checked.values) === canonicalJson(values)) return null;
  return { code: 'INVALID_INPUT', detail: { where: 'values' } };
}
