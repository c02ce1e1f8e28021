import { Button, Loader } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useRemembered } from '../../bridge/remembered.ts';
import { useText } from '../../bridge/text.ts';
import { Empty } from '../../ui/empty/empty.tsx';
import { FilterText } from '../../ui/filter/filter-text.tsx';
import { DayField } from '../../ui/form/day-field.tsx';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { Page } from '../../ui/page/page.tsx';
import {
  filterProblem,
  HISTORY_SIZE,
  historyQuery,
  NO_FILTERS,
  type HistoryFilters,
} from './history-filters.ts';
import { HistoryTable } from './history-table.tsx';
import { useHistory } from './use-history.ts';
import css from './account-history.module.css';

/** How long after the last stroke the list follows: every reading of the history is written down itself. */
const PAUSE_MS = 300;

/** 帳號紀錄: who did what to which account, for 主通 of the own school and for 管理者. */
export function HistoryPage() {
  const t = useText();
  const [filters, setFilters] = useRemembered<HistoryFilters>('history.filters', () => NO_FILTERS);
  const [question, setQuestion] = useState(() => historyQuery(filters, null) ?? OPEN);
  const history = useHistory(question);
  // While a date is half typed, the list stays as it was.
  const follow = useDebouncedCallback(
    (next: HistoryFilters) => setQuestion((before) => historyQuery(next, null) ?? before),
    PAUSE_MS,
  );
  const empty = isNarrowed(filters) ? 'empty' : 'none';
  const narrow = (patch: Partial<HistoryFilters>): void => {
    const next = { ...filters, ...patch };
    setFilters(next);
    follow(next);
  };
  return (
    <Page title={t('menu.accountHistory')} purpose={t('history.purpose')}>
      <FilterBar filters={filters} onNarrow={narrow} />
      {history.failure === null ? null : <AccountFailure failure={history.failure} retry={history.retry} />}
      {history.rows === undefined ? (
        history.failure === null ? (
          <Loader aria-label={t('frame.loading')} />
        ) : null
      ) : history.rows.length === 0 ? (
        <Empty title={t(`history.${empty}.title`)} hint={t(`history.${empty}.hint`)} />
      ) : (
        <>
          <HistoryTable rows={history.rows} busy={history.busy} />
          <div className={css['foot']}>
            <span role="status">
              {t(history.more ? 'history.shown' : 'history.all', { count: history.rows.length })}
            </span>
            {history.more ? (
              <Button variant="default" loading={history.busy} onClick={history.readOn}>
                {t('history.more')}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </Page>
  );
}

const OPEN = { from: null, to: null, text: '', before: null, limit: HISTORY_SIZE };

const isNarrowed = ({ from, to, text }: HistoryFilters): boolean =>
  from !== '' || to !== '' || text.trim() !== '';

interface BarProps {
  readonly filters: HistoryFilters;
  readonly onNarrow: (patch: Partial<HistoryFilters>) => void;
}

function FilterBar({ filters, onNarrow }: BarProps) {
  const t = useText();
  // A new number empties the fields that hold typed text of their own.
  const [cleared, setCleared] = useState(0);
  const [left, setLeft] = useState({ from: false, to: false });
  const narrowed = isNarrowed(filters);
  const day = (side: 'from' | 'to') => (
    <DayField
      id={side}
      label={t(`filter.${side}`)}
      value={filters[side]}
      problem={left[side] ? filterProblem(filters, side) : undefined}
      onChange={(value) => {
        setLeft((before) => ({ ...before, [side]: false }));
        onNarrow({ [side]: value });
      }}
      onLeave={() => setLeft((before) => ({ ...before, [side]: true }))}
    />
  );
  return (
    <div key={cleared} role="search" aria-label={t('filter.label')} className={css['bar']}>
      {day('from')}
      {day('to')}
      <FilterText
        className={css['text']}
        label={t('filter.text')}
        hint={t('history.textHint')}
        text={filters.text}
        onText={(text) => onNarrow({ text })}
      />
      {narrowed ? (
        <Button
          variant="default"
          className={css['clear']}
          onClick={() => {
            onNarrow(NO_FILTERS);
            setCleared(cleared + 1);
          }}
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </div>
  );
}
