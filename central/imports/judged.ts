import type { ImportRow } from '../../shared/contract/account-shapes.ts';
import type { FieldFailure } from '../../shared/failure.ts';

/** The fate of one line, and what to write when it has one: `W` is a row to add or to change. */
export interface Judged<W> {
  readonly row: ImportRow;
  /** Null for a line that is refused, or the same already. */
  readonly write: W | null;
}

export const refusedLine = (
  line: number,
  label: string,
  failures: readonly FieldFailure[],
): Judged<never> => ({
  row: {
    line,
    label,
    fate: 'refuse',
    problems: failures.map(({ path, code, detail }) => ({
      field: path,
      code,
      ...(detail === undefined ? {} : { detail }),
    })),
    changes: [],
  },
  write: null,
});

export const acceptedLine = <W>(
  line: number,
  label: string,
  fate: 'create' | 'update' | 'same',
  changes: readonly string[],
  write: W | null,
): Judged<W> => ({ row: { line, label, fate, problems: [], changes: [...changes] }, write });

/** The first of several lines with one key counts; the others are told which it was. */
export function firstLines<L extends { readonly line: number }>(
  lines: readonly L[],
  keyOf: (line: L) => string,
): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key !== '' && !first.has(key)) first.set(key, line.line);
  }
  return first;
}
