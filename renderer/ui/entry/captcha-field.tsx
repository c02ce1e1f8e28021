import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useText } from '../../bridge/text.ts';
import type { Captcha } from './use-captcha.ts';
import css from './entry.module.css';

interface Props {
  readonly captcha: Captcha | undefined;
  readonly answer: string;
  readonly onAnswer: (answer: string) => void;
  readonly onRefresh: () => void;
  readonly error: string | null;
  readonly inputRef: Ref<HTMLInputElement> | null;
}

/** 驗證碼: the image, another one on request, and what stands in it [A:321]. */
export function CaptchaField({ captcha, answer, onAnswer, onRefresh, error, inputRef }: Props) {
  const t = useText();
  const refresh = t('signIn.captchaRefresh');
  return (
    <div className={css['captcha']}>
      <TextInput
        ref={inputRef}
        className={css['answer']}
        label={t('signIn.captcha')}
        value={answer}
        onChange={(event) => onAnswer(event.currentTarget.value)}
        error={error}
        maxLength={20}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <div className={css['image']}>
        {captcha === undefined ? null : (
          <img src={`data:image/png;base64,${captcha.imagePngBase64}`} alt={t('signIn.captchaImage')} />
        )}
      </div>
      <Tooltip label={refresh}>
        <ActionIcon variant="default" size="2.25rem" aria-label={refresh} onClick={onRefresh}>
          <IconRefresh size="1.25rem" aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
