import type { Handover } from '../../../shared/contract/core.ts';
import type { RequestLine } from '../../../shared/contract/account-shapes.ts';
import { findTerm } from '../../../shared/domain/case/terms.ts';
import { CASE_STATES } from '../../../shared/domain/case/state.ts';
import { ok } from '../../../shared/failure.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import type { Session } from '../auth/session.ts';
import { caseRows } from '../cases/case-row.ts';
import { clockAt } from '../cases/clock.ts';
import { scopeOf } from '../cases/scope.ts';
import type { CoreContext } from '../context.ts';
import { findRefusal } from '../permit.ts';
import type { Serves } from './handler.ts';
import { outboxItem } from './outbox.ts';

/** A list that takes longer is done without. */
const LIMIT_MS = 10_000;
const PAGE = 100;

/** 移交清單: what the outgoing 主通 leaves behind, from the own vault; the applications come from central. */
export const handoverHandlers = ({ gate }: CoreContext): Serves<'handover.get'> => ({
  'handover.get': async () => {
    const session = gate.getSession();
    // Asked by the paper, too, which anybody may ask for.
    const refusal = findRefusal('handover.get', session);
    if (refusal !== null) return { ok: false, failure: refusal };
    const rows = openCases(session);
    const unsent = session.store.listOutbox().map((row) => outboxItem(session, row));
    return ok({
      // 協助追蹤人員 cannot be named yet.
      cases: rows,
      unsent,
      helpers: [],
      approvals: await findApprovals(session),
    });
  },
});

/** A line of the list with the next date of its case. */
function openCases(session: Session): Handover['cases'] {
  const { account, actor, store, sync } = session;
  if (actor === null) return [];
  const { today } = clockAt(sync.centralNow());
  return (account.school?.regimes ?? []).flatMap((id) => {
    const scope = scopeOf(REGIMES[id], actor);
    const cases = scope === null ? [] : store.listInStates(id, scope, openStates(REGIMES[id]));
    const terms = new Map(cases.map((c) => [c.id, findTerm(c)]));
    return caseRows(session, cases, actor, today).map((row) => {
      const term = terms.get(row.caseId) ?? null;
      return { row, due: term?.date ?? null, dueFor: term?.term ?? null };
    });
  });
}

const openStates = ({ states }: Regime) =>
  CASE_STATES.filter((state) => states[state] !== null && states[state].phase !== 'ended');

/** All that waits for a decision; null while central does not say. */
async function findApprovals({ access }: Session): Promise<Handover['approvals']> {
  if (!access.hasTokens) return null;
  const found: RequestLine[] = [];
  for (let page = 1; ; page += 1) {
    const query = { status: 'pending', kind: null, page, size: PAGE } as const;
    const answer = await access.call('request.list', query, { limit: LIMIT_MS });
    if (!answer.ok) return null;
    found.push(...answer.value.rows);
    if (answer.value.rows.length < PAGE || found.length >= answer.value.total) return found;
  }
}
