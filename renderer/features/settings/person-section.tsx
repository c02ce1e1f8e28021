import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { kindOf } from '../../../shared/domain/account/role-set.ts';
import type { Translate } from '../../../shared/text/index.ts';
import { useCoreQuery } from '../../bridge/queries.ts';
import { roleWords } from '../../bridge/role-words.ts';
import { useSession } from '../../bridge/session.tsx';
import { useText } from '../../bridge/text.ts';
import { Facts, type Fact } from '../../ui/facts/facts.tsx';
import { PasswordSheet } from './password-sheet.tsx';
import css from './settings.module.css';

/** 個人資訊 [A:1157–1187, 1212–1225]: read-only but for the password (domain §1.4.9). */
export function PersonSection() {
  const t = useText();
  const { account, passwordDaysLeft } = useSession();
  // What the 主通 changed meanwhile; without the service it is as it was at 登入.
  const { data: profile } = useCoreQuery('profile.get', {}, { enabled: account !== null });
  const [changing, setChanging] = useState(false);
  if (account === null) return null;
  return (
    <>
      <Facts facts={personFacts(t, profile ?? account, passwordDaysLeft)} />
      <p className={css['hint']}>{t(`settings.whoChanges.${kindOf(account.roles)}`)}</p>
      <Group>
        <Button variant="default" onClick={() => setChanging(true)}>
          {t('settings.changePassword')}
        </Button>
      </Group>
      {changing ? <PasswordSheet account={account} onClose={() => setChanging(false)} /> : null}
    </>
  );
}

const orDash = (text: string): string => (text === '' ? '—' : text);

const personFacts = (t: Translate, account: SessionAccount, daysLeft: number | null): readonly Fact[] => [
  [t('settings.account'), account.account],
  [t('settings.name'), account.name],
  [t('settings.phone'), orDash(account.phone)],
  [t('settings.email'), orDash(account.email)],
  [t('settings.roles'), roleWords(t, account.roles)],
  account.county === null
    ? [
        t('settings.school'),
        account.school === null
          ? '—'
          : t('settings.schoolNamed', { name: account.school.name, code: account.school.code }),
      ]
    : [t('settings.county'), account.county],
  ...(account.primaryName === null ? [] : [[t('settings.primary'), account.primaryName] as const]),
  ...(daysLeft === null ? [] : [[t('settings.passwordDaysLeft'), String(daysLeft)] as const]),
];
