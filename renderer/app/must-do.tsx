import { Button, Modal, Stack } from '@mantine/core';
import { useEffect } from 'react';
import type { SessionView } from '../../shared/contract/core.ts';
import type { SessionAccount } from '../../shared/domain/account/account.ts';
import { useRenew, useRenewRefused } from '../bridge/renew.ts';
import { useText } from '../bridge/text.ts';
import { useFocusBack } from '../ui/act-sheet/use-focus-back.ts';
import { KEYS, type WindowKey } from '../ui/keys/key-table.ts';
import { matchesKey } from '../ui/keys/matches.ts';
import { Notice } from '../ui/notice/notice.tsx';
import { PasswordForm } from '../ui/password/password-form.tsx';
import { EnrolSecondStep } from '../ui/second-step/enrol.tsx';
import { goodNews } from '../ui/toast/toast.ts';
import { useSignOut } from './leaving.tsx';

interface Props {
  readonly account: SessionAccount;
  readonly what: NonNullable<SessionView['mustDo']>;
}

const DONE = {
  changePassword: 'password.changed',
  enrolSecondFactor: 'secondStep.enabled',
} as const satisfies Record<Props['what'], string>;

/** Keys that `useKey` hands out; the others belong to what has the focus. */
const isWindowKey = (id: string): id is WindowKey =>
  !['close', 'rows', 'rowEnds', 'rowPages', 'openRow'].includes(id);
const WINDOW_KEYS = Object.keys(KEYS).filter(isWindowKey);

/** The page behind must not answer its keys: who listens passes over a press that was prevented. */
function useOtherKeysOff(): void {
  useEffect(() => {
    const stop = (event: KeyboardEvent): void => {
      if (WINDOW_KEYS.some((id) => matchesKey(event, id))) event.preventDefault();
    };
    window.addEventListener('keydown', stop, { capture: true });
    return () => window.removeEventListener('keydown', stop, { capture: true });
  }, []);
}

const nothing = (): void => undefined;

/**
 * What has to be done before anything else: over everything, cannot be closed, offers only itself and
 * 登出 [A:1243]. The page behind stays as it is, so work goes on where one was.
 */
export function MustDo({ account, what }: Props) {
  const t = useText();
  const { signOut, busy } = useSignOut();
  const renew = useRenew();
  const renewRefused = useRenewRefused();
  useOtherKeysOff();
  useFocusBack();
  const done = (): void => {
    void renew('session.get', 'profile.get');
    // The page behind was refused while this was open.
    void renewRefused();
    goodNews(t(DONE[what]));
  };
  const leave = (
    <Button variant="default" loading={busy} onClick={signOut}>
      {t('topBar.signOut')}
    </Button>
  );
  return (
    <Modal
      opened
      onClose={nothing}
      withinPortal={false}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      returnFocus={false}
      zIndex={1000}
      size="lg"
      title={t(`mustDo.${what}`)}
    >
      <Stack gap="md">
        <Notice tone="attention">{t(`mustDo.${what}.why`)}</Notice>
        {what === 'changePassword' ? (
          <PasswordForm account={account} onDone={done} other={leave} />
        ) : (
          <EnrolSecondStep onDone={done} other={leave} />
        )}
      </Stack>
    </Modal>
  );
}
