import { Fragment } from 'react';
import type { AccountLine } from '../../../shared/contract/account-shapes.ts';
import { ACCOUNT_STATE_ROWS } from '../../../shared/domain/account/account-state.ts';
import { roleWords } from '../../bridge/role-words.ts';
import { useText } from '../../bridge/text.ts';
import { AccountStatusWord, VerifiedWord } from '../../ui/tone/account-word.tsx';
import type { ColumnId } from './columns.ts';
import css from './account-management.module.css';

interface Props {
  readonly id: ColumnId;
  readonly line: AccountLine;
  /** Only the act of the row one stands in is a stop of the Tab key. */
  readonly tabIndex: 0 | -1;
  readonly onOpen: () => void;
}

/** What one column says of an account. */
export function AccountCell({ id, line, tabIndex, onOpen }: Props) {
  const t = useText();
  switch (id) {
    case 'status':
      return <AccountStatusWord state={line.state} />;
    case 'verified':
      return <Verified line={line} />;
    case 'roles':
      return roleWords(t, line.roles);
    case 'place':
      return line.school?.name ?? line.county ?? t('accounts.noPlace');
    case 'name':
    case 'account':
    case 'phone':
      return line[id];
    case 'email':
      return <Breakable text={line.email} />;
    case 'open':
      return (
        <button
          type="button"
          className={css['open']}
          tabIndex={tabIndex}
          aria-label={t('accounts.openNamed', { name: line.name })}
          onClick={onOpen}
        >
          {t('accounts.open')}
        </button>
      );
    default:
      return id satisfies never;
  }
}

/** 認證, and under 未認證 what it waits for [A:1127]. */
function Verified({ line }: { readonly line: AccountLine }) {
  const t = useText();
  const { awaits } = ACCOUNT_STATE_ROWS[line.state];
  return (
    <>
      <VerifiedWord state={line.state} />
      {awaits === null ? null : <span className={css['sub']}>{t(`awaited.${awaits}`)}</span>}
    </>
  );
}

/** Breaks before @ and dots, where one can still read it. */
function Breakable({ text }: { readonly text: string }) {
  return text.split(/(?=[@.])/).map((part, index) => (
    <Fragment key={index}>
      {index === 0 ? null : <wbr />}
      {part}
    </Fragment>
  ));
}
