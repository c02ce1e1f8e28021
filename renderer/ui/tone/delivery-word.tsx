import {
  IconAlertTriangle,
  IconCheck,
  IconCloudUp,
  IconGitMerge,
  IconHourglass,
  IconLock,
  IconPencil,
  type Icon,
} from '@tabler/icons-react';
import type { Delivery } from '../../../shared/contract/core.ts';
import type { StateRow } from '../../../shared/domain/case/state.ts';
import { useText } from '../../bridge/text.ts';
import css from './tone.module.css';

const LOOKS = {
  draft: { icon: IconPencil, tone: 'grey' },
  waiting: { icon: IconHourglass, tone: 'grey' },
  sending: { icon: IconCloudUp, tone: 'blue' },
  received: { icon: IconCheck, tone: 'green' },
  conflict: { icon: IconGitMerge, tone: 'red' },
  refused: { icon: IconAlertTriangle, tone: 'red' },
  revoked: { icon: IconLock, tone: 'red' },
} as const satisfies Record<Delivery, { icon: Icon; tone: StateRow['tone'] }>;

/** Where a piece of work stands: 待送出, 傳送中, 已收件 … as icon and word and colour. */
export function DeliveryWord({ delivery }: { readonly delivery: Delivery }) {
  const t = useText();
  const { icon: Icon, tone } = LOOKS[delivery];
  return (
    <span className={css['word']} data-tone={tone}>
      <Icon size="1.1em" aria-hidden />
      <span>{t(`delivery.${delivery}`)}</span>
    </span>
  );
}
