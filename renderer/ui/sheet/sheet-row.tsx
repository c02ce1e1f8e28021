import type { SheetRow } from './rows.ts';

/** One row of the paper. Text is text: nothing typed by people is ever markup. */
export function SheetRowView({ row }: { readonly row: SheetRow }) {
  switch (row.kind) {
    case 'heading':
      return <h2 className="sheet-heading">{row.text}</h2>;
    case 'record':
      return <h3 className="sheet-record">{row.text}</h3>;
    case 'note':
      return <p className="sheet-note">{row.text}</p>;
    case 'cells':
      return (
        <dl className={row.tall ? 'sheet-cells sheet-tall' : 'sheet-cells'}>
          {row.cells.map((cell) => (
            <div key={cell.label} className={`sheet-cell sheet-span-${cell.columns}`}>
              <dt>{cell.label}</dt>
              <dd>{cell.value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'signatures':
      return (
        <div className="sheet-signatures">
          {row.boxes.map((box) => (
            <div key={box} className="sheet-signature">
              {box}
            </div>
          ))}
        </div>
      );
    case 'stamp':
      return <div className="sheet-stamp">{row.text}</div>;
    default:
      return row satisfies never;
  }
}
