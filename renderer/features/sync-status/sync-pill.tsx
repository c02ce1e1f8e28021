import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconHourglass,
  IconLogin2,
  type Icon,
} from '@tabler/icons-react';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { syncMood, syncWords, type SyncMood } from './sync-words.ts';
import css from './sync-status.module.css';

const ICONS = {
  attention: IconAlertTriangle,
  offline: IconCloudOff,
  signIn: IconLogin2,
  busy: IconCloudUp,
  waiting: IconHourglass,
  done: IconCloudCheck,
} as const satisfies Record<SyncMood, Icon>;

/** Where the work stands, at every moment; opens the outbox. */
export function SyncPill() {
  const t = useText();
  const { href } = useNavigation();
  const { data: sync } = useCoreQuery('sync.get', {});
  if (sync === undefined) return null;
  const mood = syncMood(sync);
  const words = syncWords(t, sync);
  const Icon = ICONS[mood];
  return (
    <>
      <a className={css['pill']} data-mood={mood} href={href({ page: 'outbox' })} title={t('sync.open')}>
        <Icon size="1.15em" aria-hidden />
        {words}
      </a>
      <span role="status" className="only-read">
        {mood === 'busy' ? '' : words}
      </span>
    </>
  );
}
