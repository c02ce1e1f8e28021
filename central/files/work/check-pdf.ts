import { FILE_PAGES_MAX } from '../../../shared/domain/account/request.ts';
import { passed, stopped, type Looked } from '../checked-file.ts';
import { drawPage } from './draw-page.ts';
import { openPdf, type Pdf } from './open-pdf.ts';
import { findNamesProblem } from './pdf-names.ts';
import type { Done } from './task.ts';

/** 1/72 inch: the largest page of the format, 200 inches. */
const PAGE_MAX = 14_400;
/** A page is no strip of paper. */
const RATIO_MAX = 20;
/** Pixels: enough to learn that the first page can be drawn. */
const TRIAL = 400;

const isEncryption = (fault: unknown): boolean =>
  fault instanceof Error && fault.name === 'PasswordException';

/** What pdf.js itself finds of scripts and attached files, however they are written. */
async function isActive(pdf: Pdf): Promise<boolean> {
  const found = [await pdf.getJSActions(), await pdf.getAttachments()];
  return pdf.isPureXfa || found.some((each: object | null) => each !== null);
}

/** Reads each page through, without its pictures. */
async function readPages(pdf: Pdf): Promise<'active' | 'dimensions' | null> {
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const [long, short] = [Math.max(width, height), Math.min(width, height)];
    if (!(long <= PAGE_MAX) || !(long / short <= RATIO_MAX)) return 'dimensions';
    const actions: object | null = await page.getJSActions();
    if (actions !== null) return 'active';
    await page.getAnnotations();
    await page.getTextContent();
    page.cleanup();
  }
  return null;
}

/** A PDF read through completely (security 7.32); what does not open or break off is `damaged`. */
export async function checkPdf(content: Uint8Array): Promise<Looked<Done>> {
  const named = findNamesProblem(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  if (named !== null) return stopped(named);
  let pdf: Pdf;
  try {
    pdf = await openPdf(content);
  } catch (fault) {
    return stopped(isEncryption(fault) ? 'encrypted' : 'damaged');
  }
  if ((await pdf.getPermissions()) !== null) return stopped('encrypted');
  if (await isActive(pdf)) return stopped('active');
  if (pdf.numPages > FILE_PAGES_MAX) return stopped('pages');
  if (pdf.numPages < 1) return stopped('damaged');
  const problem = await readPages(pdf);
  if (problem !== null) return stopped(problem);
  if ((await drawPage(pdf, 1, TRIAL)) === null) return stopped('unreadable');
  return passed({ pages: pdf.numPages, content: new Uint8Array() });
}
