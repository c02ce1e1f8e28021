import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CaseRow } from '../../../shared/contract/core.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import { askCore } from '../../bridge/queries.ts';
import { FIRST_ROWS, NEXT_ROWS, queryOf, type Filters } from './filters.ts';

export interface CaseRows {
  readonly total: number | undefined;
  readonly loaded: number;
  /** The row at a place in the list; undefined while its page has not been read. */
  readonly rowAt: (index: number) => CaseRow | undefined;
  /** Reads on when the row at this place is not there yet. */
  readonly need: (index: number) => void;
  readonly failure: Failure | null;
  readonly retry: () => void;
  readonly busy: boolean;
}

/** Keyset pages of the list; the old ones stay on the screen while a changed filter is answered. */
export function useCaseRows(regime: RegimeId, filters: Filters): CaseRows {
  const query = useInfiniteQuery({
    queryKey: ['case.list', queryOf(regime, filters, null)] as const,
    queryFn: ({ pageParam }) => askCore('case.list', queryOf(regime, filters, pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // Comparing all pages with the old ones at each new page would make reading to the end quadratic.
    structuralSharing: false,
  });
  const pages = query.data?.pages;
  const loaded = (pages ?? []).reduce((sum, page) => sum + page.rows.length, 0);
  const { hasNextPage, isFetching, fetchNextPage, refetch } = query;
  const rowAt = useCallback(
    (index: number) =>
      index < FIRST_ROWS
        ? pages?.[0]?.rows[index]
        : pages?.[1 + Math.floor((index - FIRST_ROWS) / NEXT_ROWS)]?.rows[(index - FIRST_ROWS) % NEXT_ROWS],
    [pages],
  );
  const need = useCallback(
    (index: number) => {
      if (index >= loaded && hasNextPage && !isFetching) void fetchNextPage();
    },
    [loaded, hasNextPage, isFetching, fetchNextPage],
  );
  return {
    total: pages?.at(-1)?.total,
    loaded,
    rowAt,
    need,
    // react-query types what askCore rejects with as Error; it is the Failure of the door.
    failure: query.error as Failure | null,
    retry: () => void refetch(),
    busy: query.isFetching,
  };
}
