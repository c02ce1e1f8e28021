import { Button, Group } from '@mantine/core';
import type { AccountPaper } from '../../../shared/contract/account-paper.ts';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { formatRocDateTime } from '../../../shared/domain/calendar/roc-date-format.ts';
import { useText } from '../../bridge/text.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { paperPersonOf, type Mine } from './entries.ts';
import css from './role-transfer.module.css';

interface Props {
  readonly mine: Mine;
  readonly account: SessionAccount;
  readonly onPaper: (paper: AccountPaper) => void;
}

/** How the application stands: waiting, with the letter to send; or returned, with the reason. */
export function RoleChangeStatus({ mine, account, onPaper }: Props) {
  const t = useText();
  const { pending, last, school, successors } = mine;
  if (pending !== null) {
    const successor = successors.find((one) => one.account === pending.account) ?? account;
    const about = pending.kind === 'promotion' ? 'promotion' : 'transfer';
    return (
      <Notice tone="info">
        <div className={css['told']}>
          <p>
            {t('roleChange.pending', {
              name: pending.name,
              account: pending.account,
              at: formatRocDateTime(pending.createdAt),
            })}
          </p>
          <p>{t(`roleChange.letter.${school.jurisdiction}`)}</p>
          <Group>
            <Button
              variant="default"
              onClick={() => onPaper({ form: 'letter', about, person: paperPersonOf(mine, successor) })}
            >
              {t('register.printLetter')}
            </Button>
          </Group>
        </div>
      </Notice>
    );
  }
  if (last === null || last.status !== 'returned') return null;
  return (
    <Notice tone="attention">
      <div className={css['told']}>
        <p>
          {t('roleChange.returned', {
            at: last.decidedAt === null ? '' : formatRocDateTime(last.decidedAt),
          })}
        </p>
        <p>{t('roleChange.reason', { reason: last.reason ?? '' })}</p>
      </div>
    </Notice>
  );
}
