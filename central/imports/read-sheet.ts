import { Worker } from 'node:worker_threads';
import { SHEET_BYTES_MAX, type SheetProblem } from '../../shared/domain/import/sheet.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import type { ReadCells } from './read-cells.ts';

/** Lines of text with the head; the number of a line in the file is its place here, counted from 1. */
export type Cells = readonly (readonly string[])[];

/** What one list may cost: milliseconds, and MiB of the thread's memory. */
export interface ReadLimits {
  readonly ms: number;
  readonly mib: number;
}

const USUAL: ReadLimits = { ms: 15_000, mib: 384 };

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * Reads a list in a thread that is stopped when it takes too long or too much memory, so that a hostile
 * file costs nobody else anything. Failure FILE_REFUSED {reason: SheetProblem, name, kind: 'sheet'}.
 */
export async function readSheet(
  { name, contentBase64 }: { readonly name: string; readonly contentBase64: string },
  limits: ReadLimits = USUAL,
): Promise<Result<Cells>> {
  const refused = (reason: SheetProblem) => fail('FILE_REFUSED', { reason, name, kind: 'sheet' });
  if (!BASE64.test(contentBase64)) return refused('damaged');
  const bytes = new Uint8Array(Buffer.from(contentBase64, 'base64'));
  if (bytes.length > SHEET_BYTES_MAX) return refused('tooLarge');
  const read = await readInThread(bytes, limits);
  return read.ok ? ok(read.rows) : refused(read.problem);
}

const isRead = (value: unknown): value is ReadCells =>
  typeof value === 'object' && value !== null && 'ok' in value;

function readInThread(bytes: Uint8Array<ArrayBuffer>, { ms, mib }: ReadLimits): Promise<ReadCells> {
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
    workerData: bytes,
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: mib },
    // Nothing of ours is the file's business.
    env: {},
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => end({ ok: false, problem: 'slow' }), ms);
    const end = (read: ReadCells): void => {
      clearTimeout(timer);
      resolve(read);
      void worker.terminate();
    };
    worker.once('message', (said: unknown) => end(isRead(said) ? said : { ok: false, problem: 'damaged' }));
    worker.once('error', () => end({ ok: false, problem: 'damaged' }));
    worker.once('exit', () => end({ ok: false, problem: 'damaged' }));
  });
}
