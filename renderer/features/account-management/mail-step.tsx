import { useState } from 'react';
import type { AccountDetail } from '../../../shared/contract/account-shapes.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { useRenew } from '../../bridge/renew.ts';
import { useText } from '../../bridge/text.ts';
import { ConsequenceStep } from '../../ui/act-sheet/consequence-step.tsx';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { goodNews } from '../../ui/toast/toast.ts';

/** Acts beside 更新: the mail once more, and the second step taken off. */
export type MailAct = 'resend' | 'resetSecondFactor';

interface Props {
  readonly detail: AccountDetail;
  readonly act: MailAct;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Who gets which mail, and what ends. */
export function MailStep({ detail, act, onBack, onDone }: Props) {
  const t = useText();
  const resend = useCoreAct('account.resend');
  const reset = useCoreAct('account.resetSecondFactor');
  const renew = useRenew();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { accountId, email, name } = detail;
  const run = async (): Promise<void> => {
    setFailure(null);
    const result = await (act === 'resend' ? resend : reset).act({ accountId });
    if (!result.ok) return setFailure(result.failure);
    await renew('account.list', 'account.get', 'audit.list');
    goodNews(t(`accounts.done.${act}`, { name, email }));
    return onDone();
  };
  return (
    <ConsequenceStep
      consequences={[
        {
          aspect: 'told',
          text: t(email === '' ? 'accounts.told.noMail' : `accounts.told.${act}`, { email }),
        },
        { aspect: 'ends', text: t(`accounts.ends.${act}`) },
        { aspect: 'follows', text: t(`accounts.follows.${act}`) },
      ]}
      verb={t(`accounts.${act}`)}
      lock={null}
      busy={resend.busy || reset.busy}
      failure={null}
      onAct={() => void run()}
      onClose={onBack}
    >
      {failure === null ? null : <AccountFailure failure={failure} />}
    </ConsequenceStep>
  );
}
