import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useText } from '../../bridge/text.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import css from './account-management.module.css';

/** 「✔ 無待審核帳號」 [A:1097], or how many wait, with the way to the queue. */
export function PendingBanner({ pending }: { readonly pending: number }) {
  const t = useText();
  const { href } = useNavigation();
  if (pending === 0) {
    return (
      <p className={css['quiet']}>
        <IconCheck size="1.1em" aria-hidden />
        {t('accounts.nonePending')}
      </p>
    );
  }
  return (
    <Notice
      tone="attention"
      action={
        <Button component="a" href={href({ page: 'approvals' })} size="compact-md">
          {t('accounts.toQueue')}
        </Button>
      }
    >
      {t('accounts.pending', { count: pending })}
    </Notice>
  );
}
