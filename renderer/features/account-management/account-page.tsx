import { Button, Loader } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useRemembered } from '../../bridge/remembered.ts';
import { useSession } from '../../bridge/session.tsx';
import { useText } from '../../bridge/text.ts';
import { Empty } from '../../ui/empty/empty.tsx';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Paging } from '../../ui/paging/paging.tsx';
import { AccountSheet } from './account-sheet.tsx';
import { AccountTable } from './account-table.tsx';
import { FilterBar } from './filter-bar.tsx';
import { isNarrowed, NO_FILTERS, pagesOf, queryOf, rolesToFilter, type AccountFilters } from './filters.ts';
import { OfficerSheet } from './officer-sheet.tsx';
import { PendingBanner } from './pending-banner.tsx';
import { PolicyPanel } from './policy-panel.tsx';
import css from './account-management.module.css';

/** 帳號管理 [A:1050–1127]: accounts of the own school for 主通, all for 管理者. */
export function AccountPage() {
  const t = useText();
  const { account } = useSession();
  const agency = account?.roles.includes('ADMIN') === true;
  const [filters, setFilters] = useRemembered<AccountFilters>('accounts.filters', () => NO_FILTERS);
  const [opened, setOpened] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const list = useCoreQuery('account.list', queryOf(filters), { keepPrevious: true });
  const total = list.data?.total ?? 0;
  const pages = pagesOf(total);
  useEffect(() => {
    if (list.data !== undefined && !list.isPlaceholderData && filters.page > pages)
      setFilters({ ...filters, page: pages });
  }, [list.data, list.isPlaceholderData, filters, pages, setFilters]);
  return (
    <Page
      title={t('menu.accounts')}
      purpose={t(agency ? 'accounts.purposeAgency' : 'accounts.purpose')}
      action={
        agency ? (
          <Button leftSection={<IconUserPlus size="1.1em" aria-hidden />} onClick={() => setCreating(true)}>
            {t('officer.new')}
          </Button>
        ) : null
      }
    >
      {list.data === undefined ? null : <PendingBanner pending={list.data.pending} />}
      <FilterBar
        filters={filters}
        roles={rolesToFilter(account?.school ?? null)}
        agency={agency}
        onFilters={setFilters}
        onSearch={() => void list.refetch()}
      />
      {list.error === null ? null : <AccountFailure failure={list.error} retry={() => void list.refetch()} />}
      {list.isPending ? <Loader aria-label={t('frame.loading')} /> : null}
      {list.data === undefined ? null : total === 0 ? (
        <Empty
          title={t(isNarrowed(filters) ? 'accounts.noneFound.title' : 'accounts.empty.title')}
          hint={t(isNarrowed(filters) ? 'accounts.noneFound.hint' : 'accounts.empty.hint')}
        />
      ) : (
        <AccountTable rows={list.data.rows} agency={agency} busy={list.isFetching} onOpen={setOpened} />
      )}
      <div className={css['foot']}>
        <span role="status">
          {list.data === undefined ? '' : t('accounts.total', { count: total.toLocaleString('zh-TW') })}
        </span>
        <Paging page={filters.page} pages={pages} onPage={(page) => setFilters({ ...filters, page })} />
      </div>
      {agency ? <PolicyPanel /> : null}
      {opened === null ? null : <AccountSheet accountId={opened} onClose={() => setOpened(null)} />}
      {creating ? <OfficerSheet onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}
