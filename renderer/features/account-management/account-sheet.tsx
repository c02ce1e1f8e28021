import { Loader } from '@mantine/core';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { AccountSteps } from './account-steps.tsx';

interface Props {
  readonly accountId: string;
  readonly onClose: () => void;
}

/** 查看: the account as central has it now, and what may be done with it. */
export function AccountSheet({ accountId, onClose }: Props) {
  const t = useText();
  const query = useCoreQuery('account.get', { accountId });
  // Nothing is edited on an answer from before: it may be old by now.
  const detail = query.isFetchedAfterMount ? query.data : undefined;
  return (
    <Dialog
      size="xl"
      title={detail === undefined ? t('accounts.open') : t('accounts.sheet', { name: detail.name })}
      closeByClickBeside={false}
      onClose={onClose}
    >
      {detail !== undefined ? (
        <AccountSteps detail={detail} onClose={onClose} />
      ) : query.error !== null && !query.isFetching ? (
        <AccountFailure failure={query.error} retry={() => void query.refetch()} />
      ) : (
        <Loader aria-label={t('frame.loading')} />
      )}
    </Dialog>
  );
}
