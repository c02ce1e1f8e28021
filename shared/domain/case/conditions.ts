import type { ConditionName, Regime } from '../../regime/regime.ts';
import { textOf } from '../../forms/values.ts';
import { categoryOf, sentTracking, type Case } from './case.ts';

/** 建議結案事由 of the latest sent record when it says 是 with a reason the category allows (T5). */
export function suggestedReason(regime: Regime, c: Case): string | null {
  const latest = sentTracking(c).at(-1);
  if (latest === undefined || textOf(latest.values, 'suggestClose') !== 'yes') return null;
  const reason = textOf(latest.values, 'closeReason');
  return (regime.closeReasons[categoryOf(c)] ?? []).includes(reason) ? reason : null;
}

/** What each named condition of a regime's automatic moves means. */
export const CONDITIONS = {
  hasSentTracking: (_, c) => sentTracking(c).length > 0,
  lacksSentTracking: (_, c) => sentTracking(c).length === 0,
  suggestsClosing: (regime, c) => suggestedReason(regime, c) !== null,
  withdrawsSuggestion: (regime, c) => suggestedReason(regime, c) === null,
} as const satisfies Record<ConditionName, (regime: Regime, c: Case) => boolean>;
