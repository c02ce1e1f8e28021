import type { LogEntry } from '../../../shared/domain/case/operation.ts';
import { keepGuests } from './guests.ts';
import { logBeside, logInUse } from './log-names.ts';
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
  return next === undefined
    ? {
        epoch: meta.find('epoch') ?? null,
        scope: meta.find('scope') ?? null,
        cursor: Number(meta.find('cursor') ?? '0'),
      }
    : {
        epoch: next,
        scope: meta.find('nextScope') ?? null,
        cursor: Number(meta.find('nextCursor') ?? '0'),
      };
}

const isCommitted = (entry: LogEntry): entry is Committed => entry.commit !== null;

function applyPage(tables: Tables, page: ChangePage): Changed {
  const { meta, log } = tables;
  const place = pullPlace(tables);
  if (place.epoch !== null && (place.epoch !== page.epoch || place.scope !== page.scope)) {
    startNext(tables, page);
    return [];
  }
  const lines = page.changes.filter(isCommitted);
  const next = meta.find('nextLog');
  if (next === undefined) {
    // Cases of which only receipts were here so far are folded with the first page.
    const early = place.epoch === null ? tables.outbox.caseIds() : [];
    meta.put('epoch', page.epoch);
    meta.put('scope', page.scope);
    meta.put('cursor', String(page.cursor));
    return putLines(tables, lines, early);
  }
  for (const line of lines) log.put(next, line);
  meta.put('nextCursor', String(page.cursor));
  return page.more ? [] : replaceMirror(tables, page, next);
}

function putLines(tables: Tables, lines: readonly Committed[], also: readonly string[]): Changed {
  for (const line of lines) tables.log.put(logInUse(tables), line);
  const changed = new Set([...lines.map(({ operation }) => operation.caseId), ...also]);
  refreshCases(tables, changed);
  return [...changed];
}

/**
 * A service restored from a backup, or an account that sees other cases now: the log is fetched beside
 * the old mirror, which stays on screen (I12). Where everything is again as the old mirror was filled,
 * that one goes on where it stood.
 */
function startNext(tables: Tables, { epoch, scope }: ChangePage): void {
  const { meta, log } = tables;
  const abandoned = meta.find('nextLog');
  if (abandoned !== undefined) log.drop({ log: abandoned });
  forgetNext(tables);
  if (meta.find('epoch') === epoch && meta.find('scope') === scope) return;
  const next = logBeside(tables, epoch);
  meta.put('nextEpoch', epoch);
  meta.put('nextScope', scope);
  meta.put('nextLog', next);
  meta.put('nextCursor', '0');
}

function forgetNext({ meta }: Tables): void {
  for (const key of ['nextEpoch', 'nextScope', 'nextLog', 'nextCursor'] as const) meta.delete(key);
}

/**
 * The whole new log is here: it takes the place of the old one. What a restored service lost goes
 * again; what this account sees no more leaves, but for cases with unsent work.
 */
function replaceMirror(tables: Tables, { epoch, scope, cursor }: ChangePage, next: string): Changed {
  const { meta, log, outbox } = tables;
  const before = log.caseIds();
  const restored = epoch !== meta.find('epoch');
  if (restored) meta.delete('guests');
  else keepGuests(tables, next);
  meta.put('epoch', epoch);
  meta.put('scope', scope);
  meta.put('cursor', String(cursor));
  meta.put('log', next);
  forgetNext(tables);
  log.drop({ allBut: next });
  if (restored) sendLostAgain(tables, next);
  const changed = new Set([...before, ...outbox.caseIds()]);
  refreshCases(tables, changed);
  return [...changed];
}

function sendLostAgain({ log, outbox }: Tables, next: string): void {
  for (const row of outbox.received())
    if (!log.has(next, row.operation.opId)) outbox.put({ ...row, state: 'waiting', nextTry: null });
}
