import type { ReactNode } from 'react';
import type { SessionView } from '../../../shared/contract/core.ts';
import type { Translate } from '../../../shared/text/index.ts';
import { useSession } from '../../bridge/session.tsx';
import { useText } from '../../bridge/text.ts';
import { useShellInfo, type ShellInfo } from '../../bridge/use-shell-info.ts';
import { KeyList } from '../../ui/keys/key-list.tsx';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Facts, type Fact } from './facts.tsx';
import { Looks } from './looks.tsx';
import css from './settings.module.css';

/** 設定: 個人資訊 [A:1157–1187], this computer, looks and keys. */
export function SettingsPage() {
  const t = useText();
  const session = useSession();
  const { data: info, error } = useShellInfo();
  return (
    <Page title={t('menu.settings')}>
      <Section title={t('settings.person')}>
        <Facts facts={personFacts(t, session)} />
      </Section>
      <Section title={t('settings.looks')}>
        <Looks />
      </Section>
      <Section title={t('settings.computer')}>
        {error ? <FailureNotice failure={error} /> : null}
        <Facts facts={[...centralFacts(t, session), ...(info === undefined ? [] : programFacts(t, info))]} />
      </Section>
      <Section title={t('settings.keys')}>
        <KeyList />
      </Section>
    </Page>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css['section']}>
      <h2 className={css['title']}>{title}</h2>
      {children}
    </section>
  );
}

const personFacts = (t: Translate, { account }: SessionView): readonly Fact[] =>
  account === null
    ? []
    : [
        [t('settings.name'), account.name],
        [t('settings.account'), account.account],
        [t('settings.roles'), account.roles.map((role) => t(`role.${role}`)).join(t('value.and'))],
        [
          t('settings.school'),
          account.school === null
            ? '—'
            : t('settings.schoolNamed', { name: account.school.name, code: account.school.code }),
        ],
        ...(account.primaryName === null ? [] : [[t('settings.primary'), account.primaryName] as const]),
      ];

const centralFacts = (t: Translate, session: SessionView): readonly Fact[] => [
  [
    t('settings.central'),
    `${session.centralUrl ?? '—'}${session.centralFixed ? t('settings.centralFixed') : ''}`,
  ],
  [t('settings.vault'), t(session.vaultKept ? 'settings.vaultKept' : 'settings.vaultNotKept')],
];

const programFacts = (t: Translate, info: ShellInfo): readonly Fact[] => [
  [t('settings.version'), info.version],
  [
    t('settings.runtime'),
    `Electron ${info.electron} · Chromium ${info.chrome}${info.trialRuntime ? t('settings.trialRuntime') : ''}`,
  ],
  [t('settings.keyStore'), t(info.keyStore ? 'settings.keyStoreThere' : 'settings.keyStoreMissing')],
];
