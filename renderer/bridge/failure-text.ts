import { IsoDate } from '../../shared/domain/calendar/iso-date.ts';
import { formatRocDate } from '../../shared/domain/calendar/roc-date-format.ts';
import type { Failure, FieldFailure } from '../../shared/failure.ts';
import { findText } from '../../shared/forms/format-value.ts';
import type { Translate } from '../../shared/text/index.ts';

/**
 * The sentence for a failure; of a locked act the one condition that fails [A:1294–1296], of a locked
 * vault what opens it (security §2), of a refused scan what is wrong with it.
 */
export const failureSentence = (t: Translate, { code, detail = {} }: Failure): string => {
  const vault = code === 'VAULT_LOCKED' ? findText(`vaultLocked.${detail['reason']}`, t) : undefined;
  if (vault !== undefined) return vault;
  const table = code === 'FILE_REFUSED' ? 'fileProblem' : 'lock';
  const reason = findText(`${table}.${detail['reason']}`, t);
  if (reason === undefined) return t(`failure.${code}`, detail);
  return t('notice.withReason', { reason, sentence: t(`failure.${code}`, { ...detail, reason }) });
};

/** Details that carry ids and ISO dates, in the words of a person. */
const inWords = (t: Translate, detail: NonNullable<FieldFailure['detail']>) => {
  const { field, date } = detail;
  return {
    ...detail,
    ...(field === undefined ? {} : { field: t(`field.${field}`) }),
    ...(IsoDate.safeParse(date).success ? { date: formatRocDate(String(date)) } : {}),
  };
};

/** Codes of a field that has a file have their texts with the files. */
const OF_FILE = 'fileProblem.';

/** What is wrong in one field. `fieldLabel` fills the blank `label` where a sentence has one. */
export const checkSentence = (
  t: Translate,
  { code, detail = {} }: FieldFailure,
  fieldLabel: string,
): string =>
  t(code.startsWith(OF_FILE) ? code : `check.${code}`, { ...inWords(t, detail), label: fieldLabel });
