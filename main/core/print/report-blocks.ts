import type { CaseView } from '../../../shared/contract/core.ts';
import type { PrintBlock } from '../../../shared/contract/print.ts';
import { formatRocDateTime } from '../../../shared/domain/calendar/roc-date-format.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import type { Translate } from '../../../shared/text/index.ts';
import { pair, sectionPairs, studentPairs } from './pairs.ts';

const when = (instant: string | null) => (instant === null ? '' : formatRocDateTime(instant));

/** 學生通報紀錄表: register data, the sections of the filing, and what became of the case. */
export function reportBlocks(view: CaseView, t: Translate): PrintBlock[] {
  const regime = REGIMES[view.row.regime];
  const form = regime.filingForm;
  const sections = form.pages.flatMap((page) => page.sections);
  return [
    { kind: 'heading', text: t('print.student') },
    { kind: 'fields', pairs: studentPairs(view.student, t) },
    ...sections.flatMap((section): PrintBlock[] => [
      { kind: 'heading', text: t(`section.${section.id}`) },
      { kind: 'fields', pairs: sectionPairs(form, section, view.values, t) },
    ]),
    { kind: 'heading', text: t('print.course') },
    { kind: 'fields', pairs: coursePairs(view, t) },
  ];
}

const coursePairs = ({ row }: CaseView, t: Translate) => [
  pair(t('print.filedBy'), row.filedByName),
  pair(t('print.filedAt'), when(row.filedAt)),
  pair(t('print.state'), t(`state.${row.regime}.${row.state}`)),
  pair(t('print.trackingCount'), String(row.trackingSent)),
  pair(t('print.reportedAt'), when(row.reportedAt)),
  pair(t('print.closedAt'), when(row.closedAt)),
  pair(
    t('print.closeReason'),
    row.closeReason === null ? t('closeReason.none') : t(`closeReason.${row.closeReason}`),
    4,
  ),
];
