import type { ReactNode } from 'react';
import css from './empty.module.css';

interface Props {
  readonly title: string;
  /** What one can do now. */
  readonly hint?: string;
  readonly action?: ReactNode;
}

/** Nothing here, and what to do about it. */
export function Empty({ title, hint, action }: Props) {
  return (
    <div className={css['empty']}>
      <p className={css['title']}>{title}</p>
      {hint === undefined ? null : <p className={css['hint']}>{hint}</p>}
      {action}
    </div>
  );
}
