import { Button, Group } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { parseCode } from '../../../shared/domain/account/second-step.ts';
import type { Failure, FieldFailure } from '../../../shared/failure.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { focusField } from '../../ui/form/focus-field.ts';
import { LineField } from '../../ui/form/line-field.tsx';
import { SubmitForm } from '../../ui/form/submit-form.tsx';
import { useTyped } from '../../ui/form/use-typed.ts';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import css from './settings.module.css';

interface Asked {
  readonly password: string;
  readonly code: string;
}

const check = ({ password, code }: Asked): readonly FieldFailure[] => [
  ...(password === '' ? [{ path: 'password', code: 'required' }] : []),
  ...(parseCode(code) === null ? [{ path: 'code', code: code === '' ? 'required' : 'codeFormat' }] : []),
];

/** What a refusal has to do with one of the two lines. */
const fieldsOf = ({ code, fields = [] }: Failure): readonly FieldFailure[] =>
  code === 'WRONG_CREDENTIALS' ? [{ path: 'password', code: 'currentWrong' }] : fields;

/** Off again: with the password and a code, so that an unlocked computer alone is not enough. */
export function DisableForm(props: {
  readonly onDone: (account: SessionAccount) => void;
  readonly other: ReactNode;
}) {
  const t = useText();
  const typed = useTyped<Asked>({ password: '', code: '' }, check);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { act, busy } = useCoreAct('totp.disable');
  const root = useRef<HTMLDivElement>(null);
  const { values, change, problemOf, leave } = typed;

  const submit = async (): Promise<void> => {
    setFailure(null);
    const code = parseCode(values.code);
    if (!typed.passes() || code === null) {
      focusField(root.current, check(values)[0]?.path ?? 'password');
      return;
    }
    const result = await act({ password: values.password, code });
    if (result.ok) {
      props.onDone(result.value);
      return;
    }
    const fields = fieldsOf(result.failure);
    setFailure(typed.refuse(fields) ? null : result.failure);
    if (result.failure.code === 'WRONG_CODE') change({ code: '' });
    focusField(root.current, fields[0]?.path ?? 'code');
  };

  return (
    <SubmitForm label={t('secondStep.disable')} onSubmit={() => void submit()}>
      <div ref={root} className={css['form']}>
        <Notice tone="attention">{t('secondStep.disableFollows')}</Notice>
        {failure === null ? null : <AccountFailure failure={failure} />}
        <LineField
          id="password"
          label={t('password.current')}
          required
          secret
          value={values.password}
          onChange={(text) => change({ password: text })}
          onLeave={() => leave('password')}
          problem={problemOf('password')}
          autoFocus="dialog"
        />
        <LineField
          id="code"
          label={t('signIn.code')}
          required
          value={values.code}
          onChange={(text) => change({ code: text })}
          onLeave={() => leave('code')}
          problem={problemOf('code')}
          inputMode="numeric"
        />
        <Group justify="space-between">
          {props.other}
          <Button type="submit" loading={busy}>
            {t('secondStep.disable')}
          </Button>
        </Group>
      </div>
    </SubmitForm>
  );
}
