import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { useOperationId } from '../../bridge/new-id.ts';
import { todayInTaipei } from '../../bridge/now.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { useRemembered } from '../../bridge/remembered.ts';
import { useRenew } from '../../bridge/renew.ts';
import { useText } from '../../bridge/text.ts';
import { ConsequenceStep } from '../../ui/act-sheet/consequence-step.tsx';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';
import { useLanding } from '../../ui/act-sheet/use-landing.ts';
import { focusField } from '../../ui/form/focus-field.ts';
import { ProblemList } from '../../ui/form/problem-list.tsx';
import { useTyped, type Typed } from '../../ui/form/use-typed.ts';
import { useKey } from '../../ui/keys/use-key.ts';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { goodNews } from '../../ui/toast/toast.ts';
import { OfficerFields } from './officer-fields.tsx';
import { NO_OFFICER, officerOf, officerProblems, type OfficerValues } from './officer-values.ts';
import css from './account-management.module.css';

/** 新增縣市承辦／管理者: built by the agency itself [A:75]. What is typed stays when it is closed. */
export function OfficerSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const [step, setStep] = useState<'fields' | 'consequences'>('fields');
  const { form, change, failure, busy, send } = useOfficer();
  const { values } = form;
  const forward = (): void => {
    if (form.passes()) setStep('consequences');
  };
  useKey('submit', forward, step === 'fields');
  const create = async (): Promise<void> => {
    if (!(await send())) return setStep('fields');
    goodNews(t('officer.done', { name: values.name }));
    return onClose();
  };
  return (
    <Dialog size="lg" title={t('officer.new')} closeByClickBeside={false} onClose={onClose}>
      {step === 'consequences' ? (
        <ConsequenceStep
          consequences={[
            { aspect: 'told', text: t('officer.told', { email: values.email }) },
            { aspect: 'follows', text: t(`officer.follows.${values.role}`) },
          ]}
          verb={t('officer.create')}
          lock={null}
          busy={busy}
          failure={null}
          onAct={() => void create()}
          onClose={() => setStep('fields')}
        >
          <p className={css['words']}>
            {t('officer.who', { role: t(`role.${values.role}`), name: values.name, account: values.account })}
          </p>
        </ConsequenceStep>
      ) : (
        <FieldsStep form={form} change={change} failure={failure} onNext={forward} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface FieldsProps {
  readonly form: Typed<OfficerValues>;
  readonly change: (patch: Partial<OfficerValues>) => void;
  readonly failure: Failure | null;
  readonly onNext: () => void;
  readonly onClose: () => void;
}

function FieldsStep({ form, change, failure, onNext, onClose }: FieldsProps) {
  const t = useText();
  const root = useRef<HTMLDivElement>(null);
  useLanding(root);
  return (
    <div ref={root} tabIndex={-1} className={css['stack']}>
      {failure === null ? null : <AccountFailure failure={failure} />}
      {form.attempt > 0 ? (
        <ProblemList
          problems={form.problems}
          labelOf={(path) => t(`officer.field.${path}`)}
          attempt={form.attempt}
          onOpen={(path) => focusField(root.current, path)}
        />
      ) : null}
      <OfficerFields form={form} change={change} />
      <div className={css['buttons']}>
        <Button variant="default" onClick={onClose}>
          {t('frame.close')}
        </Button>
        <Button onClick={onNext}>{t('officer.next')}</Button>
      </div>
    </div>
  );
}

function useOfficer() {
  const operation = useOperationId();
  const [kept, keep] = useRemembered<OfficerValues>('accounts.officer', () => NO_OFFICER);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { act, busy } = useCoreAct('officer.create');
  const renew = useRenew();
  const form = useTyped(kept, (values) => officerProblems(values, todayInTaipei()));
  const change = (patch: Partial<OfficerValues>): void => {
    form.change(patch);
    keep({ ...form.values, ...patch });
    // Other content is another account: the same id would be the first one's.
    operation.renew();
  };
  const send = async (): Promise<boolean> => {
    setFailure(null);
    const result = await act(officerOf(operation.current(), form.values));
    if (!result.ok) {
      form.refuse(result.failure.fields ?? []);
      setFailure(result.failure);
      return false;
    }
    keep(NO_OFFICER);
    await renew('account.list', 'audit.list');
    return true;
  };
  return { form, change, failure, busy, send };
}
