import { useEffect, type ReactNode } from 'react';
import { useText } from '../../bridge/text.ts';
import { Floats } from '../../ui/floats/floats.tsx';
import css from './sign-in.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** The card in the middle before somebody is signed in. */
export function EntryCard({ title, children }: Props) {
  const t = useText();
  useEffect(() => {
    document.title = t('app.windowTitle', { page: title });
  }, [t, title]);
  return (
    <main className={css['room']}>
      <div className={css['card']}>
        <p className={css['product']}>{t('product.name')}</p>
        <p className={css['subtitle']}>{t('app.subtitle')}</p>
        <h1 className={css['title']}>{title}</h1>
        {children}
      </div>
      <Floats />
    </main>
  );
}
