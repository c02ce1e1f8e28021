import type { Actor } from '../../shared/domain/account/account.ts';
import { stillHeld } from '../../shared/domain/account/role-set.ts';
import type { Operation } from '../../shared/domain/case/operation.ts';
import type { School } from '../../shared/domain/school/school.ts';
import type { Failure } from '../../shared/failure.ts';
import { findLiveAccount } from '../auth/account.ts';
import { findLiveSession, type Session } from '../auth/session.ts';
import type { Db } from '../store/database.ts';

/** In whose name an operation is judged. */
export interface Authority {
  /** By the service's own books: name and school are never believed, roles only as far as they still hold. */
  readonly actor: Actor;
  /** As written when the person acted: tells a right that was lost meanwhile from one that never was (I9). */
  readonly claimed: Actor;
  readonly school: School;
}

export type Authorised =
  | { readonly ok: true; readonly authority: Authority }
  | { readonly ok: false; readonly fate: 'later' | 'unkept'; readonly failure: Failure };

const no = (fate: 'later' | 'unkept', code: Failure['code']): Authorised => ({
  ok: false,
  fate,
  failure: { code },
});

/**
 * Checks session, account and device once more, inside the transaction, with the account's row held.
 * Somebody else's operation is refused without a memory of it, so that nobody can spoil another's id.
 */
export async function authorise(trx: Db, session: Session, op: Operation, now: string): Promise<Authorised> {
  const live = await findLiveAccount(trx, session.accountId, 'work', true);
  if (live === null || (await findLiveSession(trx, session.sessionId, now)) === undefined)
    return no('later', 'SIGNED_OUT');
  const { school } = live;
  const own =
    op.actor.accountId === live.accountId &&
    op.actor.schoolId === school?.id &&
    op.deviceId === session.deviceId;
  if (school === null || !own) return no('unkept', 'FORBIDDEN');
  const roles = [...stillHeld(op.actor.roles, live.roles)];
  const actor = { accountId: live.accountId, name: live.name, roles, schoolId: school.id };
  return { ok: true, authority: { actor, claimed: { ...actor, roles: op.actor.roles }, school } };
}
