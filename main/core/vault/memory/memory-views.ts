import type { CaseFilter, CaseIndex, CasePlace, CaseViewRow, Scope } from '../rows.ts';
import type { ViewTable } from '../tables.ts';
import type { MemoryState } from './memory-state.ts';

/** By code points, as SQLite compares: a rare 字 outside the basic plane sorts behind, not in between. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

const inScope = ({ schoolId, filedBy }: CaseIndex, scope: Scope): boolean =>
  schoolId === scope.schoolId && (scope.filedBy === null || filedBy === scope.filedBy);

const fits = (index: CaseIndex, filter: CaseFilter): boolean =>
  index.regime === filter.regime &&
  inScope(index, filter.scope) &&
  index.filedDay >= filter.from &&
  index.filedDay <= filter.to &&
  (filter.state === null || index.state === filter.state) &&
  index.search.includes(filter.text);

const byPlace = (a: CasePlace, b: CasePlace): number =>
  byCodePoint(a.value, b.value) || byCodePoint(a.caseId, b.caseId);

export function memoryViews(state: MemoryState): ViewTable {
  const where = (test: (index: CaseIndex) => boolean): CaseViewRow[] =>
    [...state.views.values()].filter(({ index }) => test(index));
  const oldestFirst = (rows: CaseViewRow[]) =>
    rows
      .toSorted(
        (a, b) =>
          byCodePoint(a.index.sort.filedAt, b.index.sort.filedAt) ||
          byCodePoint(a.index.caseId, b.index.caseId),
      )
      .map(({ view }) => view);
  return {
    put: (row) => void state.views.set(row.index.caseId, row),
    find: (caseId) => state.views.get(caseId)?.view,
    delete: (caseId) => void state.views.delete(caseId),
    clear: () => state.views.clear(),
    page: ({ sort, descending, after, limit, ...filter }) => {
      const direction = descending ? -1 : 1;
      return where((index) => fits(index, filter))
        .map(({ index, view }) => ({ view, place: { value: index.sort[sort], caseId: index.caseId } }))
        .toSorted((a, b) => direction * byPlace(a.place, b.place))
        .filter(({ place }) => after === null || direction * byPlace(place, after) > 0)
        .slice(0, limit);
    },
    count: (filter) => where((index) => fits(index, filter)).length,
    inStates: (regime, scope, states) =>
      oldestFirst(
        where((index) => index.regime === regime && inScope(index, scope) && states.includes(index.state)),
      ),
    ofStudent: (regime, schoolId, identityNumber) =>
      oldestFirst(
        where(
          (index) =>
            index.regime === regime && index.schoolId === schoolId && index.identityNumber === identityNumber,
        ),
      ),
  };
}
