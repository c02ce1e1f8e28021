import { Button } from '@mantine/core';
import { identitySexDiffers } from '../../../shared/domain/identity/check.ts';
import { useText } from '../../bridge/text.ts';
import { FormView } from '../../ui/form/form-view.tsx';
import { StudentAnswers } from '../../ui/form/student-answers.tsx';
import { SubmitForm } from '../../ui/form/submit-form.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { StepTitle } from '../../ui/wizard/step-title.tsx';
import { WizardFoot } from '../../ui/wizard/wizard-foot.tsx';
import { FilingStopped } from './filing-stopped.tsx';
import { IdentityInput } from './identity-input.tsx';
import type { Identity } from './use-identity.ts';

function Outcome({ identity }: { readonly identity: Identity }) {
  const t = useText();
  const { outcome, number, offlineForm } = identity;
  switch (outcome.kind) {
    case 'open':
      return null;
    case 'stopped':
      return <FilingStopped failure={outcome.failure} />;
    case 'found':
      return (
        <>
          {identitySexDiffers(number, outcome.student.sex) && (
            <Notice tone="attention">{t('check.identitySexDiffers')}</Notice>
          )}
          <StudentAnswers student={outcome.student} />
        </>
      );
    case 'offline':
      return (
        <>
          <Notice tone="calm">{t('fileCase.checkLater')}</Notice>
          {offlineForm.form.pages.map((page) => (
            <FormView key={page.id} api={offlineForm} page={page} />
          ))}
        </>
      );
    default:
      return outcome satisfies never;
  }
}

interface Props {
  readonly identity: Identity;
  readonly onNext: () => void;
}

/** 視窗1: 請輸入身份證字號, then what the register knows, or what is typed until it can be asked. */
export function IdentityStep({ identity, onNext }: Props) {
  const t = useText();
  const known = identity.outcome.kind === 'found' || identity.outcome.kind === 'offline';
  return (
    <SubmitForm
      label={t('fileCase.step.identity')}
      onSubmit={() => void identity.proceed().then((done) => (done ? onNext() : undefined))}
    >
      <StepTitle focus={false}>{t('fileCase.step.identity')}</StepTitle>
      <IdentityInput number={identity.number} problem={identity.problem} onType={identity.type} />
      <Outcome identity={identity} />
      <WizardFoot onBack={null}>
        <Button type="submit" loading={identity.busy}>
          {known ? t('wizard.next') : t('fileCase.lookUp')}
        </Button>
      </WizardFoot>
    </SubmitForm>
  );
}
