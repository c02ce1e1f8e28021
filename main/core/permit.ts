import type { CoreDoor } from '../../shared/contract/core.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Session } from './auth/session.ts';
import { CALLS } from './calls.ts';

/**
 * Why this call is refused to whoever is here, by the tables that central has too, and before central is
 * asked: SIGNED_OUT; PASSWORD_EXPIRED and SECOND_FACTOR_MISSING until that is done; FORBIDDEN for a role
 * that has no part in it (security 7.23). Null: it is served.
 */
export function findRefusal(
  name: keyof CoreDoor,
  session: Pick<Session, 'account' | 'unready'> | null,
): Failure | null {
  const { access, roles, when } = CALLS[name];
  if (access === 'open') return null;
  if (session === null) return { code: 'SIGNED_OUT' };
  const { unready, account } = session;
  if (when === 'ready' && unready !== null) return { code: unready };
  if (roles !== 'any' && !roles.some((role) => account.roles.includes(role))) return { code: 'FORBIDDEN' };
  return null;
}
