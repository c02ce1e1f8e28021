import { useEffect, useRef, useState } from 'react';
import { formContext } from '../../../shared/domain/case/judge.ts';
import type { StudentFacts } from '../../../shared/domain/student/student.ts';
import type { FilingAction } from '../../../shared/domain/case/action.ts';
import type { Failure } from '../../../shared/failure.ts';
import { pageIndexOf } from '../../ui/form/open-fields.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { waitsForTracking } from '../../../shared/regime/waits-for-tracking.ts';
import { useGo } from '../../bridge/navigation.tsx';
import { useOperationId } from '../../bridge/new-id.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { clockNow } from '../../ui/form/clock.ts';
import { useDraft, type Autosave } from '../../ui/form/use-draft.ts';
import { useForm, type FormApi } from '../../ui/form/use-form.ts';
import { goodNews } from '../../ui/toast/toast.ts';
import { keptStudent, type FilingStart, type TypedStudent } from './filing-start.ts';

/** Where the wizard stands; `field` takes the focus there. */
export interface Position {
  readonly step: number;
  readonly field: string | null;
}

export interface Filing {
  readonly form: FormApi;
  readonly student: StudentFacts | null;
  readonly typed: TypedStudent;
  readonly position: Position;
  readonly reviewStep: number;
  readonly draft: Autosave;
  readonly failure: Failure | null;
  /** Grows with each 提交 that was stopped by open fields. */
  readonly attempt: number;
  readonly busy: boolean;
  readonly goTo: (step: number, field?: string) => void;
  readonly openField: (fieldId: string) => void;
  readonly typeStudent: (typed: TypedStudent) => void;
  readonly takeStudent: (student: StudentFacts | null) => void;
  readonly send: (action: FilingAction) => Promise<void>;
}

/** The wizard of one filing: answers, student, draft, and 暫存 or 提交 as one operation each. */
export function useFiling(regime: Regime, start: FilingStart, baseRevision: number): Filing {
  const t = useText();
  const go = useGo();
  const operation = useOperationId();
  const file = useCoreAct('case.file');
  const [student, setStudent] = useState(start.student);
  const [typed, setTyped] = useState(start.typed);
  const reviewStep = regime.filingForm.pages.length + 1;
  const [position, setPosition] = useState<Position>({
    step: start.student === null ? 0 : Math.min(start.step, reviewStep),
    field: null,
  });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const sending = useRef(false);

  const draft = useDraft(
    () => ({
      draftId: start.draftId,
      kind: 'filing',
      regime: regime.id,
      caseId: start.caseId,
      action: null,
      baseRevision,
      student: keptStudent(typed),
      values: form.values,
      step: position.step,
    }),
    start.savedAt,
  );
  const context = formContext(null, student?.enrolledOn ?? null, clockNow());
  const form = useForm(regime.filingForm, start.values, context, draft.touch);
  const { flush } = draft;
  useEffect(() => void flush(), [position.step, flush]);

  const goTo = (step: number, field: string | null = null) => {
    if (step !== position.step) draft.touch();
    setPosition({ step, field });
  };
  const stopAtReview = () => {
    form.showAll();
    setAttempt((count) => count + 1);
    goTo(student === null ? 0 : reviewStep);
  };

  const save = async (action: FilingAction): Promise<void> => {
    const checked = form.check(action === 'submit' ? 'complete' : 'partial');
    if (student === null || checked.failures.length > 0) return stopAtReview();
    await draft.stop();
    const result = await file.act({
      opId: operation.current(),
      caseId: start.caseId,
      regime: regime.id,
      action,
      student,
      values: checked.values,
      baseRevision,
      draftId: draft.saved.savedAt === null ? null : start.draftId,
    });
    if (!result.ok) {
      draft.resume();
      setFailure(result.failure);
      if (result.failure.fields === undefined) return undefined;
      form.refuse(result.failure.fields);
      return stopAtReview();
    }
    operation.renew();
    goodNews(t(`done.${action}`));
    const { caseId, state } = result.value;
    return go({ page: 'case', caseId, ...(waitsForTracking(regime, state) ? { open: 'tracking' } : {}) });
  };

  return {
    form,
    student,
    typed,
    position,
    reviewStep,
    draft,
    failure,
    attempt,
    busy: file.busy,
    goTo,
    openField: (fieldId) => goTo(pageIndexOf(regime.filingForm.pages, fieldId) + 1, fieldId),
    typeStudent: (next) => {
      setTyped(next);
      draft.touch();
    },
    takeStudent: (next) => {
      setStudent(next);
      if (next !== null) setTyped(next);
    },
    /** Enter twice or a double click is one operation (security 7.20). */
    send: async (action) => {
      if (sending.current) return;
      sending.current = true;
      setFailure(null);
      await save(action).finally(() => {
        sending.current = false;
      });
    },
  };
}
