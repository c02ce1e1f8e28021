import type { CaseView, TrackingView } from '../../../shared/contract/core.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { useFormat, useText } from '../../bridge/text.ts';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';
import { FormAnswers } from '../../ui/form/form-answers.tsx';
import { TrackingHead } from './tracking-head.tsx';

interface Props {
  readonly view: CaseView;
  readonly record: TrackingView;
  readonly onClose: () => void;
}

/** 詳細資料 of a record that is not to be changed. */
export function RecordWindow({ view, record, onClose }: Props) {
  const t = useText();
  const format = useFormat();
  const { trackingForm } = REGIMES[view.row.regime];
  return (
    <Dialog size="xl" title={t('tracking.details')} onClose={onClose}>
      <p>{t('tracking.writtenBy', { name: record.authorName, at: format.dateTime(record.writtenAt) })}</p>
      <TrackingHead view={view} />
      {trackingForm.pages.map((page) => (
        <FormAnswers key={page.id} form={trackingForm} page={page} values={record.values} />
      ))}
    </Dialog>
  );
}
