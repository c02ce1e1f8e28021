import { Anchor } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { FieldFailure } from '../../../shared/failure.ts';
import { fieldLabel } from '../../../shared/forms/format-value.ts';
import { fieldsOf, type FormDef } from '../../../shared/forms/form.ts';
import { checkSentence } from '../../bridge/failure-text.ts';
import { useText } from '../../bridge/text.ts';
import { Notice } from '../notice/notice.tsx';
import classes from './form.module.css';

interface Props {
  readonly form: FormDef;
  readonly problems: readonly FieldFailure[];
  /** Grows with each 提交 that was stopped; the first line then takes the focus. */
  readonly attempt: number;
  readonly onOpen: (fieldId: string) => void;
}

/** What is missing or wrong, each line a link to its field. Nothing when all is well. */
export function ErrorSummary({ form, problems, attempt, onOpen }: Props) {
  const t = useText();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (attempt > 0) first.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;
  const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
  return (
    <Notice tone={attempt > 0 ? 'error' : 'attention'}>
      <p className={classes['summaryTitle']}>{t('form.openFields', { n: problems.length })}</p>
      <ul className={classes['summary']}>
        {problems.map((problem, index) => {
          const field = fields.get(problem.path);
          const label = field === undefined ? problem.path : fieldLabel(form, field, t);
          return (
            <li key={problem.path}>
              <Anchor
                component="button"
                type="button"
                ref={index === 0 ? first : undefined}
                onClick={() => onOpen(problem.path)}
              >
                {t('form.openField', { label, sentence: checkSentence(t, problem, label) })}
              </Anchor>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
