import { useState } from 'react';
import { isAdult } from '../../../shared/domain/calendar/age.ts';
import { checkIdentityNumber } from '../../../shared/domain/identity/check.ts';
import type { StudentFacts } from '../../../shared/domain/student/student.ts';
import type { Failure, FieldFailure } from '../../../shared/failure.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { clockNow } from '../../ui/form/clock.ts';
import { useForm, type FormApi } from '../../ui/form/use-form.ts';
import type { TypedStudent } from './filing-start.ts';
import { OFFLINE_STUDENT, typedStudent } from './offline-student.ts';

/** How far window 1 has come: a number to check, a student, 「連線後檢查」, or a stop. */
type Outcome =
  | { readonly kind: 'open' }
  | { readonly kind: 'found'; readonly student: StudentFacts }
  | { readonly kind: 'offline' }
  | { readonly kind: 'stopped'; readonly failure: Failure };

interface Input {
  readonly regime: Regime;
  readonly student: StudentFacts | null;
  readonly typed: TypedStudent;
  readonly onType: (typed: TypedStudent) => void;
  readonly onStudent: (student: StudentFacts | null) => void;
}

export interface Identity {
  readonly number: string;
  readonly problem: FieldFailure | undefined;
  readonly outcome: Outcome;
  readonly busy: boolean;
  readonly offlineForm: FormApi;
  readonly type: (number: string) => void;
  /** Looks the number up, or takes what was typed offline; true when the student is known. */
  readonly proceed: () => Promise<boolean>;
}

const firstOutcome = (student: StudentFacts | null): Outcome => {
  if (student === null) return { kind: 'open' };
  return student.source === 'register' ? { kind: 'found', student } : { kind: 'offline' };
};

/** 視窗1 [A:481–485]: form and check digit here, then register, age and open case by the core. */
export function useIdentity({ regime, student, typed, onType, onStudent }: Input): Identity {
  const [number, setNumber] = useState(typed.identityNumber ?? '');
  const [problem, setProblem] = useState<FieldFailure>();
  const [outcome, setOutcome] = useState<Outcome>(firstOutcome(student));
  const lookUp = useCoreAct('student.check');
  const clock = clockNow();
  const offlineForm = useForm(
    OFFLINE_STUDENT,
    { name: typed.name ?? '', birthDate: typed.birthDate ?? '' },
    { ...clock, category: '', dates: {} },
    (values) => {
      onStudent(null);
      onType(typedStudent(number, values));
    },
  );

  const check = async (): Promise<boolean> => {
    const checked = checkIdentityNumber(number, clock.today);
    if (!checked.ok) {
      const { code, detail } = checked;
      setProblem({ path: 'identityNumber', code, ...(detail ? { detail: { ...detail } } : {}) });
      return false;
    }
    setProblem(undefined);
    const result = await lookUp.act({ regime: regime.id, identityNumber: checked.value.number });
    if (!result.ok) {
      const [wrong] = result.failure.fields ?? [];
      if (wrong === undefined) setOutcome({ kind: 'stopped', failure: result.failure });
      setProblem(wrong);
      return false;
    }
    if (result.value.source === 'offline') setOutcome({ kind: 'offline' });
    else {
      setOutcome({ kind: 'found', student: result.value.student });
      onStudent(result.value.student);
    }
    return false;
  };

  const takeTyped = (): boolean => {
    const checked = offlineForm.check('complete');
    offlineForm.showAll();
    if (checked.failures.length > 0) return false;
    const facts = typedStudent(number, checked.values);
    if (regime.adultsEnd && isAdult(facts.birthDate, clock.today)) {
      setOutcome({ kind: 'stopped', failure: { code: 'ADULT' } });
      return false;
    }
    onStudent(facts);
    return true;
  };

  return {
    number,
    problem,
    outcome,
    busy: lookUp.busy,
    offlineForm,
    type: (next) => {
      setNumber(next);
      setProblem(undefined);
      setOutcome({ kind: 'open' });
      onStudent(null);
      onType({ identityNumber: next });
    },
    proceed: async () => {
      if (outcome.kind === 'found') return true;
      return outcome.kind === 'offline' ? takeTyped() : check();
    },
  };
}
