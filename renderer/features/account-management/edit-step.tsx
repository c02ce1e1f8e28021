import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Role } from '../../../shared/domain/account/role.ts';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useText } from '../../bridge/text.ts';
import { useLanding } from '../../ui/act-sheet/use-landing.ts';
import { focusField } from '../../ui/form/focus-field.ts';
import { ProblemList } from '../../ui/form/problem-list.tsx';
import { useKey } from '../../ui/keys/use-key.ts';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { AccountFacts } from './account-facts.tsx';
import { AccountFields } from './account-fields.tsx';
import { locksOf } from './account-locks.ts';
import type { MailAct } from './mail-step.tsx';
import type { AccountEdit } from './use-account-edit.ts';
import css from './account-management.module.css';

interface Props {
  readonly edit: AccountEdit;
  readonly roles: readonly Role[];
  readonly self: boolean;
  readonly onUpdate: () => void;
  readonly onMail: (act: MailAct) => void;
  readonly onClose: () => void;
}

/** The account: facts, fields, and the acts. */
export function EditStep({ edit, roles, self, onUpdate, onMail, onClose }: Props) {
  const t = useText();
  const root = useRef<HTMLDivElement>(null);
  useLanding(root);
  const [idle, setIdle] = useState(false);
  const { base, form, changed, failure } = edit;
  const { may } = base;
  const editable = may.editContact || may.editRoles || may.editIdentity || may.enable || may.disable;
  const update = (): void => {
    setIdle(changed.length === 0);
    if (changed.length > 0 && form.passes()) onUpdate();
  };
  useKey('submit', update, editable);
  return (
    <div ref={root} tabIndex={-1} className={css['stack']}>
      {failure === null ? null : (
        <AccountFailure
          failure={failure}
          {...(failure.code === 'CONFLICT'
            ? { retry: () => void edit.reload(), retryLabel: t('accounts.reload') }
            : {})}
        />
      )}
      {changed.length === 0 ? null : (
        <Notice
          tone="info"
          action={
            <Button variant="default" size="compact-md" onClick={edit.undo}>
              {t('accounts.undo')}
            </Button>
          }
        >
          {t('accounts.unsent', { count: changed.length })}
        </Notice>
      )}
      {form.attempt > 0 ? (
        <ProblemList
          problems={form.problems}
          labelOf={(path) => t(`accounts.column.${path}`)}
          attempt={form.attempt}
          onOpen={(path) => focusField(root.current, path)}
        />
      ) : null}
      <AccountFacts detail={base} locks={locksOf(base, self)} />
      {base.state === 'pending' ? <ToQueue /> : null}
      {editable ? <AccountFields edit={edit} roles={roles} /> : null}
      {idle && changed.length === 0 ? <Notice tone="info">{t('accounts.unchanged')}</Notice> : null}
      <div className={css['buttons']}>
        <span className={css['aside']}>
          {may.resend ? (
            <Button variant="default" onClick={() => onMail('resend')}>
              {t('accounts.resend')}
            </Button>
          ) : null}{' '}
          {may.resetSecondFactor ? (
            <Button variant="default" onClick={() => onMail('resetSecondFactor')}>
              {t('accounts.resetSecondFactor')}
            </Button>
          ) : null}
        </span>
        <Button variant="default" onClick={onClose}>
          {t('frame.close')}
        </Button>
        {editable ? <Button onClick={update}>{t('accounts.update')}</Button> : null}
      </div>
    </div>
  );
}

/** An account under review is decided in the queue. */
function ToQueue() {
  const t = useText();
  const { href } = useNavigation();
  return (
    <p className={css['words']}>
      <a href={href({ page: 'approvals' })}>{t('accounts.toQueue')}</a>
    </p>
  );
}
