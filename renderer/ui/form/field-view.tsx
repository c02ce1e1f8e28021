import type { FocusEvent } from 'react';
import { isRequired, isShown } from '../../../shared/forms/condition.ts';
import { fieldLabel, findFormText } from '../../../shared/forms/format-value.ts';
import { fieldsOf, type FieldDef } from '../../../shared/forms/form.ts';
import { useText } from '../../bridge/text.ts';
import { drawKind } from './field-kinds.tsx';
import classes from './form.module.css';
import type { FormApi } from './use-form.ts';

interface Props {
  readonly api: FormApi;
  readonly field: FieldDef;
}

/** One field where it is asked, else nothing. Leaving it shows what is wrong with it. */
export function FieldView({ api, field }: Props) {
  const t = useText();
  if (!isShown(field, api.values)) return null;
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) api.leave(field.id);
  };
  const draw = (fieldId: string) => {
    const other = fieldsOf(api.form).find(({ id }) => id === fieldId);
    return other === undefined ? null : <FieldView api={api} field={other} />;
  };
  return (
    <div className={field.span === 4 ? classes['whole'] : undefined} data-field={field.id} onBlur={leave}>
      {drawKind(field.kind, {
        field,
        api,
        label: fieldLabel(api.form, field, t),
        hint: findFormText('hint', api.form, field.id, t),
        required: isRequired(field, api.values),
        value: api.values[field.id],
        problem: api.problemOf(field),
        change: (value) => api.change({ [field.id]: value }),
        draw,
      })}
    </div>
  );
}
