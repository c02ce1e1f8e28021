import type { LogEntry } from '../../../shared/domain/case/operation.ts';
import { refreshCases } from './refresh.ts';
import type { Committed } from './rows.ts';
import type { ChangePage, Changed, PullPlace, Store } from './store.ts';
import type { Tables } from './tables.ts';

type MirrorPart = Pick<Store, 'pullPlace' | 'applyPage'>;

export const createMirror = (tables: Tables): MirrorPart => ({
  pullPlace: () => pullPlace(tables),
  applyPage: (page) => tables.transaction(() => applyPage(tables, page)),
});

function pullPlace({ meta }: Tables): PullPlace {
  const next = meta.find('nextEpoch');
  if (next !== undefined) return { epoch: next, cursor: Number(meta.find('nextCursor') ?? '0') };
  return { epoch: meta.find('epoch') ?? null, cursor: Number(meta.find('cursor') ?? '0') };
}

const isCommitted = (entry: LogEntry): entry is Committed => entry.commit !== null;

function applyPage(tables: Tables, page: ChangePage): Changed {
  const { meta } = tables;
  const place = pullPlace(tables);
  if (place.epoch !== null && place.epoch !== page.epoch) {
    startNext(tables, page.epoch);
    return [];
  }
  const lines = page.changes.filter(isCommitted);
  if (meta.find('nextEpoch') === undefined) {
    // Cases of which only receipts were here so far are folded with the first page.
    const early = place.epoch === null ? tables.outbox.caseIds() : [];
    meta.put('epoch', page.epoch);
    meta.put('cursor', String(page.cursor));
    return putLines(tables, page.epoch, lines, early);
  }
  for (const line of lines) tables.log.put(page.epoch, line);
  meta.put('nextCursor', String(page.cursor));
  return page.more ? [] : replaceMirror(tables, page);
}

function putLines(
  tables: Tables,
  epoch: string,
  lines: readonly Committed[],
  also: readonly string[],
): Changed {
  for (const line of lines) tables.log.put(epoch, line);
  const changed = new Set([...lines.map(({ operation }) => operation.caseId), ...also]);
  refreshCases(tables, changed);
  return [...changed];
}

/** A service restored from a backup: its log is fetched beside the old mirror, which stays on screen (I12). */
function startNext({ meta, log }: Tables, epoch: string): void {
  const abandoned = meta.find('nextEpoch');
  if (abandoned !== undefined) log.drop({ epoch: abandoned });
  meta.put('nextEpoch', epoch);
  meta.put('nextCursor', '0');
}

/** The whole new log is here: it takes the place of the old one, and what the service lost goes again. */
function replaceMirror(tables: Tables, { epoch, cursor }: ChangePage): Changed {
  const { meta, log, outbox } = tables;
  const before = log.caseIds();
  meta.put('epoch', epoch);
  meta.put('cursor', String(cursor));
  meta.delete('nextEpoch');
  meta.delete('nextCursor');
  log.drop({ allBut: epoch });
  for (const row of outbox.received()) {
    if (!log.has(epoch, row.operation.opId)) outbox.put({ ...row, state: 'waiting', nextTry: null });
  }
  const changed = new Set([...before, ...outbox.caseIds()]);
  refreshCases(tables, changed);
  return [...changed];
}
