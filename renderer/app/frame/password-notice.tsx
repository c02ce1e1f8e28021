import { Anchor } from '@mantine/core';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useSession } from '../../bridge/session.tsx';
import { useText } from '../../bridge/text.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import css from './frame.module.css';

/** From so many days before the password ends it is told on every page. */
const TOLD_FROM_DAYS = 7;

/** 密碼到期剩餘天數, quietly, before it becomes a must; offline it can only be told. */
export function PasswordNotice() {
  const t = useText();
  const { href, place } = useNavigation();
  const { passwordDaysLeft: days, mustDo } = useSession();
  if (days === null || days > TOLD_FROM_DAYS || mustDo !== null) return null;
  const there = place.page === 'settings';
  return (
    <div className={css['told']}>
      <Notice
        tone="info"
        action={there ? null : <Anchor href={href({ page: 'settings' })}>{t('password.toSettings')}</Anchor>}
      >
        {days > 0 ? t('password.endsSoon', { days }) : t('password.endedOffline')}
      </Notice>
    </div>
  );
}
