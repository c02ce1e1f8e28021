import type { Actor } from '../../../shared/domain/account/account.ts';
import { categoryOf } from '../../../shared/domain/case/case.ts';
import { fail, type Result } from '../../../shared/failure.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import type { Store } from '../vault/store.ts';

/**
 * Whether this computer knows of no other open case of the student: there is one at most (I16).
 * Failure: DUPLICATE_CASE {caseId, caseNumber, state, regime, category}; the number is empty while the
 * service has given none. What other schools have, only central knows.
 */
export function checkNoOpenCase(
  store: Store,
  regime: Regime,
  actor: Actor,
  identityNumber: string,
  exceptCaseId: string | null,
): Result<null> {
  const open = store
    .listOfStudent(regime.id, actor.schoolId, identityNumber)
    .find((c) => c.id !== exceptCaseId && regime.states[c.state]?.phase !== 'ended');
  if (open === undefined) return { ok: true, value: null };
  return fail('DUPLICATE_CASE', {
    caseId: open.id,
    caseNumber: open.caseNumber ?? '',
    state: open.state,
    regime: regime.id,
    category: categoryOf(open),
  });
}
