import type { Committed } from '../rows.ts';
import type { LogTable } from '../tables.ts';
import { emptyLog, type MemoryState } from './memory-state.ts';

export const memoryLog = (state: MemoryState): LogTable => ({
  put: (epoch, line) => putLine(state, epoch, line),
  putUnlessThere: (epoch, line) => {
    if (state.log.get(epoch)?.opIds.has(line.operation.opId) !== true) putLine(state, epoch, line);
  },
  ofCase: (epoch, caseId) => state.log.get(epoch)?.cases.get(caseId) ?? [],
  has: (epoch, opId) => state.log.get(epoch)?.opIds.has(opId) === true,
  caseIds: () => [...new Set([...state.log.values()].flatMap((log) => [...log.cases.keys()]))],
  drop: (which) => {
    const gone = [...state.log.keys()].filter((epoch) =>
      'epoch' in which ? epoch === which.epoch : epoch !== which.allBut,
    );
    for (const epoch of gone) state.log.delete(epoch);
  },
});

function putLine(state: MemoryState, epoch: string, line: Committed): void {
  const log = state.log.get(epoch) ?? emptyLog();
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
  state.log.set(epoch, log);
}
