import type { Committed } from '../rows.ts';
import type { LogTable } from '../tables.ts';
import { read, type Statements } from './statements.ts';

const INSERT = 'INSERT INTO case_log VALUES (?, ?, ?, ?, ?) ON CONFLICT (epoch, op_id) DO';

export const sqliteLog = (sql: Statements): LogTable => ({
  put: (epoch, line) => void sql(`${INSERT} UPDATE SET entry = excluded.entry`).run(...valuesOf(epoch, line)),
  putUnlessThere: (epoch, line) => void sql(`${INSERT} NOTHING`).run(...valuesOf(epoch, line)),
  ofCase: (epoch, caseId) =>
    (
      sql('SELECT entry FROM case_log WHERE epoch = ? AND case_id = ? ORDER BY seq').all(epoch, caseId) as {
        entry: string;
      }[]
    ).map(({ entry }) => read<Committed>(entry)),
  has: (epoch, opId) =>
    sql('SELECT 1 FROM case_log WHERE epoch = ? AND op_id = ?').get(epoch, opId) !== undefined,
  caseIds: () =>
    (sql('SELECT DISTINCT case_id FROM case_log').all() as { case_id: string }[]).map((row) => row.case_id),
  drop: (which) =>
    'epoch' in which
      ? void sql('DELETE FROM case_log WHERE epoch = ?').run(which.epoch)
      : void sql('DELETE FROM case_log WHERE epoch <> ?').run(which.allBut),
});

const valuesOf = (epoch: string, line: Committed) => [
  epoch,
  line.commit.seq,
  line.operation.opId,
  line.operation.caseId,
  JSON.stringify(line),
];
