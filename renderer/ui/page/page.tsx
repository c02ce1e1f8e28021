import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../../bridge/text.ts';
import css from './page.module.css';

interface Props {
  readonly title: string;
  /** A more telling title of the window than the kind of page; never personal data (security §4). */
  readonly windowTitle?: string;
  /** Stands beside the title: a state, 「已暫存 14:32」. */
  readonly beside?: ReactNode;
  /** One sentence of what the page is for, where that helps. */
  readonly purpose?: string;
  /** The one primary action, on the right. */
  readonly action?: ReactNode;
  /** The page is as high as the window and scrolls inside itself, as a list does. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/**
 * A page of the frame: its title takes the focus when one comes to it. The window is named by the frame
 * after the kind of page, unless the page says better.
 */
export function Page({ title, windowTitle, beside, purpose, action, fill = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const t = useText();
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (windowTitle !== undefined) document.title = t('app.windowTitle', { page: windowTitle });
  }, [t, windowTitle]);
  return (
    <div className={css['page']} data-fill={fill || undefined}>
      <div className={css['head']}>
        <div className={css['titles']}>
          <h1 ref={heading} tabIndex={-1} className={css['title']}>
            {title}
          </h1>
          {beside}
        </div>
        {action}
        {purpose === undefined ? null : <p className={css['purpose']}>{purpose}</p>}
      </div>
      {children}
    </div>
  );
}
