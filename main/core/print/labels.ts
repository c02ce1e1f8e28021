import type { PrintDocument } from '../../../shared/contract/print.ts';
import type { Translate } from '../../../shared/text/index.ts';

/** Words that stand on every page of every paper. */
export const paperLabels = (t: Translate): PrintDocument['labels'] => ({
  caseNumber: t('print.caseNumber'),
  page: t('print.page'),
  printedAt: t('print.printedAt'),
  printedBy: t('print.printedBy'),
  formVersion: t('print.formVersion'),
});
