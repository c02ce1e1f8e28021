import type { Committed } from '../rows.ts';
import type { LogTable } from '../tables.ts';
import { emptyLog, type MemoryState } from './memory-state.ts';

export const memoryLog = (state: MemoryState): LogTable => ({
  put: (log, line) => putLine(state, log, line),
  putUnlessThere: (log, line) => {
    if (state.log.get(log)?.opIds.has(line.operation.opId) !== true) putLine(state, log, line);
  },
  ofCase: (log, caseId) => state.log.get(log)?.cases.get(caseId) ?? [],
  has: (log, opId) => state.log.get(log)?.opIds.has(opId) === true,
  caseIds: () => [...new Set([...state.log.values()].flatMap((log) => [...log.cases.keys()]))],
  drop: (which) => {
    if ('log' in which && which.caseId !== undefined) return dropCase(state, which.log, which.caseId);
    const gone = [...state.log.keys()].filter((name) =>
      'log' in which ? name === which.log : name !== which.allBut,
    );
    for (const name of gone) state.log.delete(name);
  },
});

function dropCase(state: MemoryState, name: string, caseId: string): void {
  const log = state.log.get(name);
  for (const { operation, commit } of log?.cases.get(caseId) ?? []) {
    log?.opIds.delete(operation.opId);
    log?.places.delete(commit.seq);
  }
  log?.cases.delete(caseId);
}

function putLine(state: MemoryState, name: string, line: Committed): void {
  const log = state.log.get(name) ?? emptyLog();
  const { opId, caseId } = line.operation;
  if (!log.opIds.has(opId) && log.places.has(line.commit.seq))
    throw new RangeError('two operations at one place of the log');
  log.opIds.add(opId);
  log.places.add(line.commit.seq);
  const others = (log.cases.get(caseId) ?? []).filter(({ operation }) => operation.opId !== opId);
  log.cases.set(
    caseId,
    [...others, line].toSorted((a, b) => a.commit.seq - b.commit.seq),
  );
  state.log.set(name, log);
}
