import type { FileProblem } from '../../shared/domain/account/file-problem.ts';
import { hasZipEnd, skipFilling } from './foreign.ts';

const END = '%%EOF';
/** How much of the file is looked at on either side of what should stand there. */
const NEAR = 4096;

/** How objects of a PDF, or the table of them, begin. */
const OBJECT = /^(?:\d+\s+\d+\s+obj|xref|trailer|startxref)/;

/** Behind the first line only comments until the first object. */
function hasForeignStart(content: Buffer): boolean {
  const start = content.toString('latin1', 0, NEAR).replace(/^(?:%[^\r\n]*[\r\n]+|[\s\0]+)*/, '');
  return start !== '' && !start.startsWith('%') && !OBJECT.test(start);
}

/**
 * Whether the file is one PDF from its first byte to its last (security 7.32): `mixed` when there is
 * something foreign before the first object or behind the end, or a ZIP around it; `damaged` when the
 * end is missing.
 */
export function checkPdfOutline(content: Buffer): FileProblem | null {
  if (hasZipEnd(content) || hasForeignStart(content)) return 'mixed';
  const end = content.lastIndexOf(END);
  if (end < 0) return 'damaged';
  const rest = skipFilling(content, end + END.length);
  if (rest === content.length) return null;
  // A file for the web has an end near its beginning: cut off later, it ends among objects.
  return OBJECT.test(content.toString('latin1', rest, rest + NEAR)) ? 'damaged' : 'mixed';
}
