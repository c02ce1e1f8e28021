import { useState } from 'react';
import type { CaseView, TrackingView } from '../../../shared/contract/core.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { newId } from '../../bridge/new-id.ts';
import { askCore, useCoreQuery } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { Empty } from '../../ui/empty/empty.tsx';
import { LockButton } from '../../ui/lock/lock-button.tsx';
import { DeleteRecord } from './delete-record.tsx';
import { RecordWindow } from './record-window.tsx';
import classes from './tracking.module.css';
import { TrackingList } from './tracking-list.tsx';
import { continueRecord, isOpenRecord, startRecord, type TrackingStart } from './tracking-start.ts';
import { TrackingWindow } from './tracking-window.tsx';

type Open =
  | { readonly kind: 'write'; readonly start: TrackingStart }
  | { readonly kind: 'read' | 'delete'; readonly record: TrackingView };

interface Props {
  readonly view: CaseView;
  /** The window opens by itself, as after filing [A:644]. */
  readonly openAtOnce: boolean;
}

/** 追蹤紀錄 of a case: the list, and the windows that open from it. */
export function TrackingSection({ view, openAtOnce }: Props) {
  const t = useText();
  const [open, setOpen] = useState<Open | null>(null);
  const [opened, setOpened] = useState(false);
  const drafts = useCoreQuery('draft.list', {});
  const form = REGIMES[view.row.regime].trackingForm;
  const verdict = view.row.verdicts.sendTracking;

  if (openAtOnce && !opened && verdict.allowed && drafts.isFetchedAfterMount && drafts.data !== undefined) {
    setOpened(true);
    const start = startRecord(view, drafts.data.drafts, form, newId, Date.now());
    setOpen({ kind: 'write', start });
  }
  // Asked again each time: what was typed last may be younger than the answer at hand.
  const draftsNow = () =>
    askCore('draft.list', {}).then(
      ({ drafts: list }) => list,
      () => [],
    );
  const add = async () => {
    const list = await draftsNow();
    setOpen({ kind: 'write', start: startRecord(view, list, form, newId, Date.now()) });
  };
  const details = async (record: TrackingView) => {
    if (!isOpenRecord(record)) return setOpen({ kind: 'read', record });
    return setOpen({ kind: 'write', start: continueRecord(record, await draftsNow()) });
  };
  const close = () => setOpen(null);
  return (
    <>
      <div className={classes['head']}>
        <LockButton label={t('tracking.add')} verdict={verdict} onPress={() => void add()} />
      </div>
      {view.tracking.length === 0 ? (
        <Empty title={t('tracking.none')} hint={t('tracking.noneHint')} />
      ) : (
        <div className={classes['scroller']}>
          <TrackingList
            view={view}
            onDetails={(record) => void details(record)}
            onDelete={(record) => setOpen({ kind: 'delete', record })}
          />
        </div>
      )}
      {open?.kind === 'write' && <TrackingWindow view={view} start={open.start} onClose={close} />}
      {open?.kind === 'read' && <RecordWindow view={view} record={open.record} onClose={close} />}
      {open?.kind === 'delete' && <DeleteRecord view={view} record={open.record} onClose={close} />}
    </>
  );
}
