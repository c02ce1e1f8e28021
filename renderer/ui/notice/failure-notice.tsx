import { Button } from '@mantine/core';
import type { Failure } from '../../../shared/failure.ts';
import { failureSentence } from '../../bridge/failure-text.ts';
import { useText } from '../../bridge/text.ts';
import { Notice } from './notice.tsx';
import css from './notice.module.css';

interface Props {
  readonly failure: Failure;
  /** Offers 重試 beside the sentence. */
  readonly retry?: () => void;
  /** What the button says instead of 再試一次. */
  readonly retryLabel?: string;
  /** Says it closer than the sentence of the code does. */
  readonly sentence?: string | undefined;
}

/** Being offline is a state, not an error: calm and grey. */
const CALM: readonly Failure['code'][] = ['OFFLINE', 'UNAVAILABLE', 'OFFLINE_FIRST_SIGN_IN'];

/** A failure as sentence, code and action; an unknown fault shows its report id. */
export function FailureNotice({ failure, retry, retryLabel, sentence }: Props) {
  const t = useText();
  const reportId = failure.detail?.['reportId'];
  return (
    <Notice
      tone={CALM.includes(failure.code) ? 'calm' : 'error'}
      action={
        retry === undefined ? null : (
          <Button variant="default" size="compact-md" onClick={retry}>
            {retryLabel ?? t('notice.retry')}
          </Button>
        )
      }
    >
      {sentence ?? failureSentence(t, failure)}
      <span className={css['code']}>
        {t('notice.code', { code: failure.code })}
        {reportId === undefined ? null : ` · ${t('failure.reportId', { reportId })}`}
      </span>
    </Notice>
  );
}
