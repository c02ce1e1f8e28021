import { Button, Loader, Switch } from '@mantine/core';
import { useRef, useState } from 'react';
import type { RequestDetail } from '../../../shared/contract/account-shapes.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useRemembered } from '../../bridge/remembered.ts';
import { useRenew } from '../../bridge/renew.ts';
import { useText } from '../../bridge/text.ts';
import { Empty } from '../../ui/empty/empty.tsx';
import { isDialogOpen } from '../../ui/keys/dialog-open.ts';
import { useKey } from '../../ui/keys/use-key.ts';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Paging } from '../../ui/paging/paging.tsx';
import { goodNews } from '../../ui/toast/toast.ts';
import type { Decision } from './decision.ts';
import { nextWaiting, stepFrom, WAITING } from './queue.ts';
import { QueueFilterBar } from './queue-filters.tsx';
import { QueueList } from './queue-list.tsx';
import { RequestPane } from './request-pane.tsx';
import { useQueue, type Queue } from './use-queue.ts';
import css from './account-approval.module.css';

/** What one decision makes old. */
const STALE = ['request.list', 'request.get', 'account.list', 'account.get', 'audit.list'] as const;

/** 申請審核: the list, and the request with its scan beside the typed data. After one comes the next. */
export function ApprovalPage() {
  const t = useText();
  const queue = useQueue();
  const renew = useRenew();
  const [keys, setKeys] = useRemembered('approvals.keys', () => true);
  const [gone, setGone] = useState<Failure | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const arriving = useRef(false);
  const { rows, shown, choose, list } = queue;

  const step = (steps: 1 | -1) => (): void => {
    const to = stepFrom(rows, shown?.requestId, steps);
    if (to === undefined || isDialogOpen()) return;
    arriving.current = true;
    setGone(null);
    choose(to.requestId);
  };
  useKey('nextRequest', step(1), keys);
  useKey('previousRequest', step(-1), keys);

  const goOn = (requestId: string): Promise<void> => {
    arriving.current = true;
    choose(nextWaiting(rows, requestId)?.requestId ?? null);
    return renew(...STALE);
  };
  const done = (detail: RequestDetail, decision: Decision): void => {
    setGone(null);
    goodNews(t(`approvals.done.${decision}`, { name: detail.name }));
    void goOn(detail.requestId);
  };
  return (
    <Page
      title={t('menu.approvals')}
      purpose={t('approvals.purpose')}
      action={
        <Switch
          label={t('approvals.keys')}
          checked={keys}
          onChange={(event) => setKeys(event.currentTarget.checked)}
        />
      }
    >
      {gone === null ? null : (
        <AccountFailure failure={gone} retry={() => setGone(null)} retryLabel={t('approvals.seen')} />
      )}
      {list.error === null ? null : <AccountFailure failure={list.error} retry={() => void list.refetch()} />}
      <div className={css['room']}>
        <div className={css['desk']}>
          <div className={css['queue']}>
            <QueueFilterBar
              filters={queue.filters}
              onFilters={queue.setFilters}
              refreshing={list.isFetching}
              onRefresh={() => void list.refetch()}
            />
            <QueueBody queue={queue} onEnter={() => heading.current?.focus()} />
          </div>
          {shown === undefined ? null : (
            <RequestPane
              key={shown.requestId}
              requestId={shown.requestId}
              keys={keys}
              heading={heading}
              arriving={arriving}
              onDone={done}
              onGone={(failure) => {
                setGone(failure);
                void goOn(shown.requestId);
              }}
            />
          )}
        </div>
      </div>
      {list.data !== undefined && rows.length === 0 ? <EmptyQueue queue={queue} /> : null}
    </Page>
  );
}

function QueueBody({ queue, onEnter }: { readonly queue: Queue; readonly onEnter: () => void }) {
  const t = useText();
  const { list, rows, shown, choose, total, pages, filters, setFilters } = queue;
  if (list.isPending) return <Loader aria-label={t('frame.loading')} />;
  return (
    <>
      <p role="status" className={css['count']}>
        {list.data === undefined ? '' : t('approvals.total', { count: total })}
      </p>
      {rows.length === 0 ? null : <QueueList rows={rows} shown={shown} onChoose={choose} onEnter={onEnter} />}
      {pages > 1 ? (
        <Paging page={filters.page} pages={pages} onPage={(page) => setFilters({ ...filters, page })} />
      ) : null}
    </>
  );
}

function EmptyQueue({ queue: { filters, setFilters } }: { readonly queue: Queue }) {
  const t = useText();
  const waiting = filters.status === 'pending' && filters.kind === null;
  return waiting ? (
    <Empty title={t('approvals.empty.title')} hint={t('approvals.empty.hint')} />
  ) : (
    <Empty
      title={t('approvals.noneFound.title')}
      hint={t('approvals.noneFound.hint')}
      action={
        <Button variant="default" onClick={() => setFilters(WAITING)}>
          {t('filter.clear')}
        </Button>
      }
    />
  );
}
