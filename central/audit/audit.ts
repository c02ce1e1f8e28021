import type { Db } from '../store/database.ts';
import { auditMany } from './audit-many.ts';
import type { AuditEntry } from './audit-row.ts';

export type { AuditEntry } from './audit-row.ts';

/** Adds a line inside the caller's transaction: a change and its line stand or fall together. */
export const audit = (trx: Db, entry: AuditEntry): Promise<void> => auditMany(trx, [entry]);
