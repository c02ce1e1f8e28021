import { fail } from '../../../shared/failure.ts';
import { clockAt } from '../cases/clock.ts';
import { confirm } from '../cases/confirm.ts';
import { normaliseValues } from '../cases/normalise.ts';
import { findSaved, findVisible, saveAct } from '../cases/save-act.ts';
import type { CoreContext } from '../context.ts';
import type { Serves } from './handler.ts';

/** 追蹤紀錄: 暫存, 送出, 刪除. Records are only added, so no revision is compared (I7). */
export const trackingHandlers = (context: CoreContext): Serves<'tracking.put' | 'tracking.delete'> => ({
  'tracking.put': async ({ opId, caseId, recordId, action, values: typed, draftId }) => {
    const session = context.gate.getSession();
    const saved = findSaved(session, opId, caseId, action);
    if (saved !== null) return confirm(context, session, saved, draftId);
    const found = findVisible(session, caseId);
    if (found === undefined) return fail('NOT_FOUND');
    const { c, regime } = found;
    const clock = clockAt(session.sync.centralNow());
    const values = normaliseValues(regime, action, typed, c, null, clock);
    const payload = { recordId, values };
    const done = saveAct(
      context,
      session,
      regime,
      c,
      { opId, caseId, baseRevision: c.revision, kind: action, payload },
      draftId,
    );
    return confirm(context, session, done, draftId);
  },

  'tracking.delete': async ({ opId, caseId, recordId }) => {
    const session = context.gate.getSession();
    const saved = findSaved(session, opId, caseId, 'deleteTracking');
    if (saved !== null) return confirm(context, session, saved, null);
    const found = findVisible(session, caseId);
    if (found === undefined) return fail('NOT_FOUND');
    const { c, regime } = found;
    const done = saveAct(
      context,
      session,
      regime,
      c,
      { opId, caseId, baseRevision: c.revision, kind: 'deleteTracking', payload: { recordId } },
      null,
    );
    return confirm(context, session, done, null);
  },
});
