import type { CaseSort } from '../../../../shared/contract/core.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import type { CaseFilter, CasePageQuery, CaseViewRow } from '../rows.ts';
import type { ViewTable } from '../tables.ts';
import { read, type Statements } from './statements.ts';

/** Names of columns come from this table alone, never from a request. */
const COLUMN = {
  caseNumber: 'sort_case_number',
  studentNumber: 'sort_student_number',
  name: 'sort_name',
  category: 'sort_category',
  mainCause: 'sort_main_cause',
  filedByName: 'sort_filed_by_name',
  filedAt: 'sort_filed_at',
  closeReason: 'sort_close_reason',
  state: 'sort_state',
  reportedAt: 'sort_reported_at',
  closedAt: 'sort_closed_at',
} as const satisfies Record<CaseSort, string>;

const SORTS = Object.keys(COLUMN) as CaseSort[];
const NAMES = [
  'case_id',
  'regime',
  'school_id',
  'filed_by',
  'state',
  'filed_day',
  'identity',
  'search',
  ...SORTS.map((sort) => COLUMN[sort]),
];

const PUT_ROW = `
  INSERT INTO case_row (${NAMES.join(', ')}) VALUES (${NAMES.map(() => '?').join(', ')})
  ON CONFLICT (case_id) DO UPDATE SET ${NAMES.map((name) => `${name} = excluded.${name}`).join(', ')}`;

const PUT_VIEW = 'INSERT INTO case_view VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body';

interface Where {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** `instr` takes the text literally, whatever it holds (security 7.15). */
function whereOf({ regime, scope, from, to, state, text }: CaseFilter): Where {
  const parts: (readonly [sql: string, ...values: unknown[]])[] = [
    ['regime = ?', regime],
    ['school_id = ?', scope.schoolId],
    ['filed_day BETWEEN ? AND ?', from, to],
    ...(scope.filedBy === null ? [] : [['filed_by = ?', scope.filedBy] as const]),
    ...(state === null ? [] : [['state = ?', state] as const]),
    ...(text === '' ? [] : [['instr(search, ?) > 0', text] as const]),
  ];
  return {
    text: parts.map(([sql]) => sql).join(' AND '),
    values: parts.flatMap(([, ...values]) => values),
  };
}

interface PageRaw {
  readonly case_id: string;
  readonly place: string;
  readonly body: string;
}

/** Bodies are read for the rows of the page only; the sorting carries none. */
function pageSql(query: CasePageQuery): Where {
  const where = whereOf(query);
  const column = COLUMN[query.sort];
  const [beyond, order] = query.descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const after = query.after === null ? '' : ` AND (${column}, case_id) ${beyond} (?, ?)`;
  return {
    text: `
      WITH page AS MATERIALIZED (
        SELECT case_id, ${column} AS place FROM case_row WHERE ${where.text}${after}
        ORDER BY ${column} ${order}, case_id ${order} LIMIT ?
      )
      SELECT page.case_id, page.place, case_view.body FROM page JOIN case_view USING (case_id)
      ORDER BY page.place ${order}, page.case_id ${order}`,
    values: [
      ...where.values,
      ...(query.after === null ? [] : [query.after.value, query.after.caseId]),
      query.limit,
    ],
  };
}

interface Body {
  readonly body: string;
}

export function sqliteViews(sql: Statements): ViewTable {
  const cases = (text: string, ...values: unknown[]) =>
    (sql(text).all(...values) as Body[]).map(({ body }) => read<Case>(body));
  return {
    put: ({ index, view }: CaseViewRow) => {
      const sorts = SORTS.map((sort) => index.sort[sort]);
      const { caseId, regime, schoolId, filedBy, state, filedDay, identityNumber, search } = index;
      sql(PUT_ROW).run(
        ...[caseId, regime, schoolId, filedBy, state, filedDay, identityNumber, search],
        ...sorts,
      );
      sql(PUT_VIEW).run(caseId, JSON.stringify(view));
    },
    find: (caseId) => cases('SELECT body FROM case_view WHERE case_id = ?', caseId)[0],
    delete: (caseId) => {
      sql('DELETE FROM case_row WHERE case_id = ?').run(caseId);
      sql('DELETE FROM case_view WHERE case_id = ?').run(caseId);
    },
    clear: () => {
      sql('DELETE FROM case_row').run();
      sql('DELETE FROM case_view').run();
    },
    page: (query) => {
      const { text, values } = pageSql(query);
      return (sql(text).all(...values) as PageRaw[]).map((row) => ({
        view: read<Case>(row.body),
        place: { value: row.place, caseId: row.case_id },
      }));
    },
    count: (filter) => {
      const { text, values } = whereOf(filter);
      const row = sql(`SELECT count(*) AS n FROM case_row WHERE ${text}`).get(...values) as { n: number };
      return row.n;
    },
    inStates: (regime, scope, states) =>
      cases(
        `SELECT body FROM case_row JOIN case_view USING (case_id)
         WHERE regime = ? AND school_id = ? AND state IN (SELECT value FROM json_each(?))
           AND (? IS NULL OR filed_by = ?)
         ORDER BY sort_filed_at, case_id`,
        regime,
        scope.schoolId,
        JSON.stringify(states),
        scope.filedBy,
        scope.filedBy,
      ),
    ofStudent: (regime, schoolId, identityNumber) =>
      cases(
        `SELECT body FROM case_row JOIN case_view USING (case_id)
         WHERE school_id = ? AND identity = ? AND regime = ? ORDER BY sort_filed_at, case_id`,
        schoolId,
        identityNumber,
        regime,
      ),
  };
}
