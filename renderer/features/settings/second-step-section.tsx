import { Button, Group } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useCoreQuery, useKnown } from '../../bridge/queries.ts';
import { useRenew } from '../../bridge/renew.ts';
import { useSession } from '../../bridge/session.tsx';
import { useText } from '../../bridge/text.ts';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';
import { EnrolSecondStep } from '../../ui/second-step/enrol.tsx';
import { goodNews } from '../../ui/toast/toast.ts';
import { DisableForm } from './disable-form.tsx';
import css from './settings.module.css';

/** 兩步驟驗證 of this account: off, demanded by the policy, or on. Shown where the account can have it. */
export function SecondStepSection({ state }: { readonly state: 'off' | 'required' | 'on' }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const renew = useRenew();
  const known = useKnown('profile.get');
  const StateIcon = state === 'on' ? IconShieldCheck : IconShieldOff;
  const close = (): void => setOpen(false);
  const done = (account: SessionAccount): void => {
    known({}, account);
    void renew('session.get');
    goodNews(t(account.secondFactor === 'on' ? 'secondStep.enabled' : 'secondStep.disabled'));
    close();
  };
  const back = (
    <Button variant="default" onClick={close}>
      {t('act.back')}
    </Button>
  );
  return (
    <>
      <p className={css['state']}>
        <StateIcon size="1.25rem" aria-hidden />
        {t(`secondStep.state.${state}`)}
      </p>
      <p className={css['hint']}>{t('secondStep.purpose')}</p>
      <Group>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t(state === 'on' ? 'secondStep.disable' : 'secondStep.enable')}
        </Button>
      </Group>
      {open ? (
        <Dialog
          title={t(state === 'on' ? 'secondStep.disable' : 'secondStep.enable')}
          size="lg"
          closeByClickBeside={false}
          onClose={close}
        >
          {state === 'on' ? (
            <DisableForm onDone={done} other={back} />
          ) : (
            <EnrolSecondStep onDone={done} other={back} />
          )}
        </Dialog>
      ) : null}
    </>
  );
}

/** The state as central knows it now; as at 登入 while it does not answer. */
export function useSecondFactor(): SessionAccount['secondFactor'] {
  const { account } = useSession();
  const { data: profile } = useCoreQuery('profile.get', {}, { enabled: account !== null });
  return (profile ?? account)?.secondFactor ?? 'none';
}
