import { useId } from 'react';
import { findFormText } from '../../../shared/forms/format-value.ts';
import type { PageDef, SectionDef } from '../../../shared/forms/form.ts';
import { useText } from '../../bridge/text.ts';
import { FieldView } from './field-view.tsx';
import classes from './form.module.css';
import type { FormApi } from './use-form.ts';

/** Fields that another one opens in place; they are not drawn a second time. */
const drawnInside = (section: SectionDef): readonly string[] =>
  section.fields.flatMap((field) => (field.kind === 'groupedChoices' ? Object.values(field.other) : []));

function SectionView({ api, section }: { readonly api: FormApi; readonly section: SectionDef }) {
  const t = useText();
  const heading = useId();
  const inside = drawnInside(section);
  const title = findFormText('section', api.form, section.id, t);
  return (
    <section
      className={`${classes['section']} ${section.pairs === true ? classes['pairs'] : ''}`}
      aria-labelledby={title === undefined ? undefined : heading}
    >
      {title !== undefined && (
        <h3 id={heading} className={classes['heading']}>
          {title}
        </h3>
      )}
      {section.fields
        .filter((field) => !inside.includes(field.id))
        .map((field) => (
          <FieldView key={field.id} api={api} field={field} />
        ))}
    </section>
  );
}

/** One page of a form, drawn from its definition. */
export function FormView({ api, page }: { readonly api: FormApi; readonly page: PageDef }) {
  return page.sections.map((section) => <SectionView key={section.id} api={api} section={section} />);
}
