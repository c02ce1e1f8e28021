import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { CASE_STATES, type CaseState } from '../../../shared/domain/case/state.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { todayInTaipei } from '../../bridge/now.ts';
import { useText } from '../../bridge/text.ts';
import { FilterText } from '../../ui/filter/filter-text.tsx';
import { FilterDates } from './filter-dates.tsx';
import { defaultFilters, isNarrowed, type Filters } from './filters.ts';
import css from './filter-bar.module.css';

interface Props {
  readonly regime: RegimeId;
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

/** What narrows the list: dates, 狀態, text; each takes effect while it is typed. */
export function FilterBar({ regime, filters, onFilters }: Props) {
  const t = useText();
  // A new number empties the fields that hold half-typed text of their own.
  const [cleared, setCleared] = useState(0);
  const states = CASE_STATES.filter((state) => REGIMES[regime].states[state] !== null);
  const clear = (): void => {
    const { sort, descending } = filters;
    onFilters({ ...defaultFilters(todayInTaipei()), sort, descending });
    setCleared(cleared + 1);
  };
  return (
    <div key={cleared} role="search" aria-label={t('filter.label')} className={css['bar']}>
      <FilterDates range={filters} onRange={(range) => onFilters({ ...filters, ...range })} />
      <NativeSelect
        className={css['state']}
        label={t('column.state')}
        value={filters.state ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onFilters({ ...filters, state: states.find((state: CaseState) => state === chosen) ?? null });
        }}
        data={[
          { value: '', label: t('filter.anyState') },
          ...states.map((state) => ({ value: state, label: t(`state.${regime}.${state}`) })),
        ]}
      />
      <FilterText
        className={css['text']}
        label={t('filter.text')}
        hint={t('filter.textHint')}
        text={filters.text}
        onText={(text) => onFilters({ ...filters, text })}
      />
      {isNarrowed(filters, todayInTaipei()) ? (
        <Button variant="default" onClick={clear}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </div>
  );
}
