import type { Db } from '../store/database.ts';
import { auditHash, GENESIS_HASH } from './audit-row.ts';

/** `brokenAt` is the sequence number where the chain stops to hold: an edit, a gap, a stranger, a swap, a cut end. */
export type ChainState =
  { readonly valid: true; readonly rows: number } | { readonly valid: false; readonly brokenAt: number };

const PAGE = 2000;

/** Recomputes the whole chain in one snapshot and compares its end with the ledger's head. */
export const verifyAuditChain = (db: Db): Promise<ChainState> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      let seq = 0;
      let hash = GENESIS_HASH;
      for (;;) {
        const rows = await trx
          .selectFrom('audit_log')
          .selectAll()
          .where('seq', '>', seq)
          .orderBy('seq')
          .limit(PAGE)
          .execute();
        for (const row of rows) {
          if (row.seq !== seq + 1 || row.prev_hash !== hash || row.hash !== auditHash(row))
            return { valid: false, brokenAt: seq + 1 };
          ({ seq, hash } = row);
        }
        if (rows.length < PAGE) break;
      }
      const head = await trx
        .selectFrom('ledger')
        .select(['audit_seq', 'audit_hash'])
        .executeTakeFirstOrThrow();
      const whole = head.audit_seq === seq && head.audit_hash === hash;
      return whole ? { valid: true, rows: seq } : { valid: false, brokenAt: seq + 1 };
    });
