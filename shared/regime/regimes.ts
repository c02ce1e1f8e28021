import type { RegimeId } from './regime-id.ts';
import type { Regime } from './regime.ts';
import { COMPULSORY } from './compulsory/compulsory.ts';
import { SENIOR_HIGH } from './senior-high/senior-high.ts';

/** Both regimes by id; a case finds its rules here and nowhere else. */
export const REGIMES: Readonly<Record<RegimeId, Regime>> = {
  'senior-high': SENIOR_HIGH,
  compulsory: COMPULSORY,
};
