import { useEffect, useState } from 'react';
import { taipeiDate } from '../../shared/domain/calendar/taipei.ts';
import type { IsoDate } from '../../shared/domain/calendar/iso-date.ts';

/** The clock of this computer in milliseconds, renewed every `everyMs`. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** Today in Taipei by this computer's clock: for what is shown; the service's date decides (security 7.7). */
export const todayInTaipei = (): IsoDate => taipeiDate(Date.now());
