import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Failure } from '../../../shared/failure.ts';
import { askCore, type CoreOutput } from '../../bridge/queries.ts';

export type Captcha = CoreOutput<'captcha.create'>;

/**
 * One image at a time; it is good for one try, so it is fetched anew and never taken from the cache.
 * No image means no service: then the vault of this computer opens without one (security §2).
 */
export function useCaptcha(): UseQueryResult<Captcha, Failure> {
  return useQuery<Captcha, Failure>({
    queryKey: ['captcha'],
    queryFn: () => askCore('captcha.create', {}),
    staleTime: 0,
    gcTime: 0,
  });
}
