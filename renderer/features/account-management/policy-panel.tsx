import { Button, Loader } from '@mantine/core';
import { useId, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { useCoreAct, useCoreQuery, useKnown, type CoreOutput } from '../../bridge/queries.ts';
import { useRenew } from '../../bridge/renew.ts';
import { useText } from '../../bridge/text.ts';
import { ConsequenceStep } from '../../ui/act-sheet/consequence-step.tsx';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';
import { FieldFrame } from '../../ui/form/field-frame.tsx';
import { RadioRows } from '../../ui/form/option-rows.tsx';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { goodNews } from '../../ui/toast/toast.ts';
import css from './account-management.module.css';

type Policy = CoreOutput<'policy.get'>;
type SecondFactor = Policy['secondFactor'];

const CHOICES = ['off', 'optional', 'required'] as const satisfies readonly SecondFactor[];

/** 系統政策: whether 主通, 縣市承辦 and 管理者 sign in with a second step. */
export function PolicyPanel() {
  const t = useText();
  const title = useId();
  const policy = useCoreQuery('policy.get', {});
  return (
    <section aria-labelledby={title} className={css['panel']}>
      <h2 id={title} className={css['panelTitle']}>
        {t('policy.title')}
      </h2>
      {policy.error === null ? null : (
        <AccountFailure failure={policy.error} retry={() => void policy.refetch()} />
      )}
      {policy.isPending ? <Loader aria-label={t('frame.loading')} /> : null}
      {policy.data === undefined ? null : <PolicyForm key={policy.data.revision} policy={policy.data} />}
    </section>
  );
}

function PolicyForm({ policy }: { readonly policy: Policy }) {
  const t = useText();
  const [chosen, setChosen] = useState(policy.secondFactor);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <FieldFrame
        group
        label={t('policy.secondFactor')}
        hint={t('policy.secondFactorHint')}
        required={false}
        problem={undefined}
      >
        {(wiring) => (
          <RadioRows
            options={CHOICES.map((code) => ({ code, label: t(`policy.secondFactor.${code}`) }))}
            value={chosen}
            required={false}
            wiring={wiring}
            onChoose={(code) => setChosen(CHOICES.find((choice) => choice === code) ?? chosen)}
          />
        )}
      </FieldFrame>
      {chosen === policy.secondFactor ? null : (
        <div>
          <Button onClick={() => setAsking(true)}>{t('policy.set')}</Button>
        </div>
      )}
      {asking ? <PolicySheet policy={policy} chosen={chosen} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

interface SheetProps {
  readonly policy: Policy;
  readonly chosen: SecondFactor;
  readonly onClose: () => void;
}

function PolicySheet({ policy, chosen, onClose }: SheetProps) {
  const t = useText();
  const { act, busy } = useCoreAct('policy.set');
  const known = useKnown('policy.get');
  const renew = useRenew();
  const [failure, setFailure] = useState<Failure | null>(null);
  const set = async (): Promise<void> => {
    setFailure(null);
    const result = await act({ secondFactor: chosen, revision: policy.revision });
    if (!result.ok) return setFailure(result.failure);
    known({}, result.value);
    await renew('audit.list', 'profile.get');
    goodNews(t('policy.done', { choice: t(`policy.secondFactor.${chosen}`) }));
    return onClose();
  };
  return (
    <Dialog size="lg" title={t('policy.sheet')} onClose={onClose}>
      <ConsequenceStep
        consequences={[
          { aspect: 'told', text: t('policy.told') },
          { aspect: 'follows', text: t(`policy.follows.${chosen}`) },
        ]}
        verb={t(`policy.verb.${chosen}`)}
        lock={null}
        busy={busy}
        failure={null}
        onAct={() => void set()}
        onClose={onClose}
      >
        {failure === null ? null : (
          <AccountFailure
            failure={failure}
            {...(failure.code === 'CONFLICT'
              ? { retry: () => void renew('policy.get'), retryLabel: t('accounts.reload') }
              : {})}
          />
        )}
      </ConsequenceStep>
    </Dialog>
  );
}
