import type { CaseRow, Delivery } from '../../../shared/contract/core.ts';
import type { Actor } from '../../../shared/domain/account/account.ts';
import { allowedActions } from '../../../shared/domain/case/allowed-actions.ts';
import { categoryOf, sentTracking, type Case } from '../../../shared/domain/case/case.ts';
import { textOf } from '../../../shared/forms/values.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import type { Session } from '../auth/session.ts';
import { deliveriesOf } from './delivery.ts';

/** One line of the list, with what this person may do there today. */
export const caseRow = (c: Case, actor: Actor, today: string, delivery: Delivery): CaseRow => ({
  caseId: c.id,
  regime: c.regime,
  caseNumber: c.caseNumber,
  studentNumber: c.student.studentNumber,
  name: c.student.name,
  category: categoryOf(c),
  mainCause: textOf(c.values, 'mainCause'),
  filedByName: c.filedBy.name,
  filedAt: c.filedAt ?? c.openedAt,
  closeReason: c.closeReason,
  state: c.state,
  trackingSent: sentTracking(c).length,
  reportedAt: c.reportedAt,
  closedAt: c.closedAt,
  delivery,
  verdicts: allowedActions(REGIMES[c.regime], c, actor, today),
});

/** Lines for several cases, in their order. */
export function caseRows(
  session: Pick<Session, 'store' | 'sync'>,
  cases: readonly Case[],
  actor: Actor,
  today: string,
): CaseRow[] {
  const deliveries = deliveriesOf(
    session,
    cases.map(({ id }) => id),
  );
  return cases.map((c) => caseRow(c, actor, today, deliveries.get(c.id) ?? 'received'));
}
