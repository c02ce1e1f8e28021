import type { Handover } from '../../../shared/contract/core.ts';
import type { PrintBlock } from '../../../shared/contract/print.ts';
import {
  formatRocDate,
  formatRocDateShort,
  formatRocDateTime,
} from '../../../shared/domain/calendar/roc-date-format.ts';
import { taipeiDate } from '../../../shared/domain/calendar/taipei.ts';
import type { Translate } from '../../../shared/text/index.ts';
import type { AccountSheet } from './account-papers.ts';
import { pair } from './pairs.ts';

const dayOf = (instant: string): string => formatRocDateShort(taipeiDate(Date.parse(instant)));

type OpenCase = Handover['cases'][number];

const caseBlock = ({ row, due, dueFor }: OpenCase, index: number, t: Translate): PrintBlock => ({
  kind: 'record',
  title: t('papers.handover.case', { number: index + 1, name: row.name }),
  pairs: [
    pair(t('print.caseNumber'), row.caseNumber ?? t('print.noCaseNumber')),
    pair(t('print.state'), t(`state.${row.regime}.${row.state}`)),
    pair(t('print.filedBy'), row.filedByName),
    pair(t('print.filedAt'), row.filedAt === '' ? '' : dayOf(row.filedAt)),
    pair(t('print.trackingCount'), String(row.trackingSent)),
    pair(
      t('papers.handover.due'),
      due === null ? '' : `${formatRocDate(due)}${dueFor === null ? '' : `\n${t(`term.${dueFor}`)}`}`,
    ),
  ],
});

const listed = (title: string, none: string, pairs: ReturnType<typeof pair>[]): PrintBlock[] => [
  { kind: 'heading', text: title },
  pairs.length === 0 ? { kind: 'note', text: none } : { kind: 'fields', pairs },
];

/** 移交清單 for the outgoing 主通: open cases with their next date, unsent work, helpers, what waits for approval. */
export function handoverSheet(handover: Handover, schoolName: string, t: Translate): AccountSheet {
  const { cases, unsent, helpers, approvals } = handover;
  return {
    title: t('papers.handover'),
    schoolName,
    blocks: [
      { kind: 'heading', text: t('papers.handover.cases', { count: cases.length }) },
      ...(cases.length === 0
        ? [{ kind: 'note' as const, text: t('papers.handover.noCases') }]
        : cases.map((open, index) => caseBlock(open, index, t))),
      ...listed(
        t('papers.handover.unsent', { count: unsent.length }),
        t('papers.handover.noUnsent'),
        unsent.map((item) =>
          pair(
            item.name,
            [
              t(`action.${item.action}`),
              formatRocDateTime(item.occurredAt),
              t(`delivery.${item.delivery}`),
            ].join('　'),
            4,
          ),
        ),
      ),
      ...listed(
        t('papers.handover.helpers', { count: helpers.length }),
        t('papers.handover.noHelpers'),
        helpers.map(({ caseId, name }) =>
          pair(cases.find(({ row }) => row.caseId === caseId)?.row.caseNumber ?? '', name, 4),
        ),
      ),
      ...listed(
        t('papers.handover.approvals', { count: approvals?.length ?? 0 }),
        t(approvals === null ? 'papers.handover.approvalsUnknown' : 'papers.handover.noApprovals'),
        (approvals ?? []).map(({ kind, name, account, createdAt }) =>
          pair(t(`requestKind.${kind}`), `${name}（${account}）　${formatRocDateTime(createdAt)}`, 4),
        ),
      ),
      { kind: 'heading', text: t('print.signatures') },
      {
        kind: 'fields',
        pairs: [{ label: t('papers.handover.date'), value: t('papers.dateBlank'), span: 4 }],
        tall: true,
      },
      { kind: 'signatures', boxes: [t('papers.outgoing'), t('papers.successor'), t('papers.unitHead')] },
    ],
  };
}
