import { allowedActions } from '../../../shared/domain/case/allowed-actions.ts';
import { checkDateRange } from '../../../shared/domain/calendar/date-range.ts';
import { normaliseSearch } from '../../../shared/domain/plain-text/search.ts';
import { fail, ok } from '../../../shared/failure.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { caseRows } from '../cases/case-row.ts';
import { caseView } from '../cases/case-view.ts';
import { clockAt } from '../cases/clock.ts';
import { findCursor, writeCursor } from '../cases/cursor.ts';
import { actorOf, findVisible } from '../cases/save-act.ts';
import { scopeOf } from '../cases/scope.ts';
import type { CoreContext } from '../context.ts';
import type { Serves } from './handler.ts';

/** The case list, one case, and what may be begun. */
export const caseHandlers = ({ gate }: CoreContext): Serves<'case.list' | 'case.get' | 'case.start'> => ({
  'case.list': async ({ cursor: text, sort, descending, limit, ...query }) => {
    const session = gate.getSession();
    const actor = actorOf(session);
    if (!actor.ok) return actor;
    const range = checkDateRange(query.from, query.to);
    if (!range.ok)
      return fail('FORM_INVALID', undefined, [
        { path: 'to', code: range.code, ...(range.detail ? { detail: range.detail } : {}) },
      ]);
    const cursor = text === null ? null : findCursor(text);
    if (cursor === undefined) return fail('INVALID_INPUT', { where: 'cursor' });
    const scope = scopeOf(REGIMES[query.regime], actor.value);
    if (scope === null) return ok({ rows: [], next: null, total: 0 });

    const filter = { ...query, scope, text: normaliseSearch(query.text) };
    const found = session.store.pageCases({
      ...filter,
      sort,
      descending,
      after: cursor?.place ?? null,
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const total = cursor?.total ?? session.store.countCases(filter);
    const { today } = clockAt(session.sync.centralNow());
    return ok({
      rows: caseRows(
        session,
        page.map(({ view }) => view),
        actor.value,
        today,
      ),
      next: found.length > limit && last !== undefined ? writeCursor({ place: last.place, total }) : null,
      total,
    });
  },

  'case.get': async ({ caseId }) => {
    const session = gate.getSession();
    const actor = actorOf(session);
    if (!actor.ok) return actor;
    const found = findVisible(session, caseId);
    if (found === undefined) return fail('NOT_FOUND');
    const { today } = clockAt(session.sync.centralNow());
    return ok(caseView(session, found.c, actor.value, today));
  },

  'case.start': async ({ regime }) => {
    const session = gate.getSession();
    const actor = actorOf(session);
    if (!actor.ok) return actor;
    const { today } = clockAt(session.sync.centralNow());
    return ok({ verdicts: allowedActions(REGIMES[regime], null, actor.value, today) });
  },
});
