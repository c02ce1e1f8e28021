import type { CaseRow } from '../../../shared/contract/core.ts';
import type { Action, LockReason } from '../../../shared/domain/case/action.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';

/** What stands in the 通報結案 column: ▶, 🔒 with its reason, ✅, or nothing for 作廢. */
export type MainAct =
  | { readonly kind: 'act'; readonly action: Action }
  | { readonly kind: 'locked'; readonly action: Action; readonly reason: LockReason }
  | { readonly kind: 'closed' }
  | { readonly kind: 'none' };

/** Reasons that say of an act that its turn is over or never comes. */
const PAST: readonly LockReason[] = ['ALREADY_REPORTED', 'NOT_IN_REGIME'];

/**
 * The act of the column that fits the row: the first that is allowed; else, locked, the one that would
 * move this state, else the next one to come [A:581–630].
 */
export function mainActOf(row: CaseRow): MainAct {
  const { states, actions, mainActs } = REGIMES[row.regime];
  const state = states[row.state];
  if (state?.phase === 'ended') return { kind: state.struck === true ? 'none' : 'closed' };
  const locks = mainActs.map((action) => ({ action, verdict: row.verdicts[action] }));
  const allowed = locks.find(({ verdict }) => verdict.allowed);
  if (allowed !== undefined) return { kind: 'act', action: allowed.action };
  const locked = locks.flatMap(({ action, verdict }) =>
    verdict.allowed ? [] : [{ kind: 'locked' as const, action, reason: verdict.reason }],
  );
  return (
    locked.find(({ action }) => actions[action]?.moves[row.state] !== undefined) ??
    locked.find(({ reason }) => !PAST.includes(reason)) ??
    locked[0] ?? { kind: 'none' }
  );
}
