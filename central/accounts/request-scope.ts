import { sql, type RawBuilder, type Selectable, type SqlBool } from 'kysely';
import { reviewerOf } from '../../shared/domain/account/reviewer.ts';
import type { Session } from '../auth/session.ts';
import { schoolOf } from '../auth/account.ts';
import type { Db, RequestsTable } from '../store/database.ts';
import { isAgency, type Keeper } from './authority.ts';
import { getSchoolRow, type SchoolRow } from './school-row.ts';

export type RequestRow = Selectable<RequestsTable>;

/** Whether this keeper is the 審核端 of the request: others do not learn that it exists. */
export const reviews = (
  keeper: Keeper,
  request: Pick<RequestRow, 'kind' | 'school_id'>,
  school: SchoolRow,
): boolean =>
  reviewerOf(request.kind, schoolOf(school)) === 'agency'
    ? isAgency(keeper)
    : keeper.roles.includes('PRIMARY') && keeper.school?.id === request.school_id;

/** reviews() as a condition of a query over `requests` joined with `schools`. */
export function reviewedBy(keeper: Keeper): RawBuilder<SqlBool> {
  if (isAgency(keeper)) return sql`(requests.kind <> 'staff' or not schools.has_senior_high)`;
  if (keeper.school === null || !keeper.roles.includes('PRIMARY')) return sql`false`;
  return sql`(requests.kind = 'staff' and schools.has_senior_high
    and requests.school_id = ${keeper.school.id})`;
}

export interface FoundRequest {
  readonly request: RequestRow;
  readonly school: SchoolRow;
}

/** A request that this session reviews; undefined for others' exactly as for unknown ones. */
export async function findReviewed(
  db: Db,
  session: Session,
  requestId: string,
): Promise<FoundRequest | undefined> {
  const request = await db.selectFrom('requests').selectAll().where('id', '=', requestId).executeTakeFirst();
  if (request === undefined) return undefined;
  const school = await getSchoolRow(db, request.school_id);
  return reviews(session, request, school) ? { request, school } : undefined;
}
