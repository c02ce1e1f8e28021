import { categoryOf } from '../../shared/domain/case/case.ts';
import type { RegimeId } from '../../shared/regime/regime-id.ts';
import type { Db } from '../store/database.ts';

export interface OpenCase {
  readonly caseId: string;
  /** Null at another school: its number is that school's affair. */
  readonly caseNumber: string | null;
  readonly state: string;
  readonly category: string;
}

/**
 * The case of a student in a regime that is not ended, at whichever school: there is at most one (I16).
 * `except` is the case that asks.
 */
export async function findOpenCase(
  db: Db,
  regime: RegimeId,
  identityNumber: string,
  schoolId: string,
  except?: string,
): Promise<OpenCase | null> {
  const row = await db
    .selectFrom('cases')
    .select(['id', 'case_number', 'school_id', 'state', 'folded'])
    .where('regime', '=', regime)
    .where('student_identity', '=', identityNumber)
    .where('phase', '<>', 'ended')
    .$if(except !== undefined, (query) => query.where('id', '<>', except ?? ''))
    .executeTakeFirst();
  if (row === undefined) return null;
  const caseNumber = row.school_id === schoolId ? row.case_number : null;
  return { caseId: row.id, caseNumber, state: row.state, category: categoryOf(row.folded) };
}
