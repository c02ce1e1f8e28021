import { SHEET_BYTES_MAX, type SheetProblem } from '../../../shared/domain/import/sheet.ts';
import { accept, refuse, type Checked } from '../../../shared/domain/plain-text/checked.ts';
import { bytesToBase64 } from '../../bridge/base64.ts';

/** A list as it was when it was picked. */
export interface PickedList {
  readonly name: string;
  readonly contentBase64: string;
}

/** What can be told here before anything travels: kind by name, size, and whether it could be read. */
export async function readList(
  file: File,
): Promise<Checked<PickedList, Extract<SheetProblem, 'type' | 'empty' | 'tooLarge' | 'damaged'>>> {
  if (!/\.(csv|xlsx)$/i.test(file.name.trim())) return refuse('type');
  if (file.size > SHEET_BYTES_MAX) return refuse('tooLarge');
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  // A file that is gone says to have no bytes; one that has none can be read.
  if (bytes === null || bytes.length !== file.size) return refuse('damaged');
  if (bytes.length === 0) return refuse('empty');
  return accept({ name: file.name.slice(0, 400), contentBase64: bytesToBase64(bytes) });
}
