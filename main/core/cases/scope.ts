import type { Actor } from '../../../shared/domain/account/account.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import type { Scope } from '../vault/rows.ts';

/** maySee() as a condition on rows, from the same table of viewers; null when nothing may be seen. */
export function scopeOf(regime: Regime, actor: Actor): Scope | null {
  const relations = regime.viewers
    .filter(({ roles }) => roles.some((role) => actor.roles.includes(role)))
    .map(({ relation }) => relation);
  if (relations.includes('school')) return { schoolId: actor.schoolId, filedBy: null };
  return relations.includes('own') ? { schoolId: actor.schoolId, filedBy: actor.accountId } : null;
}
