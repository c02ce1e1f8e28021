import type { CaseRow } from '../../shared/contract/core.ts';
import type { Actor } from '../../shared/domain/account/account.ts';
import { uuidOf, type CaseParts } from './case-builders.ts';
import { aView } from './case-view.ts';

/** One line of the list: a case brought to a state by real operations, as one account sees it. */
export const aRow = (parts: CaseParts = {}, over: Partial<CaseRow> = {}, actor?: Actor): CaseRow => ({
  ...aView(parts, actor).row,
  ...over,
});

/** Many lines with ids and 學號 by number, in order. */
export const manyRows = (count: number): readonly CaseRow[] => {
  const row = aRow();
  return Array.from({ length: count }, (_, n) => ({
    ...row,
    caseId: uuidOf(0xca5e_0000 + n),
    name: `學生${n}`,
    studentNumber: String(1_130_000 + n),
  }));
};
