import type { PrintDocument } from '../../../shared/contract/print.ts';

/** How long a page may take to be laid out (milliseconds). */
const LAYOUT_LIMIT = 30_000;

/** One hidden window that shows the print page, whatever makes it. */
export interface PrintSheet {
  /** Loads the page, which then asks for the document and says when it is ready. */
  load(): Promise<void>;
  /** Settles when the page dies. */
  readonly gone: Promise<void>;
  close(): void;
}

export interface PrintDesk<S extends PrintSheet> {
  /**
   * Lays a document out on a new sheet and does something with it, one document after the other.
   * Rejects when the page dies or is not ready in time; the sheet is closed in every case, so that
   * no student's data stay in a hidden window.
   */
  print<T>(document: PrintDocument, use: (sheet: S) => Promise<T>): Promise<T>;
  /** What the print page is to show; nothing when no document is being printed. */
  findDocument(): PrintDocument | undefined;
  /** The print page has laid everything out. */
  ready(): void;
}

export function createPrintDesk<S extends PrintSheet>(
  openSheet: () => S,
  limit: number = LAYOUT_LIMIT,
): PrintDesk<S> {
  let current: { readonly document: PrintDocument; readonly ready: () => void } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const layOut = async (sheet: S, document: PrintDocument): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const ready = new Promise<void>((done) => (current = { document, ready: done }));
    const died = sheet.gone.then(() => Promise.reject(new Error('the print page died')));
    const late = new Promise<never>((_, refuse) => {
      timer = setTimeout(() => refuse(new Error('the print page was not ready in time')), limit);
    });
    try {
      await Promise.race([sheet.load().then(() => ready), died, late]);
    } finally {
      clearTimeout(timer);
    }
  };

  const printNow = async <T>(document: PrintDocument, use: (sheet: S) => Promise<T>): Promise<T> => {
    const sheet = openSheet();
    try {
      await layOut(sheet, document);
      return await use(sheet);
    } finally {
      current = undefined;
      sheet.close();
    }
  };

  return {
    print: (document, use) => {
      const mine = last.then(() => printNow(document, use));
      last = mine.catch(() => undefined);
      return mine;
    },
    findDocument: () => current?.document,
    ready: () => current?.ready(),
  };
}
