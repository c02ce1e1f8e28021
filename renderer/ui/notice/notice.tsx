import { IconAlertTriangle, IconInfoCircle, IconPlugConnectedX, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './notice.module.css';

/** `calm` is a state such as offline; `attention` wants a look; `error` wants an act. */
export type NoticeTone = 'calm' | 'info' | 'attention' | 'error';

const ICONS = {
  calm: IconPlugConnectedX,
  info: IconInfoCircle,
  attention: IconAlertTriangle,
  error: IconAlertTriangle,
} as const satisfies Record<NoticeTone, Icon>;

interface Props {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  /** A button or link: what can be done about it. */
  readonly action?: ReactNode;
}

/** A sentence that stays until what it says is over; an error is read out at once. */
export function Notice({ tone, children, action }: Props) {
  const Icon = ICONS[tone];
  return (
    <div className={css['notice']} data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon className={css['icon']} size="1.25rem" aria-hidden />
      <div className={css['text']}>{children}</div>
      {action}
    </div>
  );
}
