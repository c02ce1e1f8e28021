import { QueryClient } from '@tanstack/react-query';
import type { PushedEvent } from '../../shared/contract/wire.ts';
import { onEvent } from './app.ts';
import { isStaleAfter } from './invalidation.ts';

/** Events of a synchronisation come in swarms; what they touch is asked again once. */
const GATHER_MS = 80;

/**
 * The cache of answers. The core is on this computer, so `offline` means nothing to it, nothing is
 * asked twice, and only pushed events make an answer old. `gcTime` is short: what is not on the
 * screen is personal data lying about.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        gcTime: 60_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });

/** Lets pushed events renew the cache; returns the function that stops it. */
export function renewOnEvents(client: QueryClient): () => void {
  const gathered = new Set<PushedEvent['event']>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renew = (): void => {
    const events = [...gathered];
    gathered.clear();
    timer = undefined;
    void client.invalidateQueries({
      predicate: ({ queryKey }) => events.some((event) => isStaleAfter(event, queryKey[0])),
    });
  };
  const stop = onEvent(({ event }) => {
    gathered.add(event);
    timer ??= setTimeout(renew, GATHER_MS);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
