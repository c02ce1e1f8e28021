import type { CaseView } from '../../../shared/contract/core.ts';
import type { PrintDocument } from '../../../shared/contract/print.ts';
import { canonicalJson } from '../../../shared/domain/canonical/canonical-json.ts';
import { formatRocDateTime } from '../../../shared/domain/calendar/roc-date-format.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import type { PaperKind } from '../../../shared/regime/paper.ts';
import { textFor } from '../../../shared/text/index.ts';
import { paperLabels } from './labels.ts';
import { reportBlocks } from './report-blocks.ts';
import { trackingBlocks } from './tracking-blocks.ts';

/** Paper is always Chinese with 民國 dates (domain §0.4). */
const t = textFor('zh-TW');

const BLOCKS = { report: reportBlocks, tracking: trackingBlocks } as const;

/** What the paper depends on: two prints with one hash say the same. */
const contentOf = (view: CaseView) => ({
  caseNumber: view.row.caseNumber,
  state: view.row.state,
  student: view.student,
  values: view.values,
  tracking: view.tracking
    .filter((record) => record.sent)
    .map(({ recordId, authorName, writtenAt, values }) => ({ recordId, authorName, writtenAt, values })),
  closeReason: view.row.closeReason,
});

/**
 * 學生通報紀錄表 or 學生追蹤紀錄表 as text ready to lay out; null where the regime has no such paper. What
 * the service has not receipted is marked 「離線列印，待系統確認」 (I15). `now` is an ISO instant,
 * `sha256` gives lower-case hex.
 */
export function printDocument(input: {
  readonly form: PaperKind;
  readonly caseView: CaseView;
  readonly schoolName: string;
  readonly printedBy: string;
  readonly now: string;
  readonly sha256: (text: string) => string;
}): PrintDocument | null {
  const { form, caseView: view } = input;
  const paper = REGIMES[view.row.regime].papers[form];
  if (paper === undefined) return null;
  const contentHash = input.sha256(canonicalJson(contentOf(view)));
  const number = view.row.caseNumber;
  const title = t(`paper.${paper.id}`);
  return {
    formId: paper.id,
    formVersion: paper.version,
    title,
    schoolName: input.schoolName,
    caseNumber: number ?? t('print.noCaseNumber'),
    qr: `XUELU|${number ?? '-'}|${paper.id}@${paper.version}|${contentHash}`,
    contentHash,
    watermark: view.row.delivery === 'received' ? null : t('print.watermark'),
    printedBy: input.printedBy,
    printedAt: formatRocDateTime(input.now),
    fileName: `${title}_${number ?? view.student.name}.pdf`,
    labels: paperLabels(t),
    blocks: [
      ...BLOCKS[form](view, t),
      { kind: 'heading', text: t('print.signatures') },
      { kind: 'signatures', boxes: paper.boxes.map((box) => t(`sign.${box}`)) },
    ],
  };
}
