import { Button, Group, Modal } from '@mantine/core';
import type { Draft, OutboxItem } from '../../../shared/contract/core.ts';
import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { useFocusBack } from '../../ui/act-sheet/use-focus-back.ts';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { nameOf } from './outbox-entry.tsx';

interface Props {
  readonly item: OutboxItem;
  /** How many later operations of the same case go with it. */
  readonly behind: number;
  readonly onClose: () => void;
  readonly onWithdrawn: (draftId: Draft['draftId'] | null) => void;
}

/** Says what 撤下 does before it is done: nothing is lost, a filing becomes a draft again. */
export function WithdrawSheet({ item, behind, onClose, onWithdrawn }: Props) {
  const t = useText();
  useFocusBack();
  const { act, busy } = useCoreAct('outbox.withdraw');
  const [failure, setFailure] = useState<Failure | null>(null);
  const withdraw = async (): Promise<void> => {
    const result = await act({ opId: item.opId });
    if (result.ok) onWithdrawn(result.value.draftId);
    else setFailure(result.failure);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      returnFocus={false}
      title={t('outbox.sheet.title', { action: t(`action.${item.action}`), name: nameOf(t, item) })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <ul>
        <li>{t('outbox.sheet.kept')}</li>
        <li>{t('outbox.sheet.notSent')}</li>
        {behind === 0 ? null : <li>{t('outbox.sheet.behind', { count: behind })}</li>}
      </ul>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('outbox.sheet.keep')}
        </Button>
        <Button loading={busy} onClick={withdraw} data-autofocus>
          {t('outbox.sheet.do')}
        </Button>
      </Group>
    </Modal>
  );
}
