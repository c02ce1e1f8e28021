import { useRef, useState } from 'react';
import type { CaseView, TrackingView } from '../../../shared/contract/core.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useOperationId } from '../../bridge/new-id.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { ConsequenceBody } from '../../ui/act-sheet/consequence-body.tsx';
import { consequencesOf } from '../../ui/act-sheet/consequences.ts';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';
import { goodNews } from '../../ui/toast/toast.ts';

interface Props {
  readonly view: CaseView;
  readonly record: TrackingView;
  readonly onClose: () => void;
}

/** 刪除 of a record, after what follows from it was told. */
export function DeleteRecord({ view, record, onClose }: Props) {
  const t = useText();
  const operation = useOperationId();
  const deleting = useCoreAct('tracking.delete');
  const [failure, setFailure] = useState<Failure | null>(null);
  const done = useRef(false);
  const act = async () => {
    const { caseId } = view.row;
    const result = await deleting.act({ opId: operation.current(), caseId, recordId: record.recordId });
    if (!result.ok) return setFailure(result.failure);
    if (done.current) return undefined;
    done.current = true;
    goodNews(t('done.deleteTracking'));
    return onClose();
  };
  return (
    <Dialog size="lg" title={t('tracking.deleteTitle')} onClose={onClose}>
      <ConsequenceBody
        consequences={consequencesOf(view.row.regime, 'deleteTracking', t)}
        verb={t('action.deleteTracking')}
        lock={record.mayChange.allowed ? null : t(`lock.${record.mayChange.reason}`)}
        busy={deleting.busy}
        failure={failure}
        onAct={() => void act()}
        onClose={onClose}
      />
    </Dialog>
  );
}
