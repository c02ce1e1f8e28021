import { Loader } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../shared/contract/core.ts';
import type { CaseAct } from '../../../shared/domain/case/action.ts';
import { ActButtons } from '../../features/report-and-close/act-buttons.tsx';
import { ActSheet } from '../../features/report-and-close/act-sheet.tsx';
import { useGo } from '../../bridge/navigation.tsx';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { useKey } from '../../ui/keys/use-key.ts';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CasePaper } from './case-paper.tsx';
import { CaseTabs } from './case-tabs.tsx';
import classes from './case-page.module.css';

type Opening = 'tracking' | CaseAct | undefined;

interface Props {
  readonly caseId: string;
  /** The tracking window or the sheet of an act opens by itself. */
  readonly open?: Opening;
}

/** One case: who, where it stands, what can be done, what is known, what happened. */
export function CasePage({ caseId, open }: Props) {
  const t = useText();
  const view = useCoreQuery('case.get', { caseId });
  if (view.data !== undefined)
    return <OneCase key={open} view={view.data} fresh={view.isFetchedAfterMount} open={open} />;
  if (view.error !== null) return <FailureNotice failure={view.error} retry={() => void view.refetch()} />;
  return <Loader aria-label={t('form.loading')} />;
}

interface OneProps {
  readonly view: CaseView;
  /** False while the view is one kept from an earlier visit: no act is judged by that. */
  readonly fresh: boolean;
  readonly open: Opening;
}

function OneCase({ view, fresh, open }: OneProps) {
  const go = useGo();
  const { caseId } = view.row;
  const [act, setAct] = useState<CaseAct | null>(open === 'tracking' ? null : (open ?? null));
  useKey('print', () => go({ page: 'print', caseId, form: 'report' }));
  return (
    <Page title={view.student.name} beside={<CaseFacts view={view} />} action={<CasePaper view={view} />}>
      <div className={classes['acts']}>
        <ActButtons view={view} onAct={setAct} />
      </div>
      <CaseTabs view={view} openTracking={open === 'tracking'} />
      {act !== null && fresh && <ActSheet key={act} view={view} act={act} onClose={() => setAct(null)} />}
    </Page>
  );
}
