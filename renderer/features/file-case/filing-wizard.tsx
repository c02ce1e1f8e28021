import { useState } from 'react';
import type { Verdict } from '../../../shared/domain/case/action.ts';
import { findFormText } from '../../../shared/forms/format-value.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { useText } from '../../bridge/text.ts';
import { openOn } from '../../ui/form/open-fields.ts';
import { useKey } from '../../ui/keys/use-key.ts';
import { Page } from '../../ui/page/page.tsx';
import { SavedMark } from '../../ui/wizard/saved-mark.tsx';
import { WizardSteps } from '../../ui/wizard/wizard-steps.tsx';
import { DraftNotice } from './draft-notice.tsx';
import type { FilingStart } from './filing-start.ts';
import { FormStep } from './form-step.tsx';
import { IdentityStep } from './identity-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { SendFailure } from './send-failure.tsx';
import { StudentStep } from './student-step.tsx';
import { useFiling } from './use-filing.ts';
import { useIdentity } from './use-identity.ts';

interface Props {
  readonly regime: Regime;
  readonly start: FilingStart;
  readonly maySave: Verdict;
  readonly onDiscard: () => void;
}

/** The seed's windows one after the other, then the review. All of it comes from the regime's form. */
export function FilingWizard({ regime, start, maySave, onDiscard }: Props) {
  const t = useText();
  const [baseRevision, setBaseRevision] = useState(start.baseRevision);
  const filing = useFiling(regime, start, baseRevision);
  const { form, student, position, goTo } = filing;
  const identity = useIdentity({
    regime,
    student,
    typed: start.typed,
    onType: filing.typeStudent,
    onStudent: filing.takeStudent,
  });
  useKey('submit', () => void (student === null ? identity.proceed() : filing.send('submit')));

  const locked = student === null;
  const pages = regime.filingForm.pages;
  const steps = [
    { id: 'identity', title: t('fileCase.step.identity'), open: locked ? 1 : 0, locked: false },
    ...pages.map((page) => ({
      id: page.id,
      title: findFormText('page', regime.filingForm, page.id, t) ?? page.id,
      open: openOn(page, form.problems).length,
      locked,
    })),
    { id: 'review', title: t('fileCase.step.review'), open: null, locked },
  ];
  const onSave = maySave.allowed ? () => void filing.send('save') : null;
  const page = pages[position.step - 1];
  return (
    <Page
      title={t(start.studentFixed ? 'fileCase.editTitle' : 'fileCase.title')}
      purpose={t('fileCase.purpose')}
      beside={<SavedMark saved={filing.draft.saved} />}
    >
      <DraftNotice
        start={start}
        outdated={baseRevision === start.baseRevision && baseRevision !== start.currentRevision}
        onDiscard={() => void filing.draft.stop().then(onDiscard)}
        onKeep={() => setBaseRevision(start.currentRevision)}
      />
      <WizardSteps steps={steps} active={position.step} onStep={goTo} />
      {position.step === 0 &&
        (start.studentFixed && student !== null ? (
          <StudentStep student={student} onNext={() => goTo(1)} />
        ) : (
          <IdentityStep identity={identity} onNext={() => goTo(1)} />
        ))}
      {page !== undefined && (
        <FormStep
          key={page.id}
          api={form}
          page={page}
          field={position.field}
          onBack={() => goTo(position.step - 1)}
          onNext={() => goTo(position.step + 1)}
          onSave={onSave}
        />
      )}
      {position.step === filing.reviewStep && student !== null && (
        <ReviewStep regime={regime} filing={filing} student={student} onSave={onSave} />
      )}
      {filing.failure !== null && <SendFailure failure={filing.failure} onKeep={setBaseRevision} />}
    </Page>
  );
}
