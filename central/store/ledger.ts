import type { Db } from './database.ts';

export interface Heads {
  readonly commitSeq: number;
  readonly auditSeq: number;
  readonly auditHash: string;
}

/**
 * Locks the one row of heads until the transaction ends. Whoever holds it commits next, so numbers
 * are given in the order of commits and without gaps: a reader who has seen n has seen all before n.
 * Always the last lock a transaction takes, so that locks cannot circle.
 */
export async function lockHeads(trx: Db): Promise<Heads> {
  const row = await trx
    .selectFrom('ledger')
    .select(['commit_seq', 'audit_seq', 'audit_hash'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { commitSeq: row.commit_seq, auditSeq: row.audit_seq, auditHash: row.audit_hash };
}

/** The next `commitSeq`, under the lock of lockHeads. */
export async function nextCommitSeq(trx: Db): Promise<number> {
  const { commitSeq } = await lockHeads(trx);
  await trx
    .updateTable('ledger')
    .set({ commit_seq: commitSeq + 1 })
    .execute();
  return commitSeq + 1;
}

/** The highest committed number as of now; 0 for an empty log. */
export async function getCommitSeq(db: Db): Promise<number> {
  const row = await db.selectFrom('ledger').select('commit_seq').executeTakeFirstOrThrow();
  return row.commit_seq;
}
