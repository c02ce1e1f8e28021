import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import { useGo } from '../../bridge/navigation.tsx';
import { todayInTaipei } from '../../bridge/now.ts';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useRemembered } from '../../bridge/remembered.ts';
import { useText } from '../../bridge/text.ts';
import { Empty } from '../../ui/empty/empty.tsx';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { CaseTable } from './case-table.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { COLUMN_IDS, hiddenAtFirst, type ColumnId } from './columns.ts';
import { FilterBar } from './filter-bar.tsx';
import { defaultFilters, isNarrowed, type Filters } from './filters.ts';
import { useCaseRows } from './use-case-rows.ts';
import css from './case-list.module.css';

/** Menu, margins and scroll bar beside the list, in CSS px. */
const BESIDE = 251;

/** 中途離校 or 中途輟學: the cases one may see, and 新增填報 where one may file. */
export function CaseListPage({ regime }: { readonly regime: RegimeId }) {
  const t = useText();
  const [filters, setFilters] = useRemembered<Filters>(`cases.filters.${regime}`, () =>
    defaultFilters(todayInTaipei()),
  );
  const [hidden, setHidden] = useRemembered<readonly ColumnId[]>('cases.hidden', () =>
    hiddenAtFirst(window.innerWidth - BESIDE),
  );
  const rows = useCaseRows(regime, filters);
  const mayFile = useMayFile(regime);
  return (
    <Page fill title={t(`regime.${regime}`)} action={mayFile ? <FileButton regime={regime} /> : null}>
      <FilterBar regime={regime} filters={filters} onFilters={setFilters} />
      {rows.failure === null ? null : <FailureNotice failure={rows.failure} retry={rows.retry} />}
      <div className={css['count']}>
        <span role="status">
          {rows.total === undefined ? '' : t('cases.total', { count: rows.total.toLocaleString('zh-TW') })}
        </span>
        <ColumnMenu hidden={hidden} onHidden={setHidden} />
      </div>
      {rows.total === 0 ? (
        isNarrowed(filters, todayInTaipei()) ? (
          <Empty title={t('cases.noneFound.title')} hint={t('cases.noneFound.hint')} />
        ) : (
          <Empty
            title={t('cases.empty.title')}
            hint={t(mayFile ? 'cases.empty.mayFile' : 'cases.empty.hint')}
            action={mayFile ? <FileButton regime={regime} /> : null}
          />
        )
      ) : (
        <CaseTable
          regime={regime}
          rows={rows}
          columns={COLUMN_IDS.filter((id) => !hidden.includes(id))}
          filters={filters}
          onFilters={setFilters}
        />
      )}
    </Page>
  );
}

/** 新增填報 is there only for those who may file [A:423]. */
function useMayFile(regime: RegimeId): boolean {
  const { data } = useCoreQuery('case.start', { regime });
  return data?.verdicts.submit.allowed === true;
}

function FileButton({ regime }: { readonly regime: RegimeId }) {
  const t = useText();
  const go = useGo();
  return (
    <Button
      leftSection={<IconPlus size="1.1em" aria-hidden />}
      onClick={() => go({ page: 'newCase', regime })}
    >
      {t('cases.file')}
    </Button>
  );
}
