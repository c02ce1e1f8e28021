import type { Action } from '../../../shared/domain/case/action.ts';
import { findText } from '../../../shared/forms/format-value.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import type { Translate } from '../../../shared/text/index.ts';

/** What a sheet tells of an act, in this order; headings `act.aspect.<aspect>`. */
const ASPECTS = ['told', 'locks', 'ends', 'follows', 'paper'] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface Consequence {
  readonly aspect: Aspect;
  readonly text: string;
}

/** The consequences that the texts know of an act (`act.<regime>.<act>.<aspect>`); others are left out. */
export const consequencesOf = (regime: RegimeId, act: Action, t: Translate): readonly Consequence[] =>
  ASPECTS.flatMap((aspect) => {
    const text = findText(`act.${regime}.${act}.${aspect}`, t);
    return text === undefined ? [] : [{ aspect, text }];
  });
