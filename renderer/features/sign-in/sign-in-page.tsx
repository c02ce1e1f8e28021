import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { useSession } from '../../bridge/session.tsx';
import { useText } from '../../bridge/text.ts';
import { CaptchaField } from '../../ui/entry/captcha-field.tsx';
import { EntryCard } from '../../ui/entry/entry-card.tsx';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { CentralPage } from './central-page.tsx';
import { LockedOut } from './locked-out.tsx';
import { SecondStep } from './second-step.tsx';
import { useSignIn, type CredentialField, type SignIn } from './use-sign-in.ts';
import css from './sign-in.module.css';

interface Props {
  /** The session before ended by itself, so say that nothing is lost. */
  readonly ended: boolean;
  /** 註冊 */
  readonly onRegister: () => void;
  /** 忘記密碼 */
  readonly onForgot: () => void;
}

/** 登入, with the ways to 註冊 and 忘記密碼 [A:321], and the second step where the account has one. */
export function SignInPage({ ended, onRegister, onForgot }: Props) {
  const t = useText();
  const { centralUrl, centralFixed } = useSession();
  const [changing, setChanging] = useState(false);
  const signIn = useSignIn();
  if (changing) return <CentralPage onDone={() => setChanging(false)} />;
  if (signIn.confirming) {
    return (
      <EntryCard title={t('signIn.secondStep')}>
        <SecondStep onBack={signIn.startAgain} />
      </EntryCard>
    );
  }
  return (
    <EntryCard title={t('signIn.title')}>
      {ended && signIn.failure === null ? <Notice tone="info">{t('signIn.ended')}</Notice> : null}
      <SignInForm signIn={signIn} />
      <p className={css['others']}>
        <Anchor component="button" type="button" onClick={onRegister}>
          {t('signIn.register')}
        </Anchor>
        <Anchor component="button" type="button" onClick={onForgot}>
          {t('signIn.forgot')}
        </Anchor>
      </p>
      <p className={css['central']}>
        {t('signIn.central', { url: centralUrl ?? '' })}{' '}
        {centralFixed ? null : (
          <Anchor component="button" type="button" size="sm" onClick={() => setChanging(true)}>
            {t('signIn.changeCentral')}
          </Anchor>
        )}
      </p>
    </EntryCard>
  );
}

function SignInForm({ signIn }: { readonly signIn: SignIn }) {
  const t = useText();
  const { typed, type, missing, failure, captcha, offline, renewCaptcha, submit, busy, inputs } = signIn;
  const composing = useRef(false);
  const errorOf = (field: CredentialField) => (missing.includes(field) ? t('check.required') : null);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    // Enter that picks a word in an input method is no 登入.
    if (!composing.current) void submit();
  };
  return (
    <form
      className={css['form']}
      onSubmit={send}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={() => (composing.current = false)}
      noValidate
    >
      {failure === null ? null : failure.code === 'LOCKED_OUT' ? (
        <LockedOut failure={failure} />
      ) : (
        <FailureNotice failure={failure} />
      )}
      <TextInput
        ref={inputs.account}
        label={t('signIn.account')}
        value={typed.account}
        onChange={(event) => type('account', event.currentTarget.value)}
        error={errorOf('account')}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus
      />
      <PasswordInput
        ref={inputs.password}
        label={t('signIn.password')}
        value={typed.password}
        onChange={(event) => type('password', event.currentTarget.value)}
        error={errorOf('password')}
        maxLength={256}
        autoComplete="off"
        required
        visibilityToggleFocusable
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      {offline === null ? (
        <CaptchaField
          captcha={captcha}
          answer={typed.answer}
          onAnswer={(text) => type('answer', text)}
          onRefresh={renewCaptcha}
          error={errorOf('answer')}
          inputRef={inputs.answer}
        />
      ) : (
        <Notice
          tone="calm"
          action={
            <Button variant="default" size="compact-md" onClick={renewCaptcha}>
              {t('signIn.reconnect')}
            </Button>
          }
        >
          {t('signIn.offline')}
        </Notice>
      )}
      <Button type="submit" size="md" fullWidth loading={busy}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
