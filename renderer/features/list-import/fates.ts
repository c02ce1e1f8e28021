import type { ImportRow } from '../../../shared/contract/account-shapes.ts';
import { IMPORT_COLUMNS, type ImportKind } from '../../../shared/domain/import/heads.ts';
import type { Translate } from '../../../shared/text/index.ts';
import { checkSentence } from '../../bridge/failure-text.ts';

export type Fate = ImportRow['fate'];

/** In the order in which they are counted; what needs a person comes first. */
export const FATES = ['refuse', 'create', 'update', 'same'] as const satisfies readonly Fate[];

export const countFates = (rows: readonly ImportRow[]): Readonly<Record<Fate, number>> => ({
  refuse: rows.filter(({ fate }) => fate === 'refuse').length,
  create: rows.filter(({ fate }) => fate === 'create').length,
  update: rows.filter(({ fate }) => fate === 'update').length,
  same: rows.filter(({ fate }) => fate === 'same').length,
});

/** The head of a field's column, as it stands in the file. */
export const headOf = (kind: ImportKind, field: string): string =>
  IMPORT_COLUMNS[kind].find((column) => column.field === field)?.head ?? field;

/** What is wrong with a line, or what an update changes, in words. */
export function lineWords(t: Translate, kind: ImportKind, { problems, changes }: ImportRow): string {
  if (problems.length > 0) {
    return problems
      .map(({ field, code, detail }) => {
        const label = headOf(kind, field);
        const sentence = checkSentence(t, { path: field, code, ...(detail ? { detail } : {}) }, label);
        return t('imports.problem', { label, sentence });
      })
      .join(t('value.next'));
  }
  return changes.length === 0
    ? ''
    : t('imports.changes', { fields: changes.map((field) => headOf(kind, field)).join(t('value.and')) });
}

/** Refused lines as text to copy: line, what tells it, what is wrong; one a line, with tabs for a sheet. */
export const refusedText = (t: Translate, kind: ImportKind, rows: readonly ImportRow[]): string =>
  rows
    .filter(({ fate }) => fate === 'refuse')
    .map((row) => [row.line, row.label, lineWords(t, kind, row)].join('\t'))
    .join('\n');
