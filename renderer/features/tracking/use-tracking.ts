import { useRef, useState } from 'react';
import type { CaseView } from '../../../shared/contract/core.ts';
import type { TrackingAction } from '../../../shared/domain/case/action.ts';
import { formContext } from '../../../shared/domain/case/judge.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { useOperationId } from '../../bridge/new-id.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { clockNow } from '../../ui/form/clock.ts';
import { useDraft, type Autosave } from '../../ui/form/use-draft.ts';
import { useForm, type FormApi } from '../../ui/form/use-form.ts';
import type { TrackingStart } from './tracking-start.ts';

export type Sending = Exclude<TrackingAction, 'deleteTracking'>;

export interface Tracking {
  readonly form: FormApi;
  readonly draft: Autosave;
  readonly failure: Failure | null;
  /** Grows with each 提交 that was stopped by open fields. */
  readonly attempt: number;
  readonly busy: boolean;
  /** True when it is in the vault. */
  readonly send: (action: Sending) => Promise<boolean>;
}

/** One tracking record being written: answers, draft, 暫存 and 提交 as one operation each. */
export function useTracking(regime: Regime, view: CaseView, start: TrackingStart): Tracking {
  const operation = useOperationId();
  const put = useCoreAct('tracking.put');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const sending = useRef(false);
  const { caseId, filedAt } = view.row;

  const draft = useDraft(
    () => ({
      draftId: start.recordId,
      kind: 'tracking',
      regime: regime.id,
      caseId,
      action: null,
      baseRevision: view.revision,
      student: view.student,
      values: form.values,
      step: 0,
    }),
    start.savedAt,
  );
  const facts = { values: view.values, student: view.student, filedAt, openedAt: filedAt };
  const form = useForm(regime.trackingForm, start.values, formContext(facts, null, clockNow()), draft.touch);

  const stopAtFields = () => {
    form.showAll();
    setAttempt((count) => count + 1);
    return false;
  };
  const save = async (action: Sending): Promise<boolean> => {
    const checked = form.check(action === 'sendTracking' ? 'complete' : 'partial');
    if (checked.failures.length > 0) return stopAtFields();
    await draft.stop();
    const result = await put.act({
      opId: operation.current(),
      caseId,
      recordId: start.recordId,
      action,
      values: checked.values,
      draftId: draft.saved.savedAt === null ? null : start.recordId,
    });
    if (result.ok) {
      operation.renew();
      return true;
    }
    draft.resume();
    setFailure(result.failure);
    if (result.failure.fields === undefined) return false;
    form.refuse(result.failure.fields);
    return stopAtFields();
  };
  return {
    form,
    draft,
    failure,
    attempt,
    busy: put.busy,
    send: async (action) => {
      if (sending.current) return false;
      sending.current = true;
      setFailure(null);
      return save(action).finally(() => {
        sending.current = false;
      });
    },
  };
}
