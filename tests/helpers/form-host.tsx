import { useRef } from 'react';
import { FormView } from '../../renderer/ui/form/form-view.tsx';
import { SubmitForm } from '../../renderer/ui/form/submit-form.tsx';
import { useForm } from '../../renderer/ui/form/use-form.ts';
import { smallForm, type FieldDef, type FormDef } from '../../shared/forms/form.ts';
import type { FormValues } from '../../shared/forms/values.ts';
import { CLOCK } from './case-builders.ts';
import { renderInApp, type Rendered } from './window-app.tsx';

interface Host extends Rendered {
  /** Answers as they stand now. */
  readonly values: () => FormValues;
  /** How often Enter or the button submitted. */
  readonly submits: () => number;
}

function HostForm(props: {
  readonly form: FormDef;
  readonly initial: FormValues;
  readonly onValues: (values: FormValues) => void;
  readonly onSubmit: () => void;
}) {
  const api = useForm(
    props.form,
    props.initial,
    { ...CLOCK, category: 'ABSENCE3', dates: { enrolledOn: '2025-08-30' } },
    props.onValues,
  );
  const root = useRef<HTMLDivElement>(null);
  return (
    <div ref={root}>
      <SubmitForm
        label="form"
        onSubmit={() => {
          api.showAll();
          props.onSubmit();
        }}
      >
        {api.form.pages.map((page) => (
          <FormView key={page.id} api={api} page={page} />
        ))}
        <button type="submit">go</button>
      </SubmitForm>
    </div>
  );
}

/** Renders a form as the wizard does, on TODAY of the builders' case. */
export function renderForm(form: FormDef, initial: FormValues = {}): Host {
  let values = initial;
  let submits = 0;
  const rendered = renderInApp(
    <HostForm
      form={form}
      initial={initial}
      onValues={(next) => {
        values = next;
      }}
      onSubmit={() => {
        submits += 1;
      }}
    />,
  );
  return { ...rendered, values: () => values, submits: () => submits };
}

/** One field alone in a form. */
export const renderField = (field: FieldDef, initial: FormValues = {}): Host =>
  renderForm(smallForm('senior-high.filing', [field]), initial);
