import type { CaseState } from '../domain/case/state.ts';
import type { Regime } from './regime.ts';

/** Whether a case in this state goes on only when somebody sends a tracking record [A:455] (T3). */
export const waitsForTracking = (regime: Regime, state: CaseState): boolean =>
  regime.automatic.some((row) => row.from === state && row.when === 'hasSentTracking');
