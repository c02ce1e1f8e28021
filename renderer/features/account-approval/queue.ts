import type { RequestLine } from '../../../shared/contract/account-shapes.ts';
import type { RequestKind, RequestStatus } from '../../../shared/domain/account/request.ts';
import type { CoreInput } from '../../bridge/queries.ts';

/** What the queue shows; kept while one is away. */
export interface QueueFilters {
  /** 申請狀態; null is 全部. */
  readonly status: RequestStatus | null;
  readonly kind: RequestKind | null;
  /** Counted from 1. */
  readonly page: number;
}

/** What waits. */
export const WAITING: QueueFilters = { status: 'pending', kind: null, page: 1 };

/** Requests of one page. */
export const QUEUE_SIZE = 50;

export const queueQuery = (filters: QueueFilters): CoreInput<'request.list'> => ({
  ...filters,
  size: QUEUE_SIZE,
});

export const queuePages = (total: number): number => Math.max(1, Math.ceil(total / QUEUE_SIZE));

/** The request `steps` further in the list, stopping at its ends; undefined when nothing is further. */
export function stepFrom(
  rows: readonly RequestLine[],
  requestId: string | undefined,
  steps: 1 | -1,
): RequestLine | undefined {
  const index = rows.findIndex((row) => row.requestId === requestId);
  return rows[index + steps];
}

/** After one is decided: the next that waits below it, else the nearest above, else none. */
export function nextWaiting(rows: readonly RequestLine[], requestId: string): RequestLine | undefined {
  const index = rows.findIndex((row) => row.requestId === requestId);
  const waits = (row: RequestLine) => row.status === 'pending' && row.requestId !== requestId;
  return rows.slice(index + 1).find(waits) ?? rows.slice(0, Math.max(index, 0)).findLast(waits);
}
