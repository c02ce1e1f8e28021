import type { SyncView } from '../../../shared/contract/core.ts';
import type { Translate } from '../../../shared/text/index.ts';

/** The service's clock and this computer's may differ by this much before dates are in doubt. */
export const SKEW_LIMIT_S = 300;

export type SyncMood = 'attention' | 'offline' | 'signIn' | 'busy' | 'waiting' | 'done';

/** What the pill is about: what wants an act comes first, being offline before work going on. */
export function syncMood(sync: SyncView): SyncMood {
  if (sync.attention > 0) return 'attention';
  if (!sync.online) return 'offline';
  // Central is there but does not know us any more: nothing goes until somebody signs in.
  if (sync.failure?.code === 'SIGNED_OUT') return 'signIn';
  if (sync.busy) return 'busy';
  return sync.waiting > 0 ? 'waiting' : 'done';
}

/** 已同步 · 離線，3 筆待送出 · 需處理 1 (interface.md, Frame). */
export function syncWords(t: Translate, sync: SyncView): string {
  const mood = syncMood(sync);
  if (mood === 'offline' && sync.waiting > 0) return t('sync.offlineWaiting', { count: sync.waiting });
  if (mood === 'signIn' && sync.waiting > 0) return t('sync.signInWaiting', { count: sync.waiting });
  return t(`sync.${mood}`, { count: mood === 'attention' ? sync.attention : sync.waiting });
}

/** Whole minutes that this computer's clock is off, when that is worth telling; else null. */
export function skewMinutes(sync: SyncView): number | null {
  const skew = Math.abs(sync.clockSkewSeconds ?? 0);
  return skew > SKEW_LIMIT_S ? Math.round(skew / 60) : null;
}
