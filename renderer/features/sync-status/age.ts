import type { Translate } from '../../../shared/text/index.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago, in the coarsest unit that fits: 剛才, 5 分鐘前, 3 小時前, 2 天前. */
export function ageWords(t: Translate, occurredAt: string, nowMs: number): string {
  const age = nowMs - Date.parse(occurredAt);
  if (!(age >= MINUTE_MS)) return t('age.now');
  if (age < HOUR_MS) return t('age.minutes', { count: Math.floor(age / MINUTE_MS) });
  if (age < DAY_MS) return t('age.hours', { count: Math.floor(age / HOUR_MS) });
  return t('age.days', { count: Math.floor(age / DAY_MS) });
}
