import { Button, Group } from '@mantine/core';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { cleanPassword } from '../../../shared/domain/account/password-check.ts';
import type { Failure, FieldFailure } from '../../../shared/failure.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { focusField } from '../form/focus-field.ts';
import { LineField } from '../form/line-field.tsx';
import { SubmitForm } from '../form/submit-form.tsx';
import { useTyped } from '../form/use-typed.ts';
import { AccountFailure } from '../notice/account-failure.tsx';
import { RuleList } from './rule-list.tsx';
import { checkNewPassword, usePasteNotice, type NewPassword } from './use-new-password.ts';
import css from './password.module.css';

interface Props {
  readonly account: Pick<SessionAccount, 'account' | 'roles'>;
  readonly onDone: (account: SessionAccount) => void;
  /** What stands beside the button: 返回, or 登出 where nothing else is left. */
  readonly other: ReactNode;
}

const EMPTY: NewPassword = { current: '', next: '', again: '' };
const LINES = ['current', 'next', 'again'] as const;

/** Beside the button it may be just outside of what one sees. */
const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** 帳號或密碼不符 would be puzzling here, where only the present password can be wrong. */
const fieldsOf = ({ code, fields = [] }: Failure): readonly FieldFailure[] =>
  code === 'WRONG_CREDENTIALS' ? [{ path: 'current', code: 'currentWrong' }] : fields;

/** 修改密碼: the present one, the new one twice, and the rules as a live check list. */
export function PasswordForm({ account, onDone, other }: Props) {
  const t = useText();
  const rules = useId();
  const typed = useTyped(EMPTY, (values) => checkNewPassword(values, account));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const { act, busy } = useCoreAct('password.change');
  const { told, onPaste } = usePasteNotice<keyof NewPassword>();
  const root = useRef<HTMLDivElement>(null);
  const { values, change, problemOf, leave } = typed;

  const submit = async (): Promise<void> => {
    setFailure(null);
    if (!typed.passes()) {
      focusField(root.current, checkNewPassword(values, account)[0]?.path ?? 'current');
      return;
    }
    const result = await act({
      current: values.current,
      next: cleanPassword(values.next).value,
    });
    if (result.ok) {
      onDone(result.value);
      return;
    }
    const failures = fieldsOf(result.failure);
    // What a line below a field says need not be said twice.
    setRefused(failures.map(({ code }) => code));
    setFailure(typed.refuse(failures) ? null : result.failure);
    const first = failures[0];
    if (first !== undefined) focusField(root.current, first.path);
  };

  return (
    <SubmitForm label={t('password.change')} onSubmit={() => void submit()}>
      <div ref={root} className={css['form']}>
        {LINES.map((id) => (
          <div key={id}>
            <LineField
              id={id}
              label={t(`password.${id}`)}
              required
              secret
              value={values[id]}
              onChange={(text) => {
                change({ [id]: text });
                if (id === 'next') setRefused([]);
              }}
              onLeave={() => leave(id)}
              onPaste={onPaste(id)}
              notice={told === id ? t('check.lineEndRemoved') : undefined}
              problem={problemOf(id)}
              autoFocus={id === 'current' ? 'dialog' : false}
            />
            {id === 'next' ? (
              <RuleList id={rules} owner={account} next={values.next} refused={refused} />
            ) : null}
          </div>
        ))}
        {failure === null ? null : (
          <div ref={intoView}>
            <AccountFailure failure={failure} />
          </div>
        )}
        <Group justify="space-between">
          {other}
          <Button type="submit" loading={busy}>
            {t('password.change')}
          </Button>
        </Group>
      </div>
    </SubmitForm>
  );
}
