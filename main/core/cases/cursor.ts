import { z } from 'zod';
import type { CasePlace } from '../vault/rows.ts';

/** Where a page of the list ended, and how many rows the whole list had when it was begun. */
interface Cursor {
  readonly place: CasePlace;
  readonly total: number;
}

const Cursor = z.tuple([z.string().max(200), z.uuid(), z.number().int().nonnegative()]);

export const writeCursor = ({ place, total }: Cursor): string =>
  Buffer.from(JSON.stringify([place.value, place.caseId, total])).toString('base64url');

/** Undefined for a text that we did not write. */
export function findCursor(text: string): Cursor | undefined {
  try {
    const [value, caseId, total] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { place: { value, caseId }, total };
  } catch {
    return undefined;
  }
}
