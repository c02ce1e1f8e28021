import type { z } from 'zod';
import type { CentralCall, CentralDoor } from '../../shared/contract/central.ts';
import type { Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';

/** Who asks. `session` is there on every row with access `session`. */
export interface Caller {
  readonly session: Session | null;
}

export type CentralHandler<K extends CentralCall> = (
  input: z.output<CentralDoor[K]['input']>,
  caller: Caller,
) => Promise<Result<z.input<CentralDoor[K]['output']>>>;

/** One handler for each row of the door: a missing one does not compile. */
export type CentralHandlers = { readonly [K in CentralCall]: CentralHandler<K> };

/** The session of a call that is never reached without one. */
export function getSession(caller: Caller): Session {
  if (caller.session === null) throw new Error('a row with access `session` was served without its guard');
  return caller.session;
}
