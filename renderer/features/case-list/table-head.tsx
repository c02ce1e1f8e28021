import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { useText } from '../../bridge/text.ts';
import { columnRow, type ColumnId } from './columns.ts';
import { sortedBy, type Filters } from './filters.ts';
import css from './case-table.module.css';

interface Props {
  readonly columns: readonly ColumnId[];
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

/** Headings that sort; the order is told by `aria-sort` and by an arrow. */
export function TableHead({ columns, filters, onFilters }: Props) {
  return (
    <div role="rowgroup" className={css['head']}>
      <div role="row" aria-rowindex={1} className={css['headings']}>
        {columns.map((id) => (
          <Heading key={id} id={id} filters={filters} onFilters={onFilters} />
        ))}
      </div>
    </div>
  );
}

const ARROWS = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort } as const;

function Heading({ id, filters, onFilters }: Omit<Props, 'columns'> & { readonly id: ColumnId }) {
  const t = useText();
  const { sort } = columnRow(id);
  const label = t(`column.${id}`);
  if (sort === undefined) {
    return (
      <div role="columnheader" className={css['heading']}>
        {label}
      </div>
    );
  }
  const order = filters.sort !== sort ? 'none' : filters.descending ? 'descending' : 'ascending';
  const Arrow = ARROWS[order];
  return (
    <div role="columnheader" aria-sort={order} className={css['heading']}>
      <button
        type="button"
        className={css['sort']}
        data-order={order}
        onClick={() => onFilters(sortedBy(filters, sort))}
      >
        {label}
        <Arrow size="0.9em" aria-hidden />
      </button>
    </div>
  );
}
