import type { ReactNode } from 'react';
import type { PrintDocument } from '../../../shared/contract/print.ts';
import { QrCode } from './qr-code.tsx';

const fill = (text: string, blanks: Readonly<Record<string, number>>) =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(blanks[name] ?? whole));

/** One A4 page: head with QR code, body, foot with page n/m. */
export function SheetPage({
  sheet,
  page,
  pages,
  qrLabel,
  children,
}: {
  readonly sheet: PrintDocument;
  readonly page: number;
  readonly pages: number;
  readonly qrLabel: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="sheet-page" aria-label={fill(sheet.labels.page, { page, pages })}>
      {sheet.watermark !== null && <p className="sheet-watermark">{sheet.watermark}</p>}
      <header className="sheet-head">
        <div>
          <p className="sheet-school">{sheet.schoolName}</p>
          <p className="sheet-title">{sheet.title}</p>
          {sheet.caseNumber === '' ? null : (
            <p className="sheet-number">
              {sheet.labels.caseNumber}：{sheet.caseNumber}
            </p>
          )}
        </div>
        <QrCode text={sheet.qr} label={qrLabel} />
      </header>
      <div className="sheet-body">{children}</div>
      <footer className="sheet-foot">
        <span>
          {sheet.labels.printedAt} {sheet.printedAt}　{sheet.labels.printedBy} {sheet.printedBy}
        </span>
        <span>
          {sheet.labels.formVersion} {sheet.formVersion}　{sheet.contentHash.slice(0, 16)}
        </span>
        <span>{fill(sheet.labels.page, { page, pages })}</span>
      </footer>
    </section>
  );
}
