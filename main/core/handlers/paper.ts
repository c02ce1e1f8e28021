import type { AccountPaper } from '../../../shared/contract/account-paper.ts';
import type { PrintDocument } from '../../../shared/contract/print.ts';
import { canonicalJson } from '../../../shared/domain/canonical/canonical-json.ts';
import { formatRocDateTime } from '../../../shared/domain/calendar/roc-date-format.ts';
import { fail, ok, type Result } from '../../../shared/failure.ts';
import { textFor } from '../../../shared/text/index.ts';
import { sha256 } from '../cases/make-operation.ts';
import type { CoreContext } from '../context.ts';
import { accountSheet, type AccountSheet } from '../print/account-papers.ts';
import { paperLabels } from '../print/labels.ts';
import { handoverSheet } from '../print/handover-sheet.ts';
import type { Serves } from './handler.ts';
import { handoverHandlers } from './handover.ts';

/** Paper is always Chinese with 民國 dates (domain §0.4). */
const t = textFor('zh-TW');

/** Raised with each change of a paper's layout or words. */
const VERSION = '1';

/** 帳號申請單, 移轉申請表, letter drafts, before signing in too; 移交清單 for the 主通 alone. */
export const paperHandlers = (context: CoreContext): Serves<'paper.get'> => ({
  'paper.get': async (paper) => {
    const sheet = await sheetOf(context, paper);
    return sheet.ok ? ok(documentOf(context, paper.form, sheet.value)) : sheet;
  },
});

async function sheetOf(context: CoreContext, paper: AccountPaper): Promise<Result<AccountSheet>> {
  if (paper.form !== 'handover') return ok(accountSheet(paper, t));
  const { account } = context.gate.current ?? {};
  if (account === undefined) return fail('SIGNED_OUT');
  const handover = await handoverHandlers(context)['handover.get']({});
  return handover.ok ? ok(handoverSheet(handover.value, account.school?.name ?? '', t)) : handover;
}

function documentOf(
  { gate, parts }: CoreContext,
  form: AccountPaper['form'],
  { title, schoolName, blocks }: AccountSheet,
): PrintDocument {
  const contentHash = sha256(canonicalJson({ form, title, schoolName, blocks: [...blocks] }));
  const session = gate.current;
  const now = session?.sync.centralNow() ?? parts.now();
  return {
    formId: form,
    formVersion: VERSION,
    title,
    schoolName,
    caseNumber: '',
    qr: `XUELU|-|${form}@${VERSION}|${contentHash}`,
    contentHash,
    watermark: null,
    printedBy: session?.account.name ?? t('papers.nobody'),
    printedAt: formatRocDateTime(new Date(now).toISOString()),
    fileName: `${title}${schoolName === '' ? '' : `_${schoolName}`}.pdf`,
    labels: paperLabels(t),
    blocks: [...blocks],
  };
}
