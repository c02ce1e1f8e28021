import { Tooltip } from '@mantine/core';
import { useEffect, useState, type RefObject } from 'react';

interface Tip {
  readonly target: HTMLElement;
  readonly reason: string;
}

const tipAt = (node: EventTarget | null): Tip | null => {
  const target = node instanceof Element ? node.closest<HTMLElement>('[data-reason]') : null;
  const reason = target?.dataset['reason'];
  return target === null || reason === undefined ? null : { target, reason };
};

/** One tooltip for all locks of the list: the reason on hover and on focus, gone with Esc. */
export function LockTip({ within }: { readonly within: RefObject<HTMLElement | null> }) {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => {
    const root = within.current;
    if (root === null) return undefined;
    const follow = (event: Event): void => setTip(tipAt(event.target));
    const drop = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.key === 'Escape') setTip(null);
    };
    for (const name of ['mouseover', 'focusin']) root.addEventListener(name, follow);
    for (const name of ['mouseleave', 'focusout', 'scroll', 'keydown']) root.addEventListener(name, drop);
    return () => {
      for (const name of ['mouseover', 'focusin']) root.removeEventListener(name, follow);
      for (const name of ['mouseleave', 'focusout', 'scroll', 'keydown'])
        root.removeEventListener(name, drop);
    };
  }, [within]);
  return tip === null ? null : <Tooltip opened target={tip.target} label={tip.reason} />;
}
