import { Button, NativeSelect } from '@mantine/core';
import { REQUEST_KINDS, REQUEST_STATUS } from '../../../shared/domain/account/request.ts';
import { useText } from '../../bridge/text.ts';
import type { QueueFilters } from './queue.ts';
import css from './account-approval.module.css';

interface Props {
  readonly filters: QueueFilters;
  readonly onFilters: (filters: QueueFilters) => void;
  /** Only central knows of new requests, and no event tells of them. */
  readonly onRefresh: () => void;
  readonly refreshing: boolean;
}

/** 申請狀態, at first 待審核, and 申請類型. */
export function QueueFilterBar({ filters, onFilters, onRefresh, refreshing }: Props) {
  const t = useText();
  const all = { value: '', label: t('approvals.all') };
  return (
    <div role="search" aria-label={t('filter.label')} className={css['filters']}>
      <NativeSelect
        label={t('approvals.status')}
        value={filters.status ?? ''}
        data={[all, ...REQUEST_STATUS.map((value) => ({ value, label: t(`requestStatus.${value}`) }))]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          const status = REQUEST_STATUS.find((value) => value === chosen) ?? null;
          onFilters({ ...filters, status, page: 1 });
        }}
      />
      <NativeSelect
        label={t('approvals.kind')}
        value={filters.kind ?? ''}
        data={[all, ...REQUEST_KINDS.map((value) => ({ value, label: t(`requestKind.${value}`) }))]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          const kind = REQUEST_KINDS.find((value) => value === chosen) ?? null;
          onFilters({ ...filters, kind, page: 1 });
        }}
      />
      <Button variant="default" loading={refreshing} onClick={onRefresh}>
        {t('approvals.refresh')}
      </Button>
    </div>
  );
}
