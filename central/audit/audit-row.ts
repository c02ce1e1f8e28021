import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/domain/canonical/canonical-json.ts';
import type { AuditLogTable } from '../store/database.ts';

/** What stands before the first row. */
export const GENESIS_HASH = '0'.repeat(64);

/** Hash of one row over everything in it and the hash before it: a chain (security §6). */
export const auditHash = ({ hash: _own, ...row }: AuditLogTable): string =>
  createHash('sha256').update(canonicalJson(row)).digest('hex');
