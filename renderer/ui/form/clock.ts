import { taipeiDate } from '../../../shared/domain/calendar/taipei.ts';
import type { Clock } from '../../../shared/domain/case/judge.ts';

/** Day and instant of this computer; the service's own decide in the end (security 7.7). */
export function clockNow(): Clock {
  const now = Date.now();
  return { today: taipeiDate(now), now: new Date(now).toISOString() };
}
