import { Button } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { semester } from '../../../shared/domain/calendar/school-year.ts';
import { todayInTaipei } from '../../bridge/now.ts';
import { useSession } from '../../bridge/session.tsx';
import { useText } from '../../bridge/text.ts';
import { SyncPill } from '../../features/sync-status/sync-pill.tsx';
import { useSignOut } from '../leaving.tsx';
import { Countdown } from './countdown.tsx';
import css from './top-bar.module.css';

/** Who, where and until when: school and 學年度學期, sync, role and name, countdown, 登出. */
export function TopBar({ account }: { readonly account: SessionAccount }) {
  const t = useText();
  const { endsAt } = useSession();
  const { signOut, busy } = useSignOut();
  const { schoolYear, term } = semester(todayInTaipei());
  return (
    <header className={css['bar']}>
      <p className={css['place']}>
        <strong>{account.school?.name ?? t('product.name')}</strong>{' '}
        <span className={css['term']}>{t('semester', { year: schoolYear, term })}</span>
      </p>
      <SyncPill />
      <p className={css['who']}>
        <span className={css['role']}>
          {account.roles.map((role) => t(`role.${role}`)).join(t('value.and'))}
        </span>{' '}
        <strong>{account.name}</strong>
        {isPrimary(account) || account.primaryName === null ? null : (
          <span className={css['primary']}>{t('topBar.primary', { name: account.primaryName })}</span>
        )}
      </p>
      {endsAt === null ? null : <Countdown endsAt={endsAt} />}
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconLogout size="1.1em" aria-hidden />}
        loading={busy}
        onClick={signOut}
      >
        {t('topBar.signOut')}
      </Button>
    </header>
  );
}

/** The 主要通報人 need not be told whom to ask [A:219]. */
const isPrimary = (account: SessionAccount): boolean => account.roles.includes('PRIMARY');
