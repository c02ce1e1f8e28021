import type { Clock } from '../../../shared/domain/case/judge.ts';
import { taipeiDate } from '../../../shared/domain/calendar/taipei.ts';

/** Day and instant for the rules, from milliseconds. */
export const clockAt = (ms: number): Clock => ({ today: taipeiDate(ms), now: new Date(ms).toISOString() });
