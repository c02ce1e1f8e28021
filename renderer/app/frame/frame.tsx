import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { useRemembered } from '../../bridge/remembered.ts';
import { useText } from '../../bridge/text.ts';
import { ClockNotice } from '../../features/sync-status/clock-notice.tsx';
import { Floats } from '../../ui/floats/floats.tsx';
import css from './frame.module.css';
import { menuItems } from './menu-pages.ts';
import { PasswordNotice } from './password-notice.tsx';
import { SideMenu } from './side-menu.tsx';
import { TopBar } from './top-bar.tsx';
import { useSessionTouch } from './use-session-touch.ts';

interface Props {
  readonly account: SessionAccount;
  readonly children: ReactNode;
}

/** Menu, top bar and the page. The page scrolls, the frame does not. */
export function Frame({ account, children }: Props) {
  const t = useText();
  useSessionTouch();
  const narrow = useMediaQuery('(max-width: 56em)');
  const [chosen, choose] = useRemembered<boolean | null>('menu.collapsed', () => null);
  return (
    <div className={css['frame']}>
      <a className={css['skip']} href="#main" onClick={skipToMain}>
        {t('frame.skip')}
      </a>
      <TopBar account={account} />
      <SideMenu items={menuItems(account.roles)} collapsed={chosen ?? narrow} onCollapse={choose} />
      <main id="main" tabIndex={-1} className={css['main']}>
        <ClockNotice />
        <PasswordNotice />
        {children}
        <Floats />
      </main>
    </div>
  );
}

/** The address is the router's (hash history), so the link moves the focus itself. */
function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
