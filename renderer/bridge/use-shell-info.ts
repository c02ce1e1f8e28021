import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ShellDoor } from '../../shared/contract/shell.ts';
import type { Failure } from '../../shared/failure.ts';
import { shell } from './app.ts';

export type ShellInfo = z.output<ShellDoor['app.info']['output']>;

/** Version and runtime; they do not change while the program runs. */
export function useShellInfo(): UseQueryResult<ShellInfo, Failure> {
  return useQuery<ShellInfo, Failure>({
    queryKey: ['app.info'],
    queryFn: async () => {
      const result = await shell('app.info', {});
      return result.ok ? result.value : Promise.reject(result.failure);
    },
    staleTime: Infinity,
  });
}
