import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PrintDocument } from '../../../shared/contract/print.ts';
import { paginate, type SheetPage as Page } from './paginate.ts';
import { sheetRows } from './rows.ts';
import { SheetPage } from './sheet-page.tsx';
import { SheetRowView } from './sheet-row.tsx';
import '@fontsource/iansui/400.css';
import './sheet.css';

/** Waits for the faces that this very text needs: the font comes in many small files. */
async function fontsFor(node: HTMLElement): Promise<void> {
  await document.fonts.load('10.5pt Iansui', node.textContent);
  await document.fonts.ready;
}

/**
 * A document as A4 pages, on screen and on paper the same. All rows are first laid out on one
 * measuring page; their heights decide the breaks. `onPages` tells how many pages there are.
 */
export function Sheet({
  sheet,
  qrLabel,
  continued,
  onPages,
}: {
  readonly sheet: PrintDocument;
  readonly qrLabel: string;
  /** 「…（續）」 for a record that goes on. */
  readonly continued: (title: string) => string;
  readonly onPages?: (pages: number) => void;
}) {
  const rows = useMemo(() => sheetRows(sheet), [sheet]);
  const measure = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<readonly Page[] | null>(null);

  useLayoutEffect(() => {
    const node = measure.current;
    if (node === null) return;
    let stale = false;
    void fontsFor(node).then(() => {
      const body = node.querySelector('.sheet-body');
      if (stale || body === null) return;
      const [probe, ...boxes] = [...body.children].map((row) => row.getBoundingClientRect().height);
      const found = paginate(rows, boxes, body.clientHeight, probe ?? 0);
      setPages(found);
      onPages?.(found.length);
    });
    return () => {
      stale = true;
    };
  }, [rows, onPages]);

  return (
    <div className="sheet">
      {pages === null ? (
        <div ref={measure} className="sheet-measure" aria-hidden="true">
          <SheetPage sheet={sheet} page={1} pages={1} qrLabel={qrLabel}>
            <h3 className="sheet-record">{continued(sheet.title)}</h3>
            {rows.map((row, index) => (
              <SheetRowView key={index} row={row} />
            ))}
          </SheetPage>
        </div>
      ) : (
        pages.map((page, number) => (
          <SheetPage key={number} sheet={sheet} page={number + 1} pages={pages.length} qrLabel={qrLabel}>
            {page.continued !== null && <h3 className="sheet-record">{continued(page.continued)}</h3>}
            {page.rows.map((index) => {
              const row = rows[index];
              return row === undefined ? null : <SheetRowView key={index} row={row} />;
            })}
          </SheetPage>
        ))
      )}
    </div>
  );
}
