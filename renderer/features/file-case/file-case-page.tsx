import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import { useCoreQuery } from '../../bridge/queries.ts';
import { OpenFiling } from './open-filing.tsx';

interface New {
  readonly regime: RegimeId;
  readonly caseId?: undefined;
  /** A draft to go on with. */
  readonly draftId?: string | undefined;
}

interface Existing {
  /** The case knows its own. */
  readonly regime?: RegimeId | undefined;
  readonly caseId: string;
  readonly draftId?: string | undefined;
}

function NewFiling({ regime, draftId }: New) {
  const start = useCoreQuery('case.start', { regime });
  return (
    <OpenFiling
      asked={start}
      rights={start.data && { regime, verdicts: start.data.verdicts }}
      view={null}
      draftId={draftId}
    />
  );
}

function ExistingFiling({ caseId, draftId }: Existing) {
  const view = useCoreQuery('case.get', { caseId });
  return <OpenFiling asked={view} rights={view.data?.row} view={view.data ?? null} draftId={draftId} />;
}

/** 新增填報, or changes to a filing [A:421–479]. */
export const FileCasePage = (props: New | Existing) =>
  props.caseId === undefined ? <NewFiling {...props} /> : <ExistingFiling {...props} />;
