import { Anchor, Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { StudentFacts } from '../../../shared/domain/student/student.ts';
import { findFormText } from '../../../shared/forms/format-value.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { useText } from '../../bridge/text.ts';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { FormAnswers } from '../../ui/form/form-answers.tsx';
import { StudentAnswers } from '../../ui/form/student-answers.tsx';
import { SubmitForm } from '../../ui/form/submit-form.tsx';
import { StepTitle } from '../../ui/wizard/step-title.tsx';
import { WizardFoot } from '../../ui/wizard/wizard-foot.tsx';
import { SaveButton } from './save-button.tsx';
import type { Filing } from './use-filing.ts';

/** What the service looks at once more when the filing reaches it. */
const checksOnline = (regime: Regime, student: StudentFacts): readonly string[] => [
  ...(student.source === 'typed' ? ['register'] : []),
  ...(regime.adultsEnd ? ['adult'] : []),
  'duplicate',
];

interface Props {
  readonly regime: Regime;
  readonly filing: Filing;
  readonly student: StudentFacts;
  readonly onSave: (() => void) | null;
}

/** All answers as they will print, what is missing as links, what is checked when online. */
export function ReviewStep({ regime, filing, student, onSave }: Props) {
  const t = useText();
  const { form, attempt, goTo, openField } = filing;
  // With open fields after a 提交 the summary takes the focus.
  const [titleFirst] = useState(attempt === 0 || form.problems.length === 0);
  const { values } = form.check('complete');
  return (
    <SubmitForm label={t('fileCase.step.review')} onSubmit={() => void filing.send('submit')}>
      <StepTitle focus={titleFirst}>{t('fileCase.step.review')}</StepTitle>
      <ErrorSummary form={form.form} problems={form.problems} attempt={attempt} onOpen={openField} />
      <h3>{t('section.student')}</h3>
      <StudentAnswers student={student} />
      {regime.filingForm.pages.map((page, index) => {
        const title = findFormText('page', regime.filingForm, page.id, t) ?? page.id;
        return (
          <section key={page.id} aria-label={title}>
            <Group justify="space-between" mt="lg">
              <h3>{title}</h3>
              <Anchor
                component="button"
                type="button"
                aria-label={t('fileCase.changePage', { page: title })}
                onClick={() => goTo(index + 1)}
              >
                {t('fileCase.change')}
              </Anchor>
            </Group>
            <FormAnswers form={regime.filingForm} page={page} values={values} />
          </section>
        );
      })}
      <section aria-label={t('fileCase.online.title')}>
        <h3>{t('fileCase.online.title')}</h3>
        <ul>
          {checksOnline(regime, student).map((check) => (
            <li key={check}>{t(`fileCase.online.${check}`)}</li>
          ))}
        </ul>
      </section>
      <WizardFoot onBack={() => goTo(filing.reviewStep - 1)}>
        <SaveButton onSave={onSave} />
        <Button type="submit" loading={filing.busy}>
          {t('action.submit')}
        </Button>
      </WizardFoot>
    </SubmitForm>
  );
}
