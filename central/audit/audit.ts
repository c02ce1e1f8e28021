import type { Db } from '../store/database.ts';
import { lockHeads } from '../store/ledger.ts';
import { auditHash } from './audit-row.ts';

/** One line of the audit log: who did or read what; names of fields, never their values. */
export interface AuditEntry {
  /** ISO instant of the service's clock. */
  readonly at: string;
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly schoolId: string | null;
  /** `noun.verb` of the call, or `operation.<kind>`. */
  readonly action: string;
  /** Id of the case or account; for a look-up the masked identity number. */
  readonly subject: string | null;
  readonly fields: readonly string[];
  /** `ok`, or a failure code. */
  readonly outcome: string;
}

/** Adds a line inside the caller's transaction: a change and its line stand or fall together. */
export async function audit(trx: Db, entry: AuditEntry): Promise<void> {
  const heads = await lockHeads(trx);
  const row = {
    seq: heads.auditSeq + 1,
    at: entry.at,
    account_id: entry.accountId,
    session_id: entry.sessionId,
    school_id: entry.schoolId,
    action: entry.action,
    subject: entry.subject,
    fields: [...entry.fields],
    outcome: entry.outcome,
    prev_hash: heads.auditHash,
    hash: '',
  };
  const hash = auditHash(row);
  await trx
    .insertInto('audit_log')
    .values({ ...row, hash })
    .execute();
  await trx.updateTable('ledger').set({ audit_seq: row.seq, audit_hash: hash }).execute();
}
