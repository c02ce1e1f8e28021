import type { SheetRow } from './rows.ts';

export interface SheetPage {
  /** Indices of the rows on this page. */
  readonly rows: readonly number[];
  /** Title of the record that goes on here from the page before; else null. */
  readonly continued: string | null;
}

/**
 * Fills pages from top to bottom. `heights` are the measured heights of the rows, `capacity` is what
 * a page holds, `continuedHeight` what a repeated record title takes (all in the same unit). A row
 * that is higher than a page stands alone on its own page; nothing is ever left out.
 */
export function paginate(
  rows: readonly Pick<SheetRow, 'keepWithNext' | 'record'>[],
  heights: readonly number[],
  capacity: number,
  continuedHeight: number,
): SheetPage[] {
  const pages: { rows: number[]; continued: string | null }[] = [];
  let left = 0;
  for (let index = 0; index < rows.length;) {
    const group = keptTogether(rows, index);
    const height = group.reduce((sum, row) => sum + (heights[row] ?? 0), 0);
    if (pages.length === 0 || height > left) {
      const continued = rows[index]?.record ?? null;
      pages.push({ rows: [], continued });
      left = capacity - (continued === null ? 0 : continuedHeight);
    }
    pages.at(-1)?.rows.push(...group);
    left -= height;
    index += group.length;
  }
  return pages.length > 0 ? pages : [{ rows: [], continued: null }];
}

/** The row at `index` and those that must stand under it. */
function keptTogether(rows: readonly Pick<SheetRow, 'keepWithNext'>[], index: number): number[] {
  const group = [index];
  while (rows[group.at(-1) ?? index]?.keepWithNext === true && group.at(-1) !== rows.length - 1) {
    group.push((group.at(-1) ?? index) + 1);
  }
  return group;
}
