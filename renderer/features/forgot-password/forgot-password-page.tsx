import { Button, Group } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Failure, FieldFailure } from '../../../shared/failure.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { EntryCaptcha } from '../../ui/entry/entry-captcha.tsx';
import { EntryCard } from '../../ui/entry/entry-card.tsx';
import { useCaptcha } from '../../ui/entry/use-captcha.ts';
import { focusField } from '../../ui/form/focus-field.ts';
import { LineField } from '../../ui/form/line-field.tsx';
import { SubmitForm } from '../../ui/form/submit-form.tsx';
import { useTyped } from '../../ui/form/use-typed.ts';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import css from './forgot-password.module.css';

const FIELDS = ['account', 'email', 'captcha'] as const;
type Asked = Readonly<Record<(typeof FIELDS)[number], string>>;

/** Only what is missing is told: whether an account or an address exists is nobody's business here. */
const missingOf = (asked: Asked, offline: boolean): readonly FieldFailure[] =>
  FIELDS.filter((path) => asked[path].trim() === '' && !(offline && path === 'captcha')).map((path) => ({
    path,
    code: 'required',
  }));

/** 忘記密碼 [A:317–358]: account, address, captcha; then one sentence, whatever happened. */
export function ForgotPasswordPage({ onBack }: { readonly onBack: () => void }) {
  const t = useText();
  const captcha = useCaptcha();
  const offline = captcha.error !== null;
  const typed = useTyped<Asked>({ account: '', email: '', captcha: '' }, (asked) =>
    missingOf(asked, offline),
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sent, setSent] = useState(false);
  const { act, busy } = useCoreAct('password.forget');
  const root = useRef<HTMLDivElement>(null);
  const { values, change, problemOf, leave } = typed;

  const submit = async (): Promise<void> => {
    setFailure(null);
    if (!typed.passes()) {
      const first = missingOf(values, offline)[0];
      if (first !== undefined) focusField(root.current, first.path);
      return;
    }
    if (offline) void captcha.refetch();
    if (offline || captcha.data === undefined) return;
    const result = await act({
      account: values.account.trim(),
      email: values.email.trim(),
      captchaId: captcha.data.captchaId,
      captchaAnswer: values.captcha.trim(),
    });
    if (result.ok) {
      setSent(true);
      return;
    }
    setFailure(result.failure);
    change({ captcha: '' });
    void captcha.refetch();
    focusField(root.current, 'captcha');
  };

  if (sent) {
    return (
      <EntryCard title={t('forgot.title')} focusTitle>
        <Notice tone="info">{t('forgot.sent')}</Notice>
        <p className={css['hint']}>{t('forgot.noMail')}</p>
        <Button onClick={onBack}>{t('forgot.back')}</Button>
      </EntryCard>
    );
  }
  return (
    <EntryCard title={t('forgot.title')}>
      <p className={css['hint']}>{t('forgot.purpose')}</p>
      <SubmitForm label={t('forgot.title')} onSubmit={() => void submit()}>
        <div ref={root} className={css['form']}>
          {failure === null ? null : <AccountFailure failure={failure} />}
          {(['account', 'email'] as const).map((id) => (
            <LineField
              key={id}
              id={id}
              label={t(`forgot.${id}`)}
              required
              value={values[id]}
              onChange={(text) => change({ [id]: text })}
              onLeave={() => leave(id)}
              problem={problemOf(id)}
              inputMode={id === 'email' ? 'email' : 'text'}
              autoFocus={id === 'account'}
            />
          ))}
          <EntryCaptcha
            captcha={captcha}
            answer={values.captcha}
            onAnswer={(text) => change({ captcha: text })}
            problem={problemOf('captcha')}
          />
          <Group justify="space-between">
            <Button variant="default" onClick={onBack}>
              {t('forgot.back')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('forgot.submit')}
            </Button>
          </Group>
        </div>
      </SubmitForm>
    </EntryCard>
  );
}
