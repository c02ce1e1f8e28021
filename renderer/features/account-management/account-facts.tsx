import { IconLock } from '@tabler/icons-react';
import type { AccountDetail } from '../../../shared/contract/account-shapes.ts';
import type { Translate } from '../../../shared/text/index.ts';
import { roleWords } from '../../bridge/role-words.ts';
import { useFormat, useText, type Format } from '../../bridge/text.ts';
import { Facts, type Fact } from '../../ui/facts/facts.tsx';
import { AccountStatusWord, VerifiedWord } from '../../ui/tone/account-word.tsx';
import type { AccountLock } from './account-locks.ts';
import css from './account-management.module.css';

interface Props {
  readonly detail: AccountDetail;
  readonly locks: readonly AccountLock[];
}

/** The data of an account that is read only, and why. */
export function AccountFacts({ detail, locks }: Props) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      <Facts facts={factsOf(t, format, detail)} />
      {locks.length === 0 ? null : (
        <ul className={css['locks']}>
          {locks.map((lock) => (
            <li key={lock}>
              <IconLock size="1em" aria-hidden />
              {t(`accounts.lock.${lock}`)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function factsOf(t: Translate, format: Format, detail: AccountDetail): readonly Fact[] {
  const { may, state, school, county, passwordSetAt, link } = detail;
  const orNothing = (text: string): string => (text === '' ? t('accounts.nothing') : text);
  return [
    [
      t('accounts.column.status'),
      <span key="state" className={css['both']}>
        <AccountStatusWord state={state} />
        <VerifiedWord state={state} />
      </span>,
    ],
    ...(may.editIdentity
      ? []
      : [
          [t('accounts.column.name'), detail.name] as const,
          [t('accounts.column.account'), detail.account] as const,
        ]),
    ...(may.editRoles ? [] : [[t('accounts.column.roles'), roleWords(t, detail.roles)] as const]),
    ...(may.editContact
      ? []
      : [
          [t('accounts.column.email'), orNothing(detail.email)] as const,
          [t('accounts.column.phone'), orNothing(detail.phone)] as const,
        ]),
    [t('accounts.column.place'), school?.name ?? county ?? t('accounts.noPlace')],
    [t('accounts.registeredAt'), format.dateTime(detail.registeredAt)],
    [
      t('accounts.passwordSetAt'),
      passwordSetAt === null ? t('accounts.passwordNever') : format.dateTime(passwordSetAt),
    ],
    [t('accounts.secondFactor'), t(detail.secondFactor ? 'accounts.on' : 'accounts.off')],
    ...(link === null ? [] : [[t('accounts.link'), linkWords(t, format, link)] as const]),
  ];
}

function linkWords(t: Translate, format: Format, link: NonNullable<AccountDetail['link']>): string {
  if (link.sentAt === null) return t('accounts.link.waiting');
  const sent = format.dateTime(link.sentAt);
  return link.expiresAt === null
    ? t('accounts.link.sent', { sent })
    : t('accounts.link.until', { sent, until: format.dateTime(link.expiresAt) });
}
