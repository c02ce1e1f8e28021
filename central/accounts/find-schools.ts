import { sql } from 'kysely';
import type { PublicSchool } from '../../shared/contract/account-shapes.ts';
import { schoolKey, VARIANT } from '../../shared/domain/school/school-key.ts';
import type { Db } from '../store/database.ts';
import { publicSchoolOf } from './school-row.ts';

/** All schools of the largest county fit in. */
export const SCHOOLS_MAX = 500;

const [typed, kept] = VARIANT;

/** schoolKey() of a column, as far as stored names need it. */
const keyOf = (column: 'county' | 'name') =>
  sql<string>`replace(lower(normalize(${sql.ref(column)}, NFKC)), ${typed}::text, ${kept}::text)`;

/**
 * 縣市 and part of a school's name or code, both literal (security 7.15), before signing in: nothing but
 * what every list of schools says. In the order of the codes; `more` when there are others.
 */
export async function findSchools(
  db: Db,
  { county, text }: { readonly county: string | null; readonly text: string },
): Promise<{ schools: PublicSchool[]; more: boolean }> {
  const wanted = schoolKey(text);
  let query = db.selectFrom('schools').selectAll();
  if (county !== null) query = query.where(sql<boolean>`${keyOf('county')} = ${schoolKey(county)}`);
  if (wanted !== '')
    query = query.where(
      sql<boolean>`strpos(${keyOf('name')}, ${wanted}) > 0
        or strpos(lower(code), ${wanted}) > 0`,
    );
  const rows = await query
    .orderBy('code')
    .limit(SCHOOLS_MAX + 1)
    .execute();
  return { schools: rows.slice(0, SCHOOLS_MAX).map(publicSchoolOf), more: rows.length > SCHOOLS_MAX };
}
