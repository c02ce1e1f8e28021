import { indexOf } from './case-index.ts';
import { foldLines, linesOf, type LogLine } from './overlay.ts';
import type { Tables } from './tables.ts';

/** The epoch of the mirror in use; before first contact there is none. */
const epochInUse = ({ meta }: Tables): string => meta.find('epoch') ?? '';

export const linesIn = (tables: Tables, caseId: string): readonly LogLine[] =>
  linesOf(tables.log.ofCase(epochInUse(tables), caseId), tables.outbox.ofCase(caseId));

/** Folds these cases anew; called inside the transaction that changed them (I14). */
export function refreshCases(tables: Tables, caseIds: Iterable<string>): void {
  for (const caseId of caseIds) {
    const view = foldLines(linesIn(tables, caseId));
    if (view === undefined) tables.views.delete(caseId);
    else tables.views.put({ index: indexOf(view), view });
  }
}
