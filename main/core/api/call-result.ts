import type { Failure, Result } from '../../../shared/failure.ts';

/** An answer of central; a failure may say how long to stay away (milliseconds). */
export type CallResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure; readonly stayAway?: number };

/** Without the waiting time: what goes on to the window. */
export const plain = <T>(answer: CallResult<T>): Result<T> =>
  answer.ok ? answer : { ok: false, failure: answer.failure };
