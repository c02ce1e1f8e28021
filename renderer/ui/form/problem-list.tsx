import { Anchor } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { FieldFailure } from '../../../shared/failure.ts';
import { checkSentence } from '../../bridge/failure-text.ts';
import { useText } from '../../bridge/text.ts';
import { Notice } from '../notice/notice.tsx';
import classes from './form.module.css';

interface Props {
  readonly problems: readonly FieldFailure[];
  /** What the field of a path is called. */
  readonly labelOf: (path: string) => string;
  /** Grows with each 提交 that was stopped; the first line then takes the focus. */
  readonly attempt: number;
  readonly onOpen: (fieldId: string) => void;
}

/** What is missing or wrong, each line a link to its field. Nothing when all is well. */
export function ProblemList({ problems, labelOf, attempt, onOpen }: Props) {
  const t = useText();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (attempt > 0) first.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <Notice tone={attempt > 0 ? 'error' : 'attention'}>
      <p className={classes['summaryTitle']}>{t('form.openFields', { n: problems.length })}</p>
      <ul className={classes['summary']}>
        {problems.map((problem, index) => {
          const label = labelOf(problem.path);
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
