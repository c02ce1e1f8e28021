import { sql } from 'kysely';
import type { Case } from '../../shared/domain/case/case.ts';
import type { Operation } from '../../shared/domain/case/operation.ts';
import type { Db } from '../store/database.ts';

/** Advisory locks are numbers; a collision only makes two strangers wait for each other. */
const lock = (trx: Db, key: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);

/**
 * One at a time: whoever works on this case, and whoever files this student in this regime. Always in
 * this order, and the ledger's lock after both, so that locks cannot circle.
 */
export async function lockFor(trx: Db, op: Operation): Promise<void> {
  await lock(trx, `case ${op.caseId}`);
  if (op.kind === 'save' || op.kind === 'submit')
    await lock(trx, `student ${op.payload.regime} ${op.payload.student.identityNumber}`);
}

/** The case as of now, its row held until the transaction ends; null when there is none. */
export async function findCase(trx: Db, caseId: string): Promise<Case | null> {
  const row = await trx
    .selectFrom('cases')
    .select('folded')
    .where('id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  return row?.folded ?? null;
}
