import { Button, Group, Loader } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { parseCode } from '../../../shared/domain/account/second-step.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useCoreAct, type CoreOutput } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { focusField } from '../form/focus-field.ts';
import { LineField } from '../form/line-field.tsx';
import { SubmitForm } from '../form/submit-form.tsx';
import { AccountFailure } from '../notice/account-failure.tsx';
import css from './second-step.module.css';

interface Props {
  readonly onDone: (account: SessionAccount) => void;
  /** What stands beside the button: 返回, or 登出 where nothing else is left. */
  readonly other: ReactNode;
}

type Begun = CoreOutput<'totp.begin'>;

/** `ABCD EFGH …`: as people type a secret into a phone. */
const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

/** Sets the second step up: scan or type the secret, then show that it works with one code. */
export function EnrolSecondStep({ onDone, other }: Props) {
  const t = useText();
  const { act: begin } = useCoreAct('totp.begin');
  const [begun, setBegun] = useState<Begun | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    void begin({}).then((result) => {
      if (gone) return;
      setBegun(result.ok ? result.value : null);
      setFailure(result.ok ? null : result.failure);
    });
    return () => {
      gone = true;
    };
  }, [begin, tries]);
  if (begun === null) {
    return (
      <div className={css['form']}>
        {failure === null ? (
          <Loader size="sm" aria-label={t('frame.loading')} />
        ) : (
          <AccountFailure failure={failure} retry={() => setTries(tries + 1)} />
        )}
        <Group>{other}</Group>
      </div>
    );
  }
  return <EnableForm begun={begun} onDone={onDone} other={other} />;
}

function EnableForm({ begun, onDone, other }: Props & { readonly begun: Begun }) {
  const t = useText();
  const { act, busy } = useCoreAct('totp.enable');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const root = useRef<HTMLDivElement>(null);
  // The secret may come before the dialog gives the focus, or after it.
  useEffect(() => void focusField(root.current, 'code'), []);

  const submit = async (): Promise<void> => {
    const code = parseCode(typed);
    setWrong(code === null);
    setFailure(null);
    if (code !== null) {
      const result = await act({ code });
      if (result.ok) {
        onDone(result.value);
        return;
      }
      setFailure(result.failure);
      if (result.failure.code === 'WRONG_CODE') setTyped('');
    }
    focusField(root.current, 'code');
  };

  return (
    <SubmitForm label={t('secondStep.enable')} onSubmit={() => void submit()}>
      <div ref={root} className={css['form']}>
        <ol className={css['steps']}>
          <li>{t('secondStep.scan')}</li>
          <li>{t('secondStep.type')}</li>
        </ol>
        <div className={css['secret']}>
          <img
            className={css['image']}
            src={`data:image/png;base64,${begun.qrPngBase64}`}
            alt={t('secondStep.qr')}
          />
          <div>
            <p className={css['label']}>{t('secondStep.secret')}</p>
            <code className={css['code']}>{inGroups(begun.secret)}</code>
          </div>
        </div>
        {failure === null ? null : <AccountFailure failure={failure} />}
        <LineField
          id="code"
          label={t('signIn.code')}
          required
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setWrong(false);
          }}
          problem={wrong ? { path: 'code', code: 'codeFormat' } : undefined}
          inputMode="numeric"
          autoFocus="dialog"
        />
        <Group justify="space-between">
          {other}
          <Button type="submit" loading={busy}>
            {t('secondStep.enable')}
          </Button>
        </Group>
      </div>
    </SubmitForm>
  );
}
