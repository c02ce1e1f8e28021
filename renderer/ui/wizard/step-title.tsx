import { useEffect, useRef, type ReactNode } from 'react';
import classes from './wizard.module.css';

interface Props {
  /** Takes the focus when the step comes, so that it is read out first. */
  readonly focus: boolean;
  readonly children: ReactNode;
}

/** Title of one window of the wizard. */
export function StepTitle({ focus, children }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) title.current?.focus();
  }, [focus]);
  return (
    <h2 ref={title} tabIndex={-1} className={classes['title']}>
      {children}
    </h2>
  );
}
