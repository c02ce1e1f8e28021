import type { PrintBlock, PrintDocument } from '../../../shared/contract/print.ts';

type Pair = Extract<PrintBlock, { kind: 'fields' }>['pairs'][number];

export interface Cell extends Pair {
  /** Columns really taken: the last cell of a row takes what is left. */
  readonly columns: number;
}

/** The smallest thing that is never split over two pages. */
export type SheetRow = (
  | { readonly kind: 'heading' | 'note'; readonly text: string }
  | { readonly kind: 'record'; readonly text: string }
  | { readonly kind: 'cells'; readonly cells: readonly Cell[]; readonly tall: boolean }
  | { readonly kind: 'stamp'; readonly text: string }
  | { readonly kind: 'signatures'; readonly boxes: readonly string[] }
) & {
  /** Stays on the page of the row after it: a heading is never the last line of a page. */
  readonly keepWithNext: boolean;
  /** Title to repeat with 「（續）」 when a page begins inside a record. */
  readonly record: string | null;
};

const COLUMNS = 4;

/** Lays pairs into rows of four columns, in order. */
export function cellRows(pairs: readonly Pair[]): Cell[][] {
  const rows: Pair[][] = [];
  let used = COLUMNS;
  for (const pair of pairs) {
    if (used + pair.span > COLUMNS) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(pair);
    used += pair.span;
  }
  return rows.map((row) => {
    const taken = row.slice(0, -1).reduce((sum, pair) => sum + pair.span, 0);
    return row.map((pair, index) => ({
      ...pair,
      columns: index === row.length - 1 ? COLUMNS - taken : pair.span,
    }));
  });
}

const blockRows = (block: PrintBlock): SheetRow[] => {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', text: block.text, keepWithNext: true, record: null }];
    case 'note':
      return [{ kind: 'note', text: block.text, keepWithNext: false, record: null }];
    case 'signatures':
      return [{ kind: 'signatures', boxes: block.boxes, keepWithNext: false, record: null }];
    case 'stamp':
      return [{ kind: 'stamp', text: block.text, keepWithNext: false, record: null }];
    case 'fields':
      return cellRows(block.pairs).map((cells) => ({
        kind: 'cells',
        cells,
        tall: block.tall === true,
        keepWithNext: false,
        record: null,
      }));
    case 'record':
      return [
        { kind: 'record', text: block.title, keepWithNext: true, record: null },
        ...cellRows(block.pairs).map((cells): SheetRow => ({
          kind: 'cells',
          cells,
          tall: false,
          keepWithNext: false,
          record: block.title,
        })),
      ];
    default:
      return block satisfies never;
  }
};

/** All rows of a document in order. */
export const sheetRows = (sheet: Pick<PrintDocument, 'blocks'>): SheetRow[] =>
  sheet.blocks.flatMap(blockRows);
