import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ACCOUNT_STATUS } from '../../../shared/domain/account/account-state.ts';
import type { Role } from '../../../shared/domain/account/role.ts';
import { useText } from '../../bridge/text.ts';
import { FilterText } from '../../ui/filter/filter-text.tsx';
import { filteredBy, isNarrowed, NO_FILTERS, type AccountFilters } from './filters.ts';
import css from './account-management.module.css';

interface Props {
  readonly filters: AccountFilters;
  /** 權限 to choose from. */
  readonly roles: readonly Role[];
  /** The agency looks in the names of schools too. */
  readonly agency: boolean;
  readonly onFilters: (filters: AccountFilters) => void;
  /** 查詢: asks once more. */
  readonly onSearch: () => void;
}

/** 狀態, 權限, keyword and 查詢 [A:1097–1103]; each takes effect while it is typed. */
export function FilterBar({ filters, roles, agency, onFilters, onSearch }: Props) {
  const t = useText();
  // A new number empties the field that holds text of its own.
  const [cleared, setCleared] = useState(0);
  const clear = (): void => {
    onFilters(NO_FILTERS);
    setCleared(cleared + 1);
  };
  return (
    <form
      key={cleared}
      role="search"
      aria-label={t('filter.label')}
      className={css['bar']}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch();
      }}
    >
      <NativeSelect
        className={css['choice']}
        label={t('accounts.column.status')}
        value={filters.status ?? ''}
        data={[
          { value: '', label: t('accounts.all') },
          ...ACCOUNT_STATUS.map((value) => ({ value, label: t(`accountStatus.${value}`) })),
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          const status = ACCOUNT_STATUS.find((value) => value === chosen) ?? null;
          onFilters(filteredBy(filters, { status }));
        }}
      />
      <NativeSelect
        className={css['choice']}
        label={t('accounts.role')}
        value={filters.role ?? ''}
        data={[
          { value: '', label: t('accounts.all') },
          ...roles.map((value) => ({ value, label: t(`role.${value}`) })),
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          const role = roles.find((value) => value === chosen) ?? null;
          onFilters(filteredBy(filters, { role }));
        }}
      />
      <FilterText
        className={css['text']}
        label={t('accounts.keyword')}
        hint={t(agency ? 'accounts.keywordHintAgency' : 'accounts.keywordHint')}
        text={filters.text}
        onText={(text) => onFilters(filteredBy(filters, { text }))}
      />
      <Button type="submit" variant="default" className={css['press']}>
        {t('accounts.search')}
      </Button>
      {isNarrowed(filters) ? (
        <Button variant="default" className={css['press']} onClick={clear}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </form>
  );
}
