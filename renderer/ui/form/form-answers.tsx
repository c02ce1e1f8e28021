import { isShown } from '../../../shared/forms/condition.ts';
import { fieldLabel, findFormText, formatValue } from '../../../shared/forms/format-value.ts';
import type { FormDef, PageDef } from '../../../shared/forms/form.ts';
import type { FormValues } from '../../../shared/forms/values.ts';
import { useText } from '../../bridge/text.ts';
import { Answers } from './answers.tsx';
import classes from './form.module.css';

interface Props {
  readonly form: FormDef;
  readonly page: PageDef;
  readonly values: FormValues;
}

/** The answers of one page as they will print; what is not asked is left out, what is empty is a dash. */
export function FormAnswers({ form, page, values }: Props) {
  const t = useText();
  return page.sections.map((section) => {
    const title = findFormText('section', form, section.id, t);
    return (
      <section key={section.id} className={classes['section']} aria-label={title}>
        {title !== undefined && <h3 className={classes['heading']}>{title}</h3>}
        <Answers
          rows={section.fields
            .filter((field) => field.kind !== 'copy' && isShown(field, values))
            .map((field) => ({
              id: field.id,
              label: fieldLabel(form, field, t),
              text: formatValue(field, values[field.id], t),
            }))}
        />
      </section>
    );
  });
}
