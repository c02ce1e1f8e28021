import { useState } from 'react';
import type { CaseView, OutboxItem } from '../../../shared/contract/core.ts';
import type { CaseAct } from '../../../shared/domain/case/action.ts';
import { useCoreQuery } from '../../bridge/queries.ts';
import { findActDraft, type ActDraft } from './act-draft.ts';
import { findRefused } from './act-facts.ts';
import { ActSteps } from './act-steps.tsx';

interface Props {
  /** The case as the person sees it. */
  readonly view: CaseView;
  readonly act: CaseAct;
  readonly onClose: () => void;
}

interface Opening {
  readonly view: CaseView;
  readonly kept: ActDraft | null;
  readonly refused: OutboxItem | undefined;
}

/**
 * The sheet of one act, for every act of both regimes. It judges the case as it stood when the sheet
 * opened; if somebody changes it meanwhile, the act is refused as a conflict (I7).
 */
export function ActSheet({ view, act, onClose }: Props) {
  const drafts = useCoreQuery('draft.list', {});
  const outbox = useCoreQuery('outbox.list', {});
  const [opening, setOpening] = useState<Opening | null>(null);
  const settled = drafts.isFetchedAfterMount && outbox.isFetchedAfterMount;
  if (opening === null && settled) {
    setOpening({
      view,
      kept: findActDraft(drafts.data?.drafts ?? [], view.row.caseId, act),
      refused: findRefused(outbox.data?.items ?? [], view.row.caseId, act),
    });
  }
  return opening === null ? null : <ActSteps {...opening} act={act} onClose={onClose} />;
}
