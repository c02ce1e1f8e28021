import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { z } from 'zod';
import type { CoreDoor } from '../../shared/contract/core.ts';
import type { Failure, Result } from '../../shared/failure.ts';
import { core } from './app.ts';
import type { CoreName } from './invalidation.ts';

export type CoreInput<K extends CoreName> = z.input<CoreDoor[K]['input']>;
export type CoreOutput<K extends CoreName> = z.output<CoreDoor[K]['output']>;

/** Key under which an answer is kept: the call first, so that events can find it. */
export const coreKey = <K extends CoreName>(name: K, input: CoreInput<K>) => [name, input] as const;

/** Asks and rejects with the Failure itself, as react-query wants it. */
export async function askCore<K extends CoreName>(name: K, input: CoreInput<K>): Promise<CoreOutput<K>> {
  const result = await core(name, input);
  return result.ok ? result.value : Promise.reject(result.failure);
}

interface QueryOptions {
  /** False: not asked yet. */
  readonly enabled?: boolean;
  /** True: the old answer stays while the one to a changed question is fetched. */
  readonly keepPrevious?: boolean;
}

/** What the core answers now; asked again by itself when an event makes it old. */
export function useCoreQuery<K extends CoreName>(
  name: K,
  input: CoreInput<K>,
  { enabled = true, keepPrevious = false }: QueryOptions = {},
): UseQueryResult<CoreOutput<K>, Failure> {
  return useQuery<CoreOutput<K>, Failure>({
    queryKey: coreKey(name, input),
    queryFn: () => askCore(name, input),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

export interface CoreAct<K extends CoreName> {
  /** A second call while the first runs gets the first one's answer: a double click is one act. */
  readonly act: (input: CoreInput<K>) => Promise<Result<CoreOutput<K>>>;
  readonly busy: boolean;
}

/** Does something through the core. What it changes comes back as an event. */
export function useCoreAct<K extends CoreName>(name: K): CoreAct<K> {
  const [busy, setBusy] = useState(false);
  const running = useRef<Promise<Result<CoreOutput<K>>> | null>(null);
  const act = useCallback(
    (input: CoreInput<K>) => {
      if (running.current !== null) return running.current;
      setBusy(true);
      running.current = core(name, input).finally(() => {
        running.current = null;
        setBusy(false);
      });
      return running.current;
    },
    [name],
  );
  return { act, busy };
}

/** Puts an answer that came with an act into the cache, before its event arrives. */
export function useKnown<K extends CoreName>(name: K): (input: CoreInput<K>, output: CoreOutput<K>) => void {
  const client = useQueryClient();
  return useCallback(
    (input, output) => void client.setQueryData(coreKey(name, input), output),
    [client, name],
  );
}
