import { memo } from 'react';
import type { CaseRow } from '../../../shared/contract/core.ts';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useFormat, useText } from '../../bridge/text.ts';
import { FormCell, MainCell } from './act-cells.tsx';
import { CELL_TEXT, StateCell } from './cell-text.tsx';
import type { ColumnId } from './columns.ts';
import { MoreMenu } from './more-menu.tsx';
import css from './case-table.module.css';

interface Props {
  readonly row: CaseRow | undefined;
  readonly index: number;
  /** Distance from the top of the body in px. */
  readonly top: number;
  readonly active: boolean;
  readonly columns: readonly ColumnId[];
  readonly onActive: (index: number) => void;
}

/** One line of the list, of plain cells: hundreds of them pass while one scrolls (P10). */
export const CaseLine = memo(function CaseLine({ row, index, top, active, columns, onActive }: Props) {
  const t = useText();
  const { go } = useNavigation();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-active={active || undefined}
      tabIndex={active ? 0 : -1}
      className={css['line']}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => onActive(index)}
      onDoubleClick={() => row && go({ page: 'case', caseId: row.caseId })}
    >
      {row === undefined ? (
        <div role="gridcell" className={css['cell']} aria-colspan={columns.length}>
          <span className={css['sub']}>{t('frame.loading')}</span>
        </div>
      ) : (
        columns.map((id) => (
          <div key={id} role="gridcell" className={css['cell']} data-column={id}>
            <Cell id={id} row={row} active={active} />
          </div>
        ))
      )}
    </div>
  );
});

function Cell({
  id,
  row,
  active,
}: {
  readonly id: ColumnId;
  readonly row: CaseRow;
  readonly active: boolean;
}) {
  const t = useText();
  const format = useFormat();
  const { href } = useNavigation();
  const tabIndex = active ? 0 : -1;
  switch (id) {
    case 'name':
      return (
        <a className={css['name']} tabIndex={-1} href={href({ page: 'case', caseId: row.caseId })}>
          {row.name}
        </a>
      );
    case 'state':
      return <StateCell row={row} t={t} />;
    case 'form':
      return <FormCell row={row} tabIndex={tabIndex} />;
    case 'main':
      return <MainCell row={row} tabIndex={tabIndex} />;
    case 'more':
      return <MoreMenu row={row} tabIndex={tabIndex} />;
    case 'caseNumber':
    case 'studentNumber':
    case 'category':
    case 'mainCause':
    case 'filedByName':
    case 'filedAt':
    case 'closeReason':
    case 'reportedAt':
    case 'closedAt':
      return <CellText text={CELL_TEXT[id](row, t, format)} />;
    default:
      return id satisfies never;
  }
}

/** What does not fit is cut off and told by the pointer. */
const CellText = ({ text }: { readonly text: string }) => (
  <span className={css['text']} title={text}>
    {text}
  </span>
);
