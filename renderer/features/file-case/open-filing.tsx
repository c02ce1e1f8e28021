import { Loader } from '@mantine/core';
import { useState } from 'react';
import type { CaseRow, CaseView } from '../../../shared/contract/core.ts';
import type { Failure } from '../../../shared/failure.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { core } from '../../bridge/app.ts';
import { newId } from '../../bridge/new-id.ts';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { FailureNotice } from '../../ui/notice/failure-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { findFilingDraft, startFiling, type FilingStart } from './filing-start.ts';
import { FilingWizard } from './filing-wizard.tsx';

interface Props {
  /** The question whose answer `rights` and `view` are. */
  readonly asked: {
    readonly isFetchedAfterMount: boolean;
    readonly error: Failure | null;
    readonly refetch: () => unknown;
  };
  readonly rights: Pick<CaseRow, 'regime' | 'verdicts'> | undefined;
  /** Null for a new case. */
  readonly view: CaseView | null;
  readonly draftId: string | undefined;
}

/** Waits for rights, case and drafts, then opens the wizard once. What was typed comes back by itself. */
export function OpenFiling({ asked, rights, view, draftId }: Props) {
  const t = useText();
  const drafts = useCoreQuery('draft.list', {});
  const [start, setStart] = useState<FilingStart | null>(null);
  const [turn, setTurn] = useState(0);

  // Only what was asked after this page opened: an older answer may lack the last words typed.
  const fresh = asked.isFetchedAfterMount && drafts.isFetchedAfterMount;
  if (start === null && fresh && rights !== undefined && drafts.data !== undefined) {
    const draft = findFilingDraft(drafts.data.drafts, view?.row.caseId, draftId);
    setStart(startFiling(draft, view, newId, draftId));
  }
  const discard = async (lost: FilingStart) => {
    await core('draft.delete', { draftId: lost.draftId });
    setStart(startFiling(null, view, newId, draftId));
    setTurn(turn + 1);
  };

  const failure = asked.error ?? drafts.error;
  if (start === null && failure !== null) {
    const retry = () => {
      void asked.refetch();
      void drafts.refetch();
    };
    return <FailureNotice failure={failure} retry={retry} />;
  }
  if (start === null || rights === undefined) return <Loader aria-label={t('form.loading')} />;
  const { submit, save } = rights.verdicts;
  if (!submit.allowed) return <Notice tone="attention">{t(`lock.${submit.reason}`)}</Notice>;
  return (
    <FilingWizard
      key={turn}
      regime={REGIMES[rights.regime]}
      start={start}
      maySave={save}
      onDiscard={() => void discard(start)}
    />
  );
}
