import { fail } from '../../../shared/failure.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { clockAt } from '../cases/clock.ts';
import { confirm } from '../cases/confirm.ts';
import { normaliseStudent, normaliseValues } from '../cases/normalise.ts';
import { checkNoOpenCase } from '../cases/open-case.ts';
import { actorOf, findSaved, findVisible, saveAct } from '../cases/save-act.ts';
import type { CoreContext } from '../context.ts';
import type { Serves } from './handler.ts';

/** 暫存, 提交, 通報, 結案 and all other acts on the case itself. */
export const caseActHandlers = (context: CoreContext): Serves<'case.file' | 'case.act'> => ({
  'case.file': async ({ opId, caseId, regime: id, action, baseRevision, draftId, ...typed }) => {
    const session = context.gate.getSession();
    const actor = actorOf(session);
    if (!actor.ok) return actor;
    if (session.account.school?.regimes.includes(id) !== true) return fail('FORBIDDEN');
    const saved = findSaved(session, opId, caseId, action);
    if (saved !== null) return confirm(context, session, saved, draftId);
    const found = findVisible(session, caseId);
    if (found === undefined && session.store.findCase(caseId) !== undefined) return fail('NOT_FOUND');
    const before = found?.c ?? null;
    if (before !== null && before.regime !== id) return fail('INVALID_INPUT', { where: 'regime' });

    const regime = REGIMES[id];
    const student = normaliseStudent(typed.student);
    const none = checkNoOpenCase(session.store, regime, actor.value, student.identityNumber, caseId);
    if (!none.ok) return none;
    const clock = clockAt(session.sync.centralNow());
    const values = normaliseValues(regime, action, typed.values, before, student.enrolledOn, clock);
    const payload = { regime: id, regimeVersion: regime.version, student, values };
    const done = saveAct(
      context,
      session,
      regime,
      before,
      { opId, caseId, baseRevision, kind: action, payload },
      draftId,
    );
    return confirm(context, session, done, draftId);
  },

  'case.act': async ({ opId, caseId, action, values: typed, baseRevision, draftId }) => {
    const session = context.gate.getSession();
    const saved = findSaved(session, opId, caseId, action);
    if (saved !== null) return confirm(context, session, saved, draftId);
    const found = findVisible(session, caseId);
    if (found === undefined) return fail('NOT_FOUND');
    const { c, regime } = found;
    const clock = clockAt(session.sync.centralNow());
    const values = normaliseValues(regime, action, typed, c, null, clock);
    const done = saveAct(
      context,
      session,
      regime,
      c,
      { opId, caseId, baseRevision, kind: action, payload: { values } },
      draftId,
    );
    return confirm(context, session, done, draftId);
  },
});
