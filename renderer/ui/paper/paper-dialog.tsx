import { Group, Loader, Modal, Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { AccountPaper } from '../../../shared/contract/account-paper.ts';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { useFocusBack } from '../act-sheet/use-focus-back.ts';
import { AccountFailure } from '../notice/account-failure.tsx';
import { PrintButtons } from './print-buttons.tsx';

/** With the fonts of the paper, which nobody needs before the first preview. */
const PaperView = lazy(() => import('./paper-view.tsx').then((file) => ({ default: file.PaperView })));

interface Props {
  readonly paper: AccountPaper;
  readonly onClose: () => void;
}

/** 列印預覽 of a paper of the account flows over the page, so that what is typed there stays. */
export function PaperDialog({ paper, onClose }: Props) {
  const t = useText();
  const { data, error, isPending, refetch } = useCoreQuery('paper.get', paper);
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      size="58rem"
      returnFocus={false}
      title={data === undefined ? t('print.title') : t('print.titleOf', { title: data.title })}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Stack gap="sm">
        {error === null ? null : <AccountFailure failure={error} retry={() => void refetch()} />}
        {isPending ? <Loader aria-label={t('print.layingOut')} /> : null}
        {data === undefined ? null : (
          <>
            <Group>
              <PrintButtons sheet={data} />
            </Group>
            <Suspense fallback={<Loader aria-label={t('print.layingOut')} />}>
              <PaperView sheet={data} />
            </Suspense>
          </>
        )}
      </Stack>
    </Modal>
  );
}
