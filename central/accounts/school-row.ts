import type { Selectable } from 'kysely';
import type { PublicSchool, SchoolUnit } from '../../shared/contract/account-shapes.ts';
import { schoolOf } from '../auth/account.ts';
import type { Db, SchoolsTable } from '../store/database.ts';

export type SchoolRow = Selectable<SchoolsTable>;

/** A school as everybody may know it. */
export const publicSchoolOf = (row: SchoolRow): PublicSchool => ({
  ...schoolOf(row),
  jurisdiction: row.jurisdiction,
});

/** 單位資訊 */
export const schoolUnitOf = (row: SchoolRow): SchoolUnit => ({
  ...publicSchoolOf(row),
  address: row.address,
  phone: row.phone,
  revision: row.revision,
});

export const findSchoolRow = (db: Db, schoolId: string): Promise<SchoolRow | undefined> =>
  db.selectFrom('schools').selectAll().where('id', '=', schoolId).executeTakeFirst();

/** The school of a row that refers to it. */
export const getSchoolRow = (db: Db, schoolId: string): Promise<SchoolRow> =>
  db.selectFrom('schools').selectAll().where('id', '=', schoolId).executeTakeFirstOrThrow();
