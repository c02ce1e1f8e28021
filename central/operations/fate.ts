import type { OperationResult } from '../../shared/contract/central.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Committed } from './receipt.ts';

/**
 * What a transaction comes to. `committed` and `refused` are kept; `known` was kept before;
 * `unkept` is refused without a memory of it, `later` is to be sent again: both roll back (I4).
 */
export type Fate =
  | { readonly fate: 'committed'; readonly committed: Committed }
  | { readonly fate: 'refused'; readonly failure: Failure }
  | { readonly fate: 'known'; readonly result: OperationResult }
  | { readonly fate: 'unkept'; readonly failure: Failure }
  | { readonly fate: 'later'; readonly failure: Failure };

export const isKept = ({ fate }: Fate): boolean => fate === 'committed' || fate === 'refused';
