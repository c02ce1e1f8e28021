import { Button, Group } from '@mantine/core';
import type { AccountPaper } from '../../../shared/contract/account-paper.ts';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { useText } from '../../bridge/text.ts';
import { focusField } from '../../ui/form/focus-field.ts';
import { ProblemList } from '../../ui/form/problem-list.tsx';
import { SubmitForm } from '../../ui/form/submit-form.tsx';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { FileField } from '../../ui/upload/file-field.tsx';
import { paperPersonOf, successorOf, type Mine } from './entries.ts';
import { RoleChangeSheet } from './role-change-sheet.tsx';
import { SuccessorField } from './successor-field.tsx';
import { useRoleChange } from './use-role-change.ts';
import css from './role-transfer.module.css';

interface Props {
  readonly mine: Mine;
  readonly account: SessionAccount;
  readonly transfer: boolean;
  readonly onPaper: (paper: AccountPaper) => void;
}

/** 申請資料: whom, the stamped 移轉申請表 (必繳), 聘書 (非必繳), 提交申請. */
export function RoleChangeForm({ mine, account, transfer, onPaper }: Props) {
  const t = useText();
  const change = useRoleChange(transfer);
  const { typed, root, failure } = change;
  const { values, problemOf } = typed;
  if (transfer && mine.successors.length === 0)
    return <Notice tone="attention">{t('roleChange.nobody')}</Notice>;
  const successor = successorOf(mine, values, account);
  const filled = (): void =>
    onPaper({
      form: 'transferForm',
      successor: successor === null ? null : paperPersonOf(mine, successor),
      outgoing: transfer ? paperPersonOf(mine, account) : null,
    });
  return (
    <section className={css['section']}>
      <h2 className={css['title']}>{t('roleChange.data')}</h2>
      <SubmitForm label={t('roleChange.data')} onSubmit={change.review}>
        <div ref={root} className={css['form']}>
          {typed.attempt > 0 ? (
            <ProblemList
              problems={typed.problems}
              labelOf={(path) => t(`roleChange.${path}`)}
              attempt={typed.attempt}
              onOpen={(path) => focusField(root.current, path)}
            />
          ) : null}
          {transfer ? <SuccessorField mine={mine} typed={typed} /> : null}
          <Group>
            <Button
              variant="default"
              onClick={() => onPaper({ form: 'transferForm', successor: null, outgoing: null })}
            >
              {t('roleChange.printBlank')}
            </Button>
            <Button variant="default" onClick={filled}>
              {t('roleChange.printFilled')}
            </Button>
          </Group>
          <FileField
            id="transferForm"
            label={t('roleChange.transferForm')}
            hint={t('register.fileHint')}
            required
            file={values.transferForm}
            onFile={(file) => typed.change({ transferForm: file })}
            problem={problemOf('transferForm')}
          />
          <FileField
            id="appointment"
            label={t('roleChange.appointment')}
            hint={t('register.fileHint')}
            file={values.appointment}
            onFile={(file) => typed.change({ appointment: file })}
            problem={problemOf('appointment')}
          />
          {failure === null ? null : <AccountFailure failure={failure} />}
          <Group justify="flex-end">
            <Button type="submit">{t('register.submit')}</Button>
          </Group>
        </div>
      </SubmitForm>
      {change.reviewing && successor !== null ? (
        <RoleChangeSheet change={change} mine={mine} successor={successor} transfer={transfer} />
      ) : null}
    </section>
  );
}
