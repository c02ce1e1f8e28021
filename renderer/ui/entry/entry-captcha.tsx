import type { FieldFailure } from '../../../shared/failure.ts';
import { checkSentence } from '../../bridge/failure-text.ts';
import { useText } from '../../bridge/text.ts';
import { AccountFailure } from '../notice/account-failure.tsx';
import { CaptchaField } from './captcha-field.tsx';
import type { useCaptcha } from './use-captcha.ts';
import css from './entry.module.css';

interface Props {
  readonly captcha: ReturnType<typeof useCaptcha>;
  readonly answer: string;
  readonly onAnswer: (answer: string) => void;
  readonly problem: FieldFailure | undefined;
}

/** 驗證碼 of a form that needs the service: without a connection it says so and offers to try again. */
export function EntryCaptcha({ captcha, answer, onAnswer, problem }: Props) {
  const t = useText();
  const renew = (): void => {
    onAnswer('');
    void captcha.refetch();
  };
  if (captcha.error !== null) return <AccountFailure failure={captcha.error} retry={renew} />;
  return (
    <div data-field="captcha" className={css['asField']}>
      <CaptchaField
        captcha={captcha.data}
        answer={answer}
        onAnswer={onAnswer}
        onRefresh={renew}
        error={problem === undefined ? null : checkSentence(t, problem, t('signIn.captcha'))}
        inputRef={null}
      />
    </div>
  );
}
