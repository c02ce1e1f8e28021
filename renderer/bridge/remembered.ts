import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

const keyOf = (name: string) => ['remembered', name] as const;

/**
 * State that is still there when one comes back to the page: filters, hidden columns. It lives in the
 * cache of answers, so it goes with everything else at 登出 and is never written anywhere.
 */
export function useRemembered<T>(name: string, initial: () => T): readonly [T, (next: T) => void] {
  const client = useQueryClient();
  const [value, setValue] = useState<T>(() => client.getQueryData<T>(keyOf(name)) ?? initial());
  const keep = useCallback(
    (next: T) => {
      client.setQueryDefaults(['remembered'], { gcTime: Infinity });
      client.setQueryData(keyOf(name), next);
      setValue(next);
    },
    [client, name],
  );
  return [value, keep];
}
