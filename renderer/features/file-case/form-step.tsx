import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { findFormText } from '../../../shared/forms/format-value.ts';
import type { PageDef } from '../../../shared/forms/form.ts';
import { useText } from '../../bridge/text.ts';
import { focusField } from '../../ui/form/focus-field.ts';
import { FormView } from '../../ui/form/form-view.tsx';
import { SubmitForm } from '../../ui/form/submit-form.tsx';
import type { FormApi } from '../../ui/form/use-form.ts';
import { StepTitle } from '../../ui/wizard/step-title.tsx';
import { WizardFoot } from '../../ui/wizard/wizard-foot.tsx';
import { SaveButton } from './save-button.tsx';

interface Props {
  readonly api: FormApi;
  readonly page: PageDef;
  /** Takes the focus; null: the title does. */
  readonly field: string | null;
  readonly onBack: () => void;
  readonly onNext: () => void;
  /** Null where 暫存 is not possible any more. */
  readonly onSave: (() => void) | null;
}

/** 視窗2 and 視窗3: one page of the filing, with 暫存 and 下一步. */
export function FormStep({ api, page, field, onBack, onNext, onSave }: Props) {
  const t = useText();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (field !== null) focusField(root.current, field);
  }, [field]);
  const title = findFormText('page', api.form, page.id, t) ?? page.id;
  return (
    <div ref={root}>
      <SubmitForm label={title} onSubmit={onNext}>
        <StepTitle focus={field === null}>{title}</StepTitle>
        <FormView api={api} page={page} />
        <WizardFoot onBack={onBack}>
          <SaveButton onSave={onSave} />
          <Button type="submit">{t('wizard.next')}</Button>
        </WizardFoot>
      </SubmitForm>
    </div>
  );
}
