import { Button } from '@mantine/core';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { useRenew } from '../../bridge/renew.ts';
import { useText } from '../../bridge/text.ts';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';
import { PasswordForm } from '../../ui/password/password-form.tsx';
import { goodNews } from '../../ui/toast/toast.ts';

interface Props {
  readonly account: SessionAccount;
  readonly onClose: () => void;
}

/** 修改密碼 over the page; a click beside it does not throw away what was typed. */
export function PasswordSheet({ account, onClose }: Props) {
  const t = useText();
  const renew = useRenew();
  const done = (): void => {
    void renew('session.get', 'profile.get');
    goodNews(t('password.changed'));
    onClose();
  };
  return (
    <Dialog title={t('password.change')} size="lg" closeByClickBeside={false} onClose={onClose}>
      <p>{t('password.follows')}</p>
      <PasswordForm
        account={account}
        onDone={done}
        other={
          <Button variant="default" onClick={onClose}>
            {t('act.back')}
          </Button>
        }
      />
    </Dialog>
  );
}
