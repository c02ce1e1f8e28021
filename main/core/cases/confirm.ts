import { fail, type Result } from '../../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import type { CoreContext } from '../context.ts';
import type { Saved } from './save-act.ts';

/**
 * What may be called saved. With a vault that is what lies in it. Without one nothing outlives the
 * process, so it is what central has committed: until then the act fails with the reason, and the
 * same id may be sent again. What central refused is told here and now; it leaves no item behind.
 */
export async function confirm(
  { gate, emit }: CoreContext,
  session: Session,
  saved: Result<Saved>,
  draftId: string | null,
): Promise<Result<Saved>> {
  if (!saved.ok || session.store.kept) return saved;
  await session.sync.flush();
  if (gate.current !== session) return fail('SIGNED_OUT');
  const row = session.store.findOutbox(saved.value.opId);
  if (row?.state !== 'received') {
    if (row !== undefined && row.state !== 'waiting') session.store.withdraw([saved.value.opId], []);
    return { ok: false, failure: row?.failure ?? session.sync.view().failure ?? { code: 'OFFLINE' } };
  }
  if (draftId !== null) {
    session.store.deleteDraft(draftId);
    emit({ event: 'draft.changed', id: draftId });
  }
  return saved;
}
