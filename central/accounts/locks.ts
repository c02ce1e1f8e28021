import { sql } from 'kysely';
import type { Db } from '../store/database.ts';

/**
 * Locks of the account flows, always in this order so that they cannot circle: the request's id, the
 * school, the request's row, accounts by id (account-row.ts), the ledger (audit).
 */

/** One at a time: whoever sends this request's id. */
export const lockRequestId = (trx: Db, requestId: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`request ${requestId}`}, 0))`.execute(trx);

/** One at a time: whoever decides over the post of the 主通 of this school. References to it go on. */
export const lockSchool = (trx: Db, schoolId: string): Promise<unknown> =>
  trx.selectFrom('schools').select('id').where('id', '=', schoolId).forNoKeyUpdate().execute();
