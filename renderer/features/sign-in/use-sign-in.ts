import { useRef, useState, type RefObject } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { useCoreAct, useKnown } from '../../bridge/queries.ts';
import { useCaptcha, type Captcha } from '../../ui/entry/use-captcha.ts';

/** What one types to sign in. */
export interface Credentials {
  readonly account: string;
  readonly password: string;
  readonly answer: string;
}
export type CredentialField = keyof Credentials;

const NOTHING: Credentials = { account: '', password: '', answer: '' };

export interface SignIn {
  readonly typed: Credentials;
  readonly type: (field: CredentialField, text: string) => void;
  readonly missing: readonly CredentialField[];
  readonly failure: Failure | null;
  /** The first step was right; now the code of the authenticator is asked. */
  readonly confirming: boolean;
  /** Back to account and password; `failure` says why, when it was not the person's own wish. */
  readonly startAgain: (failure: Failure | null) => void;
  readonly captcha: Captcha | undefined;
  /** Why there is no image; then one signs in from the vault. Null while the service answers. */
  readonly offline: Failure | null;
  readonly renewCaptcha: () => void;
  readonly submit: () => Promise<void>;
  readonly busy: boolean;
  readonly inputs: Readonly<Record<CredentialField, RefObject<HTMLInputElement | null>>>;
}

/** 登入: a failed try fetches a new image and leaves account and password as typed. */
export function useSignIn(): SignIn {
  const [typed, setTyped] = useState(NOTHING);
  const [missing, setMissing] = useState<readonly CredentialField[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [confirming, setConfirming] = useState(false);
  const { data: captcha, error: offline, refetch } = useCaptcha();
  const { act, busy } = useCoreAct('session.signIn');
  const known = useKnown('session.get');
  const inputs = {
    account: useRef<HTMLInputElement>(null),
    password: useRef<HTMLInputElement>(null),
    answer: useRef<HTMLInputElement>(null),
  };

  const type = (field: CredentialField, text: string): void => {
    setTyped((before) => ({ ...before, [field]: text }));
    setMissing((before) => before.filter((name) => name !== field));
  };
  const renewCaptcha = (): void => {
    type('answer', '');
    void refetch();
  };
  const fieldsAsked = (): CredentialField[] =>
    offline === null ? ['account', 'password', 'answer'] : ['account', 'password'];

  const submit = async (): Promise<void> => {
    const empty = fieldsAsked().filter((field) => typed[field].trim() === '');
    setMissing(empty);
    const first = empty[0];
    if (first !== undefined) {
      inputs[first].current?.focus();
      return;
    }
    setFailure(null);
    const result = await act({
      account: typed.account.trim(),
      password: typed.password,
      captcha:
        offline === null && captcha !== undefined
          ? { captchaId: captcha.captchaId, answer: typed.answer.trim() }
          : null,
    });
    if (result.ok) {
      known({}, result.value);
      return;
    }
    if (result.failure.code === 'SECOND_FACTOR') {
      setConfirming(true);
      return;
    }
    setFailure(result.failure);
    renewCaptcha();
    inputs[result.failure.code === 'WRONG_CREDENTIALS' ? 'password' : 'answer'].current?.focus();
  };

  const startAgain = (reason: Failure | null): void => {
    setConfirming(false);
    setFailure(reason);
    // The captcha was good for the first step only; the password is not kept longer than it is needed.
    type('password', '');
    renewCaptcha();
  };

  return {
    typed,
    type,
    missing,
    failure,
    confirming,
    startAgain,
    captcha,
    offline,
    renewCaptcha,
    submit,
    busy,
    inputs,
  };
}
