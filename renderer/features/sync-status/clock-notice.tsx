import { useCoreQuery } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import css from './sync-status.module.css';
import { skewMinutes } from './sync-words.ts';

/** Told, because days and the 18th birthday are reckoned by a clock (security 7.7); the service's decides. */
export function ClockNotice() {
  const t = useText();
  const { data: sync } = useCoreQuery('sync.get', {});
  const minutes = sync === undefined ? null : skewMinutes(sync);
  if (minutes === null) return null;
  return (
    <div className={css['clock']}>
      <Notice tone="attention">{t('sync.clockSkew', { minutes })}</Notice>
    </div>
  );
}
