import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openMemoryTables } from '../../main/core/vault/memory/memory-tables.ts';
import { openSqliteTables } from '../../main/core/vault/sqlite/sqlite-tables.ts';
import type { ChangePage, Store } from '../../main/core/vault/store.ts';
import type { Receipt } from '../../shared/contract/central.ts';
import type { Commit, LogEntry, Operation } from '../../shared/domain/case/operation.ts';
import type { Tables } from '../../main/core/vault/tables.ts';
import { aFolder } from './core.ts';

/** Tables for one test, and how they vanish after it. */
export interface OpenedTables {
  readonly tables: Tables;
  remove(): void;
}

/** The operation at the place that the store gives it. */
export const inPlace = (operation: Operation, store: Pick<Store, 'placeFor'>): Operation => ({
  ...operation,
  ...store.placeFor(operation.caseId),
});

/** A receipt as the store keeps it; its signature is the synchroniser's affair. */
export const aReceipt = (operation: Operation, result: Commit, serverEpoch = 'epoch-1'): Receipt => ({
  opId: operation.opId,
  commitSeq: result.seq,
  serverEpoch,
  payloadSha256: operation.payloadSha256,
  result,
  signature: '',
});

/** The last page of a feed, with the cursor at its last line. */
export const pageOf = (
  changes: readonly LogEntry[],
  epoch = 'epoch-1',
  over: Partial<ChangePage> = {},
): ChangePage => ({
  epoch,
  scope: 'all',
  changes,
  cursor: changes.at(-1)?.commit?.seq ?? 0,
  more: false,
  ...over,
});

export const inMemory = (): OpenedTables => ({ tables: openMemoryTables(), remove: () => undefined });

/** Real, encrypted, in a folder of its own. */
export function onDisk(): OpenedTables {
  const folder = aFolder();
  const tables = openSqliteTables(join(folder.path, 'test.vault'), randomBytes(32));
  return { tables, remove: () => folder.remove() };
}
