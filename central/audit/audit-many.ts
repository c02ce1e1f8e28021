import type { AuditLogTable, Db } from '../store/database.ts';
import { lockHeads } from '../store/ledger.ts';
import { auditHash, type AuditEntry } from './audit-row.ts';

/** Lines of one insert: far below the parameters that one statement takes. */
const CHUNK = 500;

/** Adds many lines at once inside the caller's transaction, as audit() would one after the other. */
export async function auditMany(trx: Db, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const heads = await lockHeads(trx);
  let head = { seq: heads.auditSeq, hash: heads.auditHash };
  const rows = entries.map((entry): AuditLogTable => {
    const row = {
      seq: head.seq + 1,
      at: entry.at,
      account_id: entry.accountId,
      session_id: entry.sessionId,
      school_id: entry.schoolId,
      action: entry.action,
      subject: entry.subject,
      fields: [...entry.fields],
      outcome: entry.outcome,
      prev_hash: head.hash,
      hash: '',
    };
    head = { seq: row.seq, hash: auditHash(row) };
    return { ...row, hash: head.hash };
  });
  for (let from = 0; from < rows.length; from += CHUNK)
    await trx
      .insertInto('audit_log')
      .values(rows.slice(from, from + CHUNK))
      .execute();
  await trx.updateTable('ledger').set({ audit_seq: head.seq, audit_hash: head.hash }).execute();
}
