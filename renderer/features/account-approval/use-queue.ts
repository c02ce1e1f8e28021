import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RequestLine } from '../../../shared/contract/account-shapes.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useCoreQuery, type CoreOutput } from '../../bridge/queries.ts';
import { useRemembered } from '../../bridge/remembered.ts';
import { queuePages, queueQuery, WAITING, type QueueFilters } from './queue.ts';

export interface Queue {
  readonly filters: QueueFilters;
  readonly setFilters: (filters: QueueFilters) => void;
  readonly list: UseQueryResult<CoreOutput<'request.list'>, Failure>;
  readonly rows: readonly RequestLine[];
  readonly total: number;
  readonly pages: number;
  /** The request beside the list: the chosen one, or the first. */
  readonly shown: RequestLine | undefined;
  readonly choose: (requestId: string | null) => void;
}

const NONE: readonly RequestLine[] = [];

/** The list of requests, what narrows it, and the one that is looked at. */
export function useQueue(): Queue {
  const [filters, setFilters] = useRemembered<QueueFilters>('approvals.filters', () => WAITING);
  const [chosen, choose] = useRemembered<string | null>('approvals.chosen', () => null);
  const list = useCoreQuery('request.list', queueQuery(filters), { keepPrevious: true });
  const rows = list.data?.rows ?? NONE;
  const total = list.data?.total ?? 0;
  const pages = queuePages(total);
  const { isPlaceholderData } = list;
  const known = list.data !== undefined && !isPlaceholderData;
  useEffect(() => {
    if (known && filters.page > pages) setFilters({ ...filters, page: pages });
  }, [known, filters, pages, setFilters]);
  const shown = rows.find(({ requestId }) => requestId === chosen) ?? rows[0];
  return { filters, setFilters, list, rows, total, pages, shown, choose };
}
