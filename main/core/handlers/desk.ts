import { allowedActions } from '../../../shared/domain/case/allowed-actions.ts';
import type { Actor } from '../../../shared/domain/account/account.ts';
import { ok } from '../../../shared/failure.ts';
import type { DeskRow, Regime } from '../../../shared/regime/regime.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import type { Session } from '../auth/session.ts';
import { caseRows } from '../cases/case-row.ts';
import { clockAt } from '../cases/clock.ts';
import { scopeOf } from '../cases/scope.ts';
import type { CoreContext } from '../context.ts';
import type { Serves } from './handler.ts';

/** Lines of one group; the list has them all. */
const SHOWN = 50;

/** 首頁: what waits for this person, most urgent first, longest waiting first within it. */
export const deskHandlers = ({ gate }: CoreContext): Serves<'desk.list'> => ({
  'desk.list': async () => {
    const session = gate.getSession();
    const { account, actor, store } = session;
    const drafts = [...store.listDrafts()];
    if (actor === null) return ok({ groups: [], drafts });
    const { today } = clockAt(session.sync.centralNow());
    const groups = (account.school?.regimes ?? []).flatMap((id) =>
      REGIMES[id].desk.map((row) => groupOf(session, REGIMES[id], row, actor, today)),
    );
    return ok({ groups: groups.filter(({ total }) => total > 0), drafts });
  },
});

function groupOf(session: Session, regime: Regime, { action, states }: DeskRow, actor: Actor, today: string) {
  const scope = scopeOf(regime, actor);
  const cases = scope === null ? [] : session.store.listInStates(regime.id, scope, states);
  const mine = cases.filter((c) => allowedActions(regime, c, actor, today)[action].allowed);
  return {
    regime: regime.id,
    action,
    rows: caseRows(session, mine.slice(0, SHOWN), actor, today),
    total: mine.length,
  };
}
