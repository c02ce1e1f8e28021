import type { ReactNode } from 'react';
import type { SessionView } from '../../../shared/contract/core.ts';
import type { Translate } from '../../../shared/text/index.ts';
import { useSession } from '../../bridge/session.tsx';
import { useText } from '../../bridge/text.ts';
import { useShellInfo, type ShellInfo } from '../../bridge/use-shell-info.ts';
import { Facts, type Fact } from '../../ui/facts/facts.tsx';
import { KeyList } from '../../ui/keys/key-list.tsx';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Looks } from './looks.tsx';
import { PersonSection } from './person-section.tsx';
import { SecondStepSection, useSecondFactor } from './second-step-section.tsx';
import { UnitSection } from './unit-section.tsx';
import css from './settings.module.css';

/** 設定: 個人資訊, 兩步驟驗證, 單位資訊 of the 主通 [A:1157–1187], this computer, looks and keys. */
export function SettingsPage() {
  const t = useText();
  const session = useSession();
  const { data: info, error } = useShellInfo();
  const secondFactor = useSecondFactor();
  return (
    <Page title={t('menu.settings')}>
      <Section title={t('settings.person')}>
        <PersonSection />
      </Section>
      {secondFactor === 'none' ? null : (
        <Section title={t('secondStep.title')}>
          <SecondStepSection state={secondFactor} />
        </Section>
      )}
      {session.account?.roles.includes('PRIMARY') === true ? (
        <Section title={t('settings.unit')}>
          <UnitSection />
        </Section>
      ) : null}
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
