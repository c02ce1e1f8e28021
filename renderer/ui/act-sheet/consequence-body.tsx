import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { useText } from '../../bridge/text.ts';
import { useKey } from '../keys/use-key.ts';
import { FailureNotice } from '../notice/failure-notice.tsx';
import { Notice } from '../notice/notice.tsx';
import classes from './act-sheet.module.css';
import type { Consequence } from './consequences.ts';

interface Props {
  readonly consequences: readonly Consequence[];
  /** The one clear verb on the button, never 確定. */
  readonly verb: string;
  /** Why it cannot be done now, in words; null when it can. */
  readonly lock: string | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onAct: () => void;
  readonly onClose: () => void;
  /** Warnings and the small form of the act. */
  readonly children?: ReactNode;
}

/** Before an act that counts: who is told, what locks, what follows, which paper to print. */
export function ConsequenceBody(props: Props) {
  const { consequences, verb, lock, busy, failure, onAct, onClose, children } = props;
  const t = useText();
  useKey('submit', onAct, lock === null && !busy);
  return (
    <>
      <div className={classes['stack']}>
        {consequences.length > 0 && (
          <dl className={classes['list']} tabIndex={-1} data-autofocus>
            {consequences.map(({ aspect, text }) => [
              <dt key={`${aspect} name`}>{t(`act.aspect.${aspect}`)}</dt>,
              <dd key={`${aspect} text`}>{text}</dd>,
            ])}
          </dl>
        )}
        {lock !== null && <Notice tone="attention">{lock}</Notice>}
        {children}
        {failure !== null && <FailureNotice failure={failure} />}
      </div>
      <div className={classes['foot']}>
        <Button variant="default" onClick={onClose}>
          {t('act.back')}
        </Button>
        {lock === null && (
          <Button loading={busy} onClick={onAct}>
            {verb}
          </Button>
        )}
      </div>
    </>
  );
}
