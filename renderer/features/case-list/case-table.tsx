import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, type CSSProperties } from 'react';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import { useGo } from '../../bridge/navigation.tsx';
import { useRemembered } from '../../bridge/remembered.ts';
import { useText } from '../../bridge/text.ts';
import { CaseLine } from './case-line.tsx';
import { tracksOf, widthOf, type ColumnId } from './columns.ts';
import type { Filters } from './filters.ts';
import { LockTip } from './lock-tip.tsx';
import { TableHead } from './table-head.tsx';
import type { CaseRows } from './use-case-rows.ts';
import { useRowKeys } from '../../ui/rows/use-row-keys.ts';
import css from './case-table.module.css';

/** Heights in px, the same in the style sheet. */
const ROW_HEIGHT = 48;
const HEAD_HEIGHT = 40;

interface Props {
  readonly regime: RegimeId;
  readonly rows: CaseRows;
  readonly columns: readonly ColumnId[];
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

/** The list as a grid: all rows have their place, only those in sight are drawn and read. */
export function CaseTable({ regime, rows, columns, filters, onFilters }: Props) {
  const t = useText();
  const go = useGo();
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const count = rows.total ?? 0;
  const [remembered, onActive] = useRemembered(`cases.row.${regime}`, () => 0);
  const active = Math.min(remembered, Math.max(count - 1, 0));

  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    initialOffset: Math.max(0, (active - 3) * ROW_HEIGHT),
    // The row with the focus stays, wherever one scrolls.
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), active])].toSorted((a, b) => a - b),
      [active],
    ),
  });
  const inSight = virtual.range?.endIndex ?? 0;
  const { need } = rows;
  useEffect(() => need(inSight), [need, inSight]);

  const onKeyDown = useRowKeys(body, {
    count,
    active,
    onActive,
    onOpen: (index) => {
      const row = rows.rowAt(index);
      if (row !== undefined) go({ page: 'case', caseId: row.caseId });
    },
    scrollTo: (index) => virtual.scrollToIndex(index),
  });

  return (
    <div ref={scroller} className={css['scroller']}>
      <div
        role="grid"
        aria-label={t(`regime.${regime}`)}
        aria-rowcount={count + 1}
        aria-colcount={columns.length}
        aria-busy={rows.busy}
        className={css['grid']}
        style={{ '--tracks': tracksOf(columns), minWidth: widthOf(columns) } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        <TableHead columns={columns} filters={filters} onFilters={onFilters} />
        <div ref={body} role="rowgroup" className={css['body']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <CaseLine
              key={item.index}
              row={rows.rowAt(item.index)}
              index={item.index}
              top={item.start - HEAD_HEIGHT}
              active={item.index === active}
              columns={columns}
              onActive={onActive}
            />
          ))}
        </div>
      </div>
      <LockTip within={scroller} />
    </div>
  );
}
