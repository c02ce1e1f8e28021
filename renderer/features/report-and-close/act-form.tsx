import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { fieldsOf } from '../../../shared/forms/form.ts';
import { focusField } from '../../ui/form/focus-field.ts';
import { FormView } from '../../ui/form/form-view.tsx';
import { SavedMark } from '../../ui/wizard/saved-mark.tsx';
import { isOptionalForm } from './act-facts.ts';
import type { ActWork } from './use-act.ts';

interface Props {
  readonly work: ActWork;
  /** What the optional part is called while it is folded. */
  readonly optionalTitle: string;
  /** The optional part is needed now. */
  readonly unfold: boolean;
}

/** The small form of an act; nothing where the act asks nothing. What is optional is folded away. */
export function ActForm({ work, optionalTitle, unfold }: Props) {
  const { form, attempt, draft } = work;
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const [opened, setOpened] = useState(false);
  const optional = isOptionalForm(form.form);
  const typed = Object.keys(form.values).length > 0;
  const shown = !optional || opened || unfold || typed;
  const first = useRef<string>(undefined);
  useEffect(() => {
    first.current = form.problems[0]?.path;
  });
  useEffect(() => {
    if (attempt > 0 && first.current !== undefined) focusField(root.current, first.current);
  }, [attempt]);
  if (fieldsOf(form.form).length === 0) return null;
  return (
    <div ref={root}>
      {optional && !unfold && !typed && (
        <Button variant="subtle" aria-expanded={shown} aria-controls={id} onClick={() => setOpened(!opened)}>
          {optionalTitle}
        </Button>
      )}
      <div id={id} hidden={!shown}>
        {form.form.pages.map((page) => (
          <FormView key={page.id} api={form} page={page} />
        ))}
        <SavedMark saved={draft.saved} />
      </div>
    </div>
  );
}
