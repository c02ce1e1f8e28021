import type { WebContents } from 'electron';
import { createWindow, loadPage } from '../window.ts';
import type { PrintSheet } from './print-desk.ts';

/** A4 at 96 dots per inch (CSS pixels). */
const A4 = { width: 794, height: 1123 };

/** A hidden window with the print page, and its ways onto paper. */
export interface WindowSheet extends PrintSheet {
  toPdf(): Promise<Uint8Array>;
  /** Shows the system's print dialog; false when the person cancelled there. */
  toPaper(): Promise<boolean>;
}

export function openPrintSheet(): WindowSheet {
  const window = createWindow('print', A4);
  const contents = window.webContents;
  return {
    load: () => loadPage(window, 'print'),
    gone: new Promise((done) => contents.once('render-process-gone', () => done())),
    close: () => window.destroy(),
    toPdf: () =>
      contents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }),
    toPaper: () => printOnPaper(contents),
  };
}

/** Chromium tells "cancelled" from "failed" only by this word. */
const CANCELLED = /cancel/i;

function printOnPaper(contents: WebContents): Promise<boolean> {
  return new Promise((done, refuse) => {
    contents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (printed, reason) => {
      if (printed || CANCELLED.test(reason)) done(printed);
      else refuse(Object.assign(new Error('the print job failed'), { code: reason }));
    });
  });
}
