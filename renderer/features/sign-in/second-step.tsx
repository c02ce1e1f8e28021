import { Button, Group } from '@mantine/core';
import { useRef, useState } from 'react';
import { parseCode } from '../../../shared/domain/account/second-step.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useCoreAct, useKnown } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { focusField } from '../../ui/form/focus-field.ts';
import { LineField } from '../../ui/form/line-field.tsx';
import { SubmitForm } from '../../ui/form/submit-form.tsx';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { LockedOut } from './locked-out.tsx';
import css from './sign-in.module.css';

/** The first step is no longer known: it has to be done again. */
const OVER: readonly Failure['code'][] = ['SIGNED_OUT', 'WRONG_CREDENTIALS', 'WRONG_CAPTCHA'];

/** Second step: the six digits of the authenticator. A wrong code asks for the next; 返回 begins anew. */
export function SecondStep({ onBack }: { readonly onBack: (failure: Failure | null) => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { act, busy } = useCoreAct('session.confirm');
  const known = useKnown('session.get');
  const root = useRef<HTMLDivElement>(null);

  const submit = async (): Promise<void> => {
    const code = parseCode(typed);
    setWrong(code === null);
    setFailure(null);
    if (code === null) {
      focusField(root.current, 'code');
      return;
    }
    const result = await act({ code });
    if (result.ok) {
      known({}, result.value);
      return;
    }
    if (OVER.includes(result.failure.code)) {
      onBack(result.failure);
      return;
    }
    setFailure(result.failure);
    if (result.failure.code === 'WRONG_CODE') setTyped('');
    focusField(root.current, 'code');
  };

  return (
    <SubmitForm label={t('signIn.secondStep')} onSubmit={() => void submit()}>
      <div ref={root} className={css['form']}>
        {failure === null ? null : failure.code === 'LOCKED_OUT' ? (
          <LockedOut failure={failure} />
        ) : (
          <FailureNotice failure={failure} />
        )}
        <LineField
          id="code"
          label={t('signIn.code')}
          hint={t('signIn.codeHint')}
          required
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setWrong(false);
          }}
          problem={wrong ? { path: 'code', code: 'codeFormat' } : undefined}
          inputMode="numeric"
          autoFocus
        />
        <Group justify="space-between">
          <Button variant="default" onClick={() => onBack(null)}>
            {t('signIn.back')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('signIn.confirm')}
          </Button>
        </Group>
      </div>
    </SubmitForm>
  );
}
