import { indexOf } from './case-index.ts';
import { epochInUse, logInUse } from './log-names.ts';
import { foldLines, linesOf, type LogLine } from './overlay.ts';
import type { Tables } from './tables.ts';

export const linesIn = (tables: Tables, caseId: string): readonly LogLine[] =>
  linesOf(tables.log.ofCase(logInUse(tables), caseId), tables.outbox.ofCase(caseId), epochInUse(tables));

/** Folds these cases anew; called inside the transaction that changed them (I14). */
export function refreshCases(tables: Tables, caseIds: Iterable<string>): void {
  for (const caseId of caseIds) {
    const view = foldLines(linesIn(tables, caseId));
    if (view === undefined) tables.views.delete(caseId);
    else tables.views.put({ index: indexOf(view), view });
  }
}
