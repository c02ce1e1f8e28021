import { useEffect, useRef, type ComponentProps } from 'react';
import { ConsequenceBody } from './consequence-body.tsx';

/** The consequences as a later step of a dialog that is open already: they take the focus when it comes. */
export function ConsequenceStep(props: ComponentProps<typeof ConsequenceBody>) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  return (
    <div ref={root}>
      <ConsequenceBody {...props} />
    </div>
  );
}
