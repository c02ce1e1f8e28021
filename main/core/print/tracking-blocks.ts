import type { CaseView, TrackingView } from '../../../shared/contract/core.ts';
import type { PrintBlock } from '../../../shared/contract/print.ts';
import { formatRocDate, formatRocDateTime } from '../../../shared/domain/calendar/roc-date-format.ts';
import { textOf } from '../../../shared/forms/values.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import type { Translate } from '../../../shared/text/index.ts';
import { pair, sectionPairs } from './pairs.ts';

/** 學生追蹤紀錄表: the head of the tracking form [A:700] and every sent record, oldest first. */
export function trackingBlocks(view: CaseView, t: Translate): PrintBlock[] {
  const { student } = view;
  const sent = view.tracking.filter((record) => record.sent);
  const head = [
    pair(t('field.name'), student.name),
    pair(t('field.identityNumber'), student.identityNumber),
    pair(t('field.birthDate'), formatRocDate(student.birthDate)),
    pair(t('field.studentPhone'), textOf(view.values, 'studentPhone').replaceAll(';', '；')),
    pair(t('print.state'), t(`state.${view.row.regime}.${view.row.state}`)),
    pair(t('print.trackingCount'), String(sent.length)),
  ];
  return [
    { kind: 'heading', text: t('print.student') },
    { kind: 'fields', pairs: head },
    { kind: 'heading', text: t('print.records') },
    ...(sent.length === 0
      ? [{ kind: 'note' as const, text: t('print.noRecords') }]
      : sent.map((record, index) => recordBlock(view, record, index + 1, t))),
  ];
}

function recordBlock(view: CaseView, record: TrackingView, number: number, t: Translate): PrintBlock {
  const form = REGIMES[view.row.regime].trackingForm;
  const key = record.delivery === 'received' ? 'print.record' : 'print.recordWaiting';
  return {
    kind: 'record',
    title: t(key, { number, author: record.authorName, writtenAt: formatRocDateTime(record.writtenAt) }),
    pairs: form.pages.flatMap((page) =>
      page.sections.flatMap((section) => sectionPairs(form, section, record.values, t)),
    ),
  };
}
