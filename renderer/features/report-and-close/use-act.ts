import { useRef, useState } from 'react';
import type { CaseView, OutboxItem } from '../../../shared/contract/core.ts';
import type { CaseAct } from '../../../shared/domain/case/action.ts';
import { formContext } from '../../../shared/domain/case/judge.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { core } from '../../bridge/app.ts';
import { newId, useOperationId } from '../../bridge/new-id.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { clockNow } from '../../ui/form/clock.ts';
import { useDraft, type Autosave } from '../../ui/form/use-draft.ts';
import { useForm, type FormApi } from '../../ui/form/use-form.ts';
import { actForm } from './act-facts.ts';
import type { ActDraft } from './act-draft.ts';

export interface ActWork {
  readonly form: FormApi;
  readonly draft: Autosave;
  readonly failure: Failure | null;
  readonly attempt: number;
  readonly busy: boolean;
  readonly done: boolean;
  readonly send: () => Promise<void>;
}

/** One act of one case: its small form, and the operation, made once. */
export function useAct(
  regime: Regime,
  view: CaseView,
  act: CaseAct,
  kept: ActDraft | null,
  refused: OutboxItem | undefined,
): ActWork {
  const operation = useOperationId();
  const acting = useCoreAct('case.act');
  const [draftId] = useState(() => kept?.draftId ?? newId());
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [done, setDone] = useState(false);
  const sending = useRef(false);
  const { caseId, filedAt } = view.row;

  const draft = useDraft(
    () => ({
      draftId,
      kind: 'act',
      regime: regime.id,
      caseId,
      action: act,
      baseRevision: view.revision,
      student: view.student,
      values: form.values,
      step: 0,
    }),
    kept?.savedAt ?? null,
  );
  const facts = { values: view.values, student: view.student, filedAt, openedAt: filedAt };
  const context = formContext(facts, null, clockNow());
  const form = useForm(actForm(regime, act), kept?.values ?? {}, context, draft.touch);

  const stop = (reason: Failure | null) => {
    if (reason !== null) {
      setFailure(reason);
      if (reason.fields === undefined) return;
      form.refuse(reason.fields);
    }
    form.showAll();
    setAttempt((count) => count + 1);
  };
  const save = async (): Promise<void> => {
    const checked = form.check('complete');
    if (checked.failures.length > 0) return stop(null);
    if (refused !== undefined) {
      const withdrawn = await core('outbox.withdraw', { opId: refused.opId });
      if (!withdrawn.ok) return stop(withdrawn.failure);
    }
    await draft.stop();
    const result = await acting.act({
      opId: operation.current(),
      caseId,
      action: act,
      values: checked.values,
      baseRevision: view.revision,
      draftId: draft.saved.savedAt === null ? null : draftId,
    });
    if (result.ok) return setDone(true);
    draft.resume();
    return stop(result.failure);
  };
  return {
    form,
    draft,
    failure,
    attempt,
    busy: acting.busy,
    done,
    send: async () => {
      if (sending.current || done) return;
      sending.current = true;
      setFailure(null);
      await save().finally(() => {
        sending.current = false;
      });
    },
  };
}
