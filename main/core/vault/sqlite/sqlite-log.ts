import type { Committed } from '../rows.ts';
import type { LogTable } from '../tables.ts';
import { read, type Statements } from './statements.ts';

/** The column is called after the epoch, of which a log is mostly the only one (log-names.ts). */
const INSERT = 'INSERT INTO case_log VALUES (?, ?, ?, ?, ?) ON CONFLICT (epoch, op_id) DO';

export const sqliteLog = (sql: Statements): LogTable => ({
  put: (log, line) => void sql(`${INSERT} UPDATE SET entry = excluded.entry`).run(...valuesOf(log, line)),
  putUnlessThere: (log, line) => void sql(`${INSERT} NOTHING`).run(...valuesOf(log, line)),
  ofCase: (log, caseId) =>
    (
      sql('SELECT entry FROM case_log WHERE epoch = ? AND case_id = ? ORDER BY seq').all(log, caseId) as {
        entry: string;
      }[]
    ).map(({ entry }) => read<Committed>(entry)),
  has: (log, opId) =>
    sql('SELECT 1 FROM case_log WHERE epoch = ? AND op_id = ?').get(log, opId) !== undefined,
  caseIds: () =>
    (sql('SELECT DISTINCT case_id FROM case_log').all() as { case_id: string }[]).map((row) => row.case_id),
  drop: (which) => {
    if ('allBut' in which) sql('DELETE FROM case_log WHERE epoch <> ?').run(which.allBut);
    else if (which.caseId === undefined) sql('DELETE FROM case_log WHERE epoch = ?').run(which.log);
    else sql('DELETE FROM case_log WHERE epoch = ? AND case_id = ?').run(which.log, which.caseId);
  },
});

const valuesOf = (log: string, line: Committed) => [
  log,
  line.commit.seq,
  line.operation.opId,
  line.operation.caseId,
  JSON.stringify(line),
];
