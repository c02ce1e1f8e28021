import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/domain/canonical/canonical-json.ts';
import type { AuditLogTable } from '../store/database.ts';

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

/** What stands before the first row. */
export const GENESIS_HASH = '0'.repeat(64);

/** Hash of one row over everything in it and the hash before it: a chain (security §6). */
export const auditHash = ({ hash: _own, ...row }: AuditLogTable): string =>
  createHash('sha256').update(canonicalJson(row)).digest('hex');
