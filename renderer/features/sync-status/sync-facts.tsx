import type { SyncView } from '../../../shared/contract/core.ts';
import { useFormat, useText } from '../../bridge/text.ts';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import css from './outbox.module.css';

/** Whether the service can be reached, since when not, and when the next try is. */
export function SyncFacts({ sync }: { readonly sync: SyncView }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      {sync.online ? null : <Notice tone="calm">{t('sync.offlineGoesOn')}</Notice>}
      {sync.failure === null || sync.failure.code === 'OFFLINE' ? null : (
        <FailureNotice failure={sync.failure} />
      )}
      <p className={css['facts']}>
        {sync.lastContactAt === null
          ? t('sync.noContact')
          : t('sync.lastContact', { time: format.dateTime(sync.lastContactAt) })}
        {sync.nextTryAt === null ? null : ` · ${t('sync.nextTry', { time: format.time(sync.nextTryAt) })}`}
      </p>
    </>
  );
}
