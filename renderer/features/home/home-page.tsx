import { Anchor, Loader } from '@mantine/core';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { menuFor, menuRow } from '../../../shared/domain/account/menu.ts';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useSession } from '../../bridge/session.tsx';
import { useText } from '../../bridge/text.ts';
import { Empty } from '../../ui/empty/empty.tsx';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { DeskGroup } from './desk-group.tsx';
import { DraftList } from './draft-list.tsx';
import { RequestGroup, useWaitingRequests } from './request-group.tsx';
import css from './home.module.css';

/** 首頁: what waits for me, most urgent first, then what I was typing. */
export function HomePage() {
  const t = useText();
  const { account } = useSession();
  const { data: desk, error, refetch } = useCoreQuery('desk.list', {});
  const groups = desk?.groups.filter((group) => group.total > 0) ?? [];
  const requests = useWaitingRequests(account?.roles ?? []);
  const nothing =
    desk !== undefined && groups.length === 0 && desk.drafts.length === 0 && requests?.total === 0;
  return (
    <Page title={t('menu.home')}>
      <h2 className={css['title']}>{t('home.desk')}</h2>
      {error ? <FailureNotice failure={error} retry={() => void refetch()} /> : null}
      {desk === undefined && !error ? <Loader aria-label={t('frame.loading')} /> : null}
      {groups.map((group) => (
        <DeskGroup key={`${group.regime} ${group.action}`} group={group} />
      ))}
      {requests === undefined || requests.total === 0 ? null : <RequestGroup {...requests} />}
      {desk === undefined ? null : <DraftList drafts={desk.drafts} />}
      {nothing ? <NothingWaits account={account} /> : null}
    </Page>
  );
}

function NothingWaits({ account }: { readonly account: SessionAccount | null }) {
  const t = useText();
  const { href } = useNavigation();
  const items = menuFor(account?.roles ?? []);
  const lists = items.flatMap((key) => menuRow(key).regime ?? []);
  const hint =
    lists.length > 0
      ? 'hint'
      : items.includes('approvals')
        ? 'agency'
        : account?.school === null
          ? 'office'
          : 'noCases';
  return (
    <Empty
      title={t('home.empty.title')}
      hint={t(`home.empty.${hint}`)}
      action={
        <span className={css['lists']}>
          {lists.map((regime) => (
            <Anchor key={regime} href={href({ page: 'cases', regime })}>
              {t('home.empty.open', { list: t(`regime.${regime}`) })}
            </Anchor>
          ))}
        </span>
      }
    />
  );
}
