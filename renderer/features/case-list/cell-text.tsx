import type { CaseRow } from '../../../shared/contract/core.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import type { Translate } from '../../../shared/text/index.ts';
import type { Format } from '../../bridge/text.ts';
import { StateWord } from '../../ui/tone/state-word.tsx';
import type { ColumnId } from './columns.ts';
import css from './case-table.module.css';

/** Columns that show text; the three columns of acts and the state are drawn. */
export type TextColumn = Exclude<ColumnId, 'state' | 'name' | 'form' | 'main' | 'more'>;

type Show = (row: CaseRow, t: Translate, format: Format) => string;

const day = (value: string | null, format: Format): string => (value === null ? '' : format.shortDate(value));
const word = (t: Translate, table: string, code: string): string =>
  code === '' ? '' : t(`${table}.${code}`);

/** What each column says. An empty 通報字號 is one that the service has not given yet (I15). */
export const CELL_TEXT = {
  caseNumber: (row, t) => row.caseNumber ?? t('cases.noNumber'),
  studentNumber: (row) => row.studentNumber ?? '',
  category: (row, t) => word(t, 'categoryShort', row.category),
  mainCause: (row, t) => word(t, 'mainCause', row.mainCause),
  filedByName: (row) => row.filedByName,
  filedAt: (row, _, format) => format.shortDate(row.filedAt),
  closeReason: (row, t) => t(`closeReason.${row.closeReason ?? 'none'}`),
  reportedAt: (row, _, format) => day(row.reportedAt, format),
  closedAt: (row, _, format) => day(row.closedAt, format),
} as const satisfies Record<TextColumn, Show>;

/** State as icon, word and colour; below it 追蹤紀錄:n筆 [A:625] and, until received, where the work stands. */
export function StateCell({ row, t }: { readonly row: CaseRow; readonly t: Translate }) {
  const state = REGIMES[row.regime].states[row.state];
  return (
    <>
      {state === null ? null : <StateWord row={state} word={t(`state.${row.regime}.${row.state}`)} />}
      <span className={css['sub']}>
        {t('cases.tracking', { count: row.trackingSent })}
        {row.delivery === 'received' ? null : (
          <span data-delivery={row.delivery} className={css['delivery']}>
            {t(`delivery.${row.delivery}`)}
          </span>
        )}
      </span>
    </>
  );
}
