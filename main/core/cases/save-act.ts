import { maySee } from '../../../shared/domain/case/allowed-actions.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { judge } from '../../../shared/domain/case/judge.ts';
import { fail, ok, type Result } from '../../../shared/failure.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import type { CaseState } from '../../../shared/domain/case/state.ts';
import type { Actor } from '../../../shared/domain/account/account.ts';
import type { Session } from '../auth/session.ts';
import type { CoreContext } from '../context.ts';
import { clockAt } from './clock.ts';
import { makeOperation, seal, type Act } from './make-operation.ts';

export interface Saved {
  readonly caseId: string;
  readonly opId: string;
  readonly state: CaseState;
}

/** The case as the person sees it, with its rules; what may not be seen answers like an unknown id. */
export function findVisible(session: Session, caseId: string): { c: Case; regime: Regime } | undefined {
  const { actor, store } = session;
  const c = store.findCase(caseId);
  if (c === undefined || actor === null) return undefined;
  const regime = REGIMES[c.regime];
  return maySee(regime, c, actor) ? { c, regime } : undefined;
}

/** Who acts; accounts without a school have no cases. */
export const actorOf = ({ actor }: Session): Result<Actor> =>
  actor === null ? fail('FORBIDDEN') : ok(actor);

/**
 * The second call with one id is the first once more: a double click is one operation (security
 * 7.20). The same id for something else, or for what was withdrawn, is OP_ID_REUSED; what the service
 * has refused meanwhile fails with its reason.
 */
export function findSaved(
  session: Session,
  opId: string,
  caseId: string,
  kind: Act['kind'],
): Result<Saved> | null {
  const row = session.store.findOutbox(opId);
  if (row === undefined) return null;
  const { operation, state, failure } = row;
  if (operation.caseId !== caseId || operation.kind !== kind || state === 'withdrawn')
    return fail('OP_ID_REUSED');
  const refused = state !== 'waiting' && state !== 'received';
  return refused && failure !== null ? { ok: false, failure } : ok(savedOf(session, opId, caseId));
}

function savedOf(session: Session, opId: string, caseId: string): Saved {
  // Saved, refused since and without a case: only where a first filing was refused.
  return { opId, caseId, state: session.store.findCase(caseId)?.state ?? 'DRAFT' };
}

/** Ids are compared as text on both sides, so there is one way to write them. */
const isLowerCase = ({ opId, caseId, payload }: Act): boolean =>
  [opId, caseId, 'recordId' in payload ? payload.recordId : ''].every((id) => id === id.toLowerCase());

/**
 * Judges an act by the shared rules and writes it: operation, outbox row, case row and end of the
 * draft in one transaction. With the answer it is in the store; sending it is the synchroniser's affair.
 */
export function saveAct(
  context: CoreContext,
  session: Session,
  regime: Regime,
  before: Case | null,
  act: Act,
  draftId: string | null,
): Result<Saved> {
  const { store, sync } = session;
  const actor = actorOf(session);
  if (!actor.ok) return actor;
  if (!isLowerCase(act)) return fail('INVALID_INPUT', { where: 'opId' });
  if (regime.actions[act.kind]?.onContent === true && act.baseRevision !== (before?.revision ?? 0))
    return fail('CONFLICT', { revision: before?.revision ?? 0, baseRevision: act.baseRevision });
  const operation = makeOperation(act, store.placeFor(act.caseId), {
    actor: actor.value,
    deviceId: context.start.deviceId,
    occurredAt: new Date(context.parts.now()).toISOString(),
  });
  const failure = judge(regime, before, operation, clockAt(sync.centralNow()));
  if (failure !== null) return { ok: false, failure };
  // Without a vault the draft goes when central has committed the act (confirm).
  store.save(seal(operation), store.kept ? draftId : null);
  context.emit({ event: 'case.changed', id: act.caseId });
  if (draftId !== null && store.kept) context.emit({ event: 'draft.changed', id: draftId });
  sync.wake();
  return ok(savedOf(session, act.opId, act.caseId));
}
