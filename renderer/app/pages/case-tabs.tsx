import { Tabs, VisuallyHidden } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CaseView } from '../../../shared/contract/core.ts';
import { findFormText } from '../../../shared/forms/format-value.ts';
import type { PageDef } from '../../../shared/forms/form.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { CaseTimeline } from '../../features/case-timeline/case-timeline.tsx';
import { TrackingSection } from '../../features/tracking/tracking-section.tsx';
import { useGo } from '../../bridge/navigation.tsx';
import { useText } from '../../bridge/text.ts';
import { FormAnswers } from '../../ui/form/form-answers.tsx';
import { StudentAnswers } from '../../ui/form/student-answers.tsx';
import { LockButton } from '../../ui/lock/lock-button.tsx';
import classes from './case-page.module.css';

interface Props {
  readonly view: CaseView;
  /** The tracking window opens by itself. */
  readonly openTracking: boolean;
}

function FilingPanel({ view, page, first }: { view: CaseView; page: PageDef; first: boolean }) {
  const t = useText();
  const go = useGo();
  const { caseId, regime, verdicts } = view.row;
  return (
    <>
      <div className={classes['end']}>
        <LockButton
          label={t('case.edit')}
          verdict={verdicts.submit}
          variant="default"
          onPress={() => go({ page: 'editCase', caseId })}
        />
      </div>
      {first && (
        <section aria-label={t('section.student')}>
          <h3>{t('section.student')}</h3>
          <StudentAnswers student={view.student} />
        </section>
      )}
      <FormAnswers form={REGIMES[regime].filingForm} page={page} values={view.values} />
    </>
  );
}

/** 基本資料, 案件資料, 追蹤紀錄：n筆, 歷程 [A:583–616]. */
export function CaseTabs({ view, openTracking }: Props) {
  const t = useText();
  const form = REGIMES[view.row.regime].filingForm;
  // Who comes back to the tab later finds the list and no window over it.
  const [arriving, setArriving] = useState(openTracking);
  const panels: readonly { readonly id: string; readonly title: string; readonly content: ReactNode }[] = [
    ...form.pages.map((page, index) => ({
      id: page.id,
      title: findFormText('page', form, page.id, t) ?? page.id,
      content: <FilingPanel view={view} page={page} first={index === 0} />,
    })),
    {
      id: 'tracking',
      title: t('case.tracking', { n: view.row.trackingSent }),
      content: <TrackingSection view={view} openAtOnce={arriving} />,
    },
    { id: 'timeline', title: t('timeline.title'), content: <CaseTimeline view={view} /> },
  ];
  const [tab, setTab] = useState<string | null>(openTracking ? 'tracking' : (panels[0]?.id ?? null));
  const change = (next: string | null): void => {
    setTab(next);
    setArriving(false);
  };
  return (
    <Tabs value={tab} onChange={change} keepMounted={false}>
      <Tabs.List aria-label={t('case.parts')}>
        {panels.map(({ id, title }) => (
          <Tabs.Tab key={id} value={id}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {panels.map(({ id, title, content }) => (
        <Tabs.Panel key={id} value={id} className={classes['panel'] ?? ''}>
          <VisuallyHidden component="h2">{title}</VisuallyHidden>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
