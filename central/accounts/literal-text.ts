import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { removeInvisible } from '../../shared/domain/plain-text/invisible.ts';

/** What a person typed into a text filter, without what cannot be seen; null for nothing. */
export const findTyped = (text: string): string | null => removeInvisible(text).value.trim() || null;

/**
 * Whether a column holds the text: literal (%, _ and \ are themselves, security 7.15), in upper or lower
 * case, full or half width. Both sides are folded by the database, so they are folded alike.
 */
export const holdsText = (column: string, text: string): RawBuilder<SqlBool> =>
  sql`strpos(lower(normalize(${sql.ref(column)}, NFKC)), lower(normalize(${text}::text, NFKC))) > 0`;

/** Whether one of the columns holds it. */
export const anyHoldsText = (columns: readonly string[], text: string): RawBuilder<SqlBool> =>
  sql`(${sql.join(
    columns.map((column) => holdsText(column, text)),
    sql` or `,
  )})`;
