import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type SaveDialogOptions } from 'electron';
import type { Handlers } from '../../../shared/contract/door.ts';
import type { ShellDoor } from '../../../shared/contract/shell.ts';
import { fail, ok, type Result } from '../../../shared/failure.ts';
import { writeDurably } from '../durable-file.ts';
import type { Log } from '../log.ts';
import { shellText } from '../text.ts';
import { safeFileName } from './file-name.ts';
import { createPrintDesk } from './print-desk.ts';
import { openPrintSheet } from './print-sheet.ts';

type PrintHandlers = Pick<
  Handlers<ShellDoor>,
  'print.save' | 'print.paper' | 'print.document' | 'print.ready'
>;

/** Printing: to a PDF file or on paper; the page itself is laid out by the renderer's print page. */
export function printHandlers(mainWindow: () => BrowserWindow | undefined, log: Log): PrintHandlers {
  const desk = createPrintDesk(openPrintSheet);
  const failed = (where: string, fault: unknown): Result<never> => {
    log.fault(where, fault);
    return fail(isDiskFull(fault) ? 'DISK_FULL' : 'PRINT_FAILED');
  };

  return {
    'print.save': async (document) => {
      try {
        const pdf = await desk.print(document, (sheet) => sheet.toPdf());
        const path = await askWhere(mainWindow(), safeFileName(document.fileName));
        if (!path) return ok({ saved: false });
        await writeDurably(path, pdf);
        return ok({ saved: true });
      } catch (fault) {
        return failed('print.save', fault);
      }
    },
    'print.paper': async (document) => {
      try {
        return ok({ printed: await desk.print(document, (sheet) => sheet.toPaper()) });
      } catch (fault) {
        return failed('print.paper', fault);
      }
    },
    'print.document': async () => {
      const document = desk.findDocument();
      return document ? ok(document) : fail('NOT_FOUND');
    },
    'print.ready': async () => {
      desk.ready();
      return ok({});
    },
  };
}

async function askWhere(parent: BrowserWindow | undefined, name: string): Promise<string | undefined> {
  const text = shellText();
  const options: SaveDialogOptions = {
    title: text('shell.save.title'),
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: text('shell.save.kind'), extensions: ['pdf'] }],
    // A list of recent documents would name students to the next person at this computer.
    properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
  };
  const { filePath } = await (parent
    ? dialog.showSaveDialog(parent, options)
    : dialog.showSaveDialog(options));
  return filePath || undefined;
}

function isDiskFull(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && (fault.code === 'ENOSPC' || fault.code === 'EDQUOT');
}
