import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutboxItem, SyncView } from '../../../shared/contract/core.ts';
import type { Failure } from '../../../shared/failure.ts';
import { core } from '../../bridge/app.ts';
import { placeOfDraft } from '../../bridge/draft-place.ts';
import { useGo } from '../../bridge/navigation.tsx';
import { useNow } from '../../bridge/now.ts';
import { useCoreAct, useCoreQuery, useKnown } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { Empty } from '../../ui/empty/empty.tsx';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { goodNews } from '../../ui/toast/toast.ts';
import { OutboxEntry } from './outbox-entry.tsx';
import { SyncFacts } from './sync-facts.tsx';
import { WithdrawSheet } from './withdraw-sheet.tsx';
import css from './outbox.module.css';

/** 待送出: what waits on this computer and why. */
export function OutboxPage() {
  const t = useText();
  const list = useCoreQuery('outbox.list', {});
  const sync = useCoreQuery('sync.get', {});
  const nowMs = useNow(30_000);
  const { withdrawing, setWithdrawing, withdrawn, draftId, openDraft } = useWithdrawal();
  const { retry, busy, failure } = useRetry();
  const items = list.data?.items ?? [];
  return (
    <Page
      title={t('menu.outbox')}
      purpose={t('outbox.purpose')}
      action={
        <Button onClick={retry} loading={busy}>
          {t('outbox.retry')}
        </Button>
      }
    >
      {failure === null ? null : <FailureNotice failure={failure} />}
      {list.error ? <FailureNotice failure={list.error} retry={() => void list.refetch()} /> : null}
      {sync.data === undefined ? null : <SyncFacts sync={sync.data} />}
      {draftId === null ? null : (
        <Notice
          tone="info"
          action={
            <Button variant="default" size="compact-md" onClick={openDraft}>
              {t('outbox.openDraft')}
            </Button>
          }
        >
          {t('outbox.isDraft')}
        </Notice>
      )}
      {list.data !== undefined && items.length === 0 ? (
        <Empty title={t('outbox.empty.title')} hint={t('outbox.empty.hint')} />
      ) : (
        <ul className={css['list']} aria-label={t('menu.outbox')}>
          {items.map((item) => (
            <OutboxEntry
              key={item.opId}
              item={item}
              blocker={items.find(({ opId }) => opId === item.blockedBy)}
              online={sync.data?.online ?? true}
              nowMs={nowMs}
              onWithdraw={() => setWithdrawing(item)}
            />
          ))}
        </ul>
      )}
      {withdrawing === null ? null : (
        <WithdrawSheet
          item={withdrawing}
          behind={items.filter(({ blockedBy }) => blockedBy === withdrawing.opId).length}
          onClose={() => setWithdrawing(null)}
          onWithdrawn={withdrawn}
        />
      )}
    </Page>
  );
}

function useWithdrawal() {
  const t = useText();
  const go = useGo();
  const [withdrawing, setWithdrawing] = useState<OutboxItem | null>(null);
  const [draftId, setDraftId] = useState<string | null>(null);
  const withdrawn = (made: string | null): void => {
    setWithdrawing(null);
    setDraftId(made);
    goodNews(t('outbox.withdrawn'));
  };
  const openDraft = async (): Promise<void> => {
    const draft = draftId === null ? null : await core('draft.get', { draftId });
    go(draft?.ok === true ? placeOfDraft(draft.value) : { page: 'home' });
  };
  return { withdrawing, setWithdrawing, withdrawn, draftId, openDraft };
}

function useRetry() {
  const { act, busy } = useCoreAct('outbox.retry');
  const known = useKnown('sync.get');
  const [failure, setFailure] = useState<Failure | null>(null);
  const retry = async (): Promise<void> => {
    const result = await act({});
    setFailure(result.ok ? null : result.failure);
    if (result.ok) known({}, result.value satisfies SyncView);
  };
  return { retry, busy, failure };
}
