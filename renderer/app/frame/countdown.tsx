import { IconClockHour4 } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNow } from '../../bridge/now.ts';
import { coreKey } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import css from './top-bar.module.css';

const WARN_FROM_S = 120;
const ANNOUNCE_FROM_S = 60;

/** Whole seconds until the session ends; never below zero. */
export const secondsLeft = (endsAt: string, nowMs: number): number =>
  Math.max(0, Math.ceil((Date.parse(endsAt) - nowMs) / 1000));

/** `29:54` [A:162]. */
export const asClock = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;

/** Counts down to 自動登出: quiet until the last two minutes, read out at one minute (domain §1.4.13). */
export function Countdown({ endsAt }: { readonly endsAt: string }) {
  const t = useText();
  const client = useQueryClient();
  const left = secondsLeft(endsAt, useNow(1000));
  const over = left === 0;
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: coreKey('session.get', {}) });
  }, [over, client]);
  const warn = left <= WARN_FROM_S;
  return (
    <span className={css['countdown']} data-warn={warn || undefined}>
      <IconClockHour4 size="1.1em" aria-hidden />
      {warn ? <span>{t('countdown.soon')}</span> : null}
      <span role="timer" aria-label={t('countdown.label')}>
        {asClock(left)}
      </span>
      <span role="alert" className="only-read">
        {left <= ANNOUNCE_FROM_S && !over ? t('countdown.oneMinute') : ''}
      </span>
    </span>
  );
}
