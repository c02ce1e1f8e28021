import { Button } from '@mantine/core';
import type { OutboxItem } from '../../../shared/contract/core.ts';
import { failureSentence } from '../../bridge/failure-text.ts';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useFormat, useText } from '../../bridge/text.ts';
import { DeliveryWord } from '../../ui/tone/delivery-word.tsx';
import { ageWords } from './age.ts';
import css from './outbox.module.css';

interface Props {
  readonly item: OutboxItem;
  /** The earlier operation it waits for. */
  readonly blocker: OutboxItem | undefined;
  readonly online: boolean;
  readonly nowMs: number;
  readonly onWithdraw: () => void;
}

/** What can be taken out of the way: the service has decided against it. */
const SETTLED: readonly OutboxItem['delivery'][] = ['conflict', 'refused', 'revoked'];

/** One piece of work that waits, with the reason in plain words. */
export function OutboxEntry({ item, blocker, online, nowMs, onWithdraw }: Props) {
  const t = useText();
  const format = useFormat();
  const { href } = useNavigation();
  return (
    <li className={css['entry']}>
      <div className={css['what']}>
        <a className={css['name']} href={href({ page: 'case', caseId: item.caseId })}>
          {t('outbox.what', { action: t(`action.${item.action}`), name: nameOf(t, item) })}
        </a>
        <span className={css['where']}>
          {t(`regime.${item.regime}`)} · {item.caseNumber ?? t('outbox.noNumber')}
        </span>
      </div>
      <div className={css['state']}>
        <DeliveryWord delivery={item.delivery} />
        <span className={css['where']}>
          {t('outbox.when', {
            time: format.dateTime(item.occurredAt),
            age: ageWords(t, item.occurredAt, nowMs),
          })}
        </span>
      </div>
      <p className={css['why']}>{whyWords(t, item, blocker, online)}</p>
      {SETTLED.includes(item.delivery) ? (
        <Button variant="default" size="compact-md" onClick={onWithdraw}>
          {t('outbox.withdraw')}
        </Button>
      ) : null}
    </li>
  );
}

function whyWords(
  t: ReturnType<typeof useText>,
  item: OutboxItem,
  blocker: OutboxItem | undefined,
  online: boolean,
): string {
  if (item.blockedBy !== null) {
    return blocker === undefined
      ? t('outbox.blocked')
      : t('outbox.blockedBy', { action: t(`action.${blocker.action}`) });
  }
  // Offline is a state, not an error: it needs no code.
  if (item.failure !== null && item.failure.code !== 'OFFLINE') {
    return t('outbox.failed', { sentence: failureSentence(t, item.failure), code: item.failure.code });
  }
  if (item.delivery === 'sending') return t('outbox.sending');
  return t(online ? 'outbox.turn' : 'outbox.offline');
}

/** A case whose student has not arrived on this computer yet has no name. */
export const nameOf = (t: ReturnType<typeof useText>, { name }: OutboxItem): string =>
  name === '' ? t('home.noName') : name;
