import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AuditLine } from '../../../shared/contract/account-shapes.ts';
import type { Failure } from '../../../shared/failure.ts';
import { askCore, type CoreInput } from '../../bridge/queries.ts';

export interface History {
  readonly rows: readonly AuditLine[] | undefined;
  readonly more: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly readOn: () => void;
  readonly retry: () => void;
}

/** The history, newest first, read on by 更多. The last question that could be asked stays answered. */
export function useHistory(question: CoreInput<'audit.list'>): History {
  const query = useInfiniteQuery({
    queryKey: ['audit.list', question] as const,
    queryFn: ({ pageParam }) => askCore('audit.list', { ...question, before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.rows),
    more: query.hasNextPage,
    busy: query.isFetching,
    // react-query types what askCore rejects with as Error; it is the Failure of the door.
    failure: query.error as Failure | null,
    readOn: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
