import {
  IconAlertCircle,
  IconBan,
  IconCircleCheck,
  IconClock,
  IconFileX,
  IconMailExclamation,
  IconShieldCheck,
  type Icon,
} from '@tabler/icons-react';
import {
  ACCOUNT_STATE_ROWS,
  type AccountState,
  type AccountStatus,
} from '../../../shared/domain/account/account-state.ts';
import type { RequestStatus } from '../../../shared/domain/account/request.ts';
import type { StateRow } from '../../../shared/domain/case/state.ts';
import { useText } from '../../bridge/text.ts';
import css from './tone.module.css';

interface Look {
  readonly icon: Icon;
  readonly tone: StateRow['tone'];
}

const STATUS = {
  pending: { icon: IconClock, tone: 'amber' },
  normal: { icon: IconCircleCheck, tone: 'green' },
  disabled: { icon: IconBan, tone: 'slate' },
  rejected: { icon: IconFileX, tone: 'red' },
} as const satisfies Record<AccountStatus, Look>;

const REQUEST = {
  pending: { icon: IconClock, tone: 'amber' },
  approved: { icon: IconCircleCheck, tone: 'green' },
  returned: { icon: IconFileX, tone: 'red' },
  superseded: { icon: IconAlertCircle, tone: 'grey' },
} as const satisfies Record<RequestStatus, Look>;

function Word({ look, word }: { readonly look: Look; readonly word: string }) {
  return (
    <span className={css['word']} data-tone={look.tone}>
      <look.icon size="1.1em" aria-hidden />
      <span>{word}</span>
    </span>
  );
}

/** 狀態 of an account: 待審核, 正常, 停用, 退件. */
export function AccountStatusWord({ state }: { readonly state: AccountState }) {
  const t = useText();
  const { status } = ACCOUNT_STATE_ROWS[state];
  return <Word look={STATUS[status]} word={t(`accountStatus.${status}`)} />;
}

/** 認證 of an account: 已認證, 未認證. */
export function VerifiedWord({ state }: { readonly state: AccountState }) {
  const t = useText();
  const { verified, awaits } = ACCOUNT_STATE_ROWS[state];
  const waiting = awaits === null ? IconAlertCircle : IconMailExclamation;
  const look: Look = verified
    ? { icon: IconShieldCheck, tone: 'green' }
    : { icon: waiting, tone: awaits === null ? 'grey' : 'amber' };
  return <Word look={look} word={t(`verified.${verified}`)} />;
}

/** 申請狀態: 待審核, 核可, 退件, 已失效. */
export function RequestStatusWord({ status }: { readonly status: RequestStatus }) {
  const t = useText();
  return <Word look={REQUEST[status]} word={t(`requestStatus.${status}`)} />;
}
