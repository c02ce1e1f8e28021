import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CoreName } from './invalidation.ts';

/**
 * Asks the named calls again wherever they stand on the screen, and forgets their other answers: for
 * what only central keeps, of which no event tells.
 */
export function useRenew(): (...names: readonly CoreName[]) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    (...names) =>
      client.invalidateQueries({
        predicate: ({ queryKey: [name] }) => names.some((wanted) => wanted === name),
      }),
    [client],
  );
}

/** Asks everything again that was refused: what stood in the way is done. */
export function useRenewRefused(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    () => client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' }),
    [client],
  );
}
