import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../../bridge/text.ts';
import { Floats } from '../floats/floats.tsx';
import css from './entry.module.css';

interface Props {
  readonly title: string;
  /** For a long form. */
  readonly wide?: boolean;
  /** The title takes the focus: what one came to has no field that would. */
  readonly focusTitle?: boolean;
  readonly children: ReactNode;
}

/** The card in the middle before somebody is signed in. */
export function EntryCard({ title, wide = false, focusTitle = false, children }: Props) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('app.windowTitle', { page: title });
  }, [t, title]);
  useEffect(() => {
    if (focusTitle) heading.current?.focus();
  }, [focusTitle]);
  return (
    <main className={css['room']}>
      <div className={css['card']} data-wide={wide || undefined}>
        <p className={css['product']}>{t('product.name')}</p>
        <p className={css['subtitle']}>{t('app.subtitle')}</p>
        <h1 ref={heading} tabIndex={-1} className={css['title']}>
          {title}
        </h1>
        {children}
      </div>
      <Floats />
    </main>
  );
}
