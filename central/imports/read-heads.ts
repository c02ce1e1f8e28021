import { IMPORT_COLUMNS, type ImportField, type ImportKind } from '../../shared/domain/import/heads.ts';
import { wordKey } from '../../shared/domain/import/words.ts';
import { fail, ok, type FieldFailure, type Result } from '../../shared/failure.ts';
import type { Cells } from './read-sheet.ts';

/** A line below the head by its fields; a column that the file does not have is not there. */
export interface ListLine<K extends ImportKind> {
  /** Counted from 1 with the head. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<ImportField<K>, string>>>;
}

interface Column<F extends string> {
  readonly field: F;
  readonly head: string;
  readonly required: boolean;
}

/** A head as typed, without the star that forms put at what is needed. */
const headKey = (text: string): string => wordKey(text).replace(/[*＊]/gu, '');

const problem = (code: 'headMissing' | 'headUnknown' | 'headTwice', head: string): FieldFailure => ({
  path: 'head',
  code,
  detail: { head: [...head].slice(0, 30).join('') },
});

/**
 * The lines of a list by their heads, in any order; lines without anything are left out. FORM_INVALID with
 * path `head` for each head that is missing, unknown or there twice: nothing is guessed.
 */
export function readHeads<K extends ImportKind>(
  kind: K,
  [first = [], ...rows]: Cells,
): Result<readonly ListLine<K>[]> {
  const columns: readonly Column<ImportField<K>>[] = IMPORT_COLUMNS[kind];
  const heads = first.map(headKey);
  const known = new Set(columns.map(({ head }) => head));
  const failures = [
    ...columns
      .filter(({ head, required }) => required && !heads.includes(head))
      .map(({ head }) => problem('headMissing', head)),
    ...first
      .filter((_, at) => heads[at] !== '' && !known.has(heads[at] ?? ''))
      .map((head) => problem('headUnknown', head)),
    ...columns
      .filter(({ head }) => heads.indexOf(head) !== heads.lastIndexOf(head))
      .map(({ head }) => problem('headTwice', head)),
    // A column without a head that holds something would be lost without a word.
    ...(rows.some((row) => row.some((text, at) => text !== '' && (heads[at] ?? '') === ''))
      ? [problem('headUnknown', '')]
      : []),
  ];
  if (failures.length > 0) return fail('FORM_INVALID', undefined, failures);
  const places = columns.flatMap(({ field, head }) =>
    heads.includes(head) ? [{ field, at: heads.indexOf(head) }] : [],
  );
  const lines = rows.flatMap((row, index): ListLine<K>[] => {
    if (row.every((text) => text === '')) return [];
    const cells: Partial<Record<ImportField<K>, string>> = {};
    for (const { field, at } of places) cells[field] = row[at] ?? '';
    return [{ line: index + 2, cells }];
  });
  return ok(lines);
}
