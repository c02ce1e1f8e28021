import { HEAD_BYTES, precheckFile } from '../../../shared/domain/account/file-precheck.ts';
import type { FileProblem } from '../../../shared/domain/account/file-problem.ts';
import { FILE_MAX } from '../../../shared/domain/account/request.ts';
import { bytesToBase64 } from '../../bridge/base64.ts';
import { accept, refuse, type Checked } from '../../../shared/domain/plain-text/checked.ts';

/** A scan as it was when it was picked: what becomes of the file on the disk afterwards does not matter. */
export interface PickedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly contentBase64: string;
}

const NOT_READ = new Uint8Array();

/**
 * Reads a picked or dropped scan at once. What can be seen here is told here (`precheckFile`), and
 * `unreadable` when it went away or changed while it was being read (security 7.33). Central looks closer.
 */
export async function readFile(file: File): Promise<Checked<PickedFile, FileProblem>> {
  const { name, size } = file;
  // Too large is known before it fills the memory.
  if (size > FILE_MAX) return refuse(precheckFile({ name, size, head: NOT_READ }) ?? 'type');
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  // A file that is gone says to have no bytes; one that has none can be read.
  if (bytes === null || bytes.length !== size) return refuse('unreadable');
  const problem = precheckFile({ name, size, head: bytes.subarray(0, HEAD_BYTES) });
  return problem === null ? accept({ name, size, contentBase64: bytesToBase64(bytes) }) : refuse(problem);
}
