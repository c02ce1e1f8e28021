import { randomBytes } from 'node:crypto';
import type { Failure } from '../../shared/failure.ts';
import { findVaultFailure } from './vault/driver.ts';

/** What the file system says, as a state of the vault. */
const BY_ERRNO: Readonly<Record<string, Failure>> = {
  ENOSPC: { code: 'DISK_FULL' },
  EDQUOT: { code: 'DISK_FULL' },
  EBUSY: { code: 'VAULT_BUSY' },
  EACCES: { code: 'VAULT_LOCKED', detail: { reason: 'readOnly' } },
  EPERM: { code: 'VAULT_LOCKED', detail: { reason: 'readOnly' } },
  EROFS: { code: 'VAULT_LOCKED', detail: { reason: 'readOnly' } },
};

function errnoOf(fault: unknown): string | undefined {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
}

/** The failure that a thrown fault means to a person; undefined for a fault of the program. */
export const findFaultFailure = (fault: unknown): Failure | undefined =>
  findVaultFailure(fault) ?? BY_ERRNO[errnoOf(fault) ?? ''];

/**
 * Turns whatever was thrown into a failure. A fault of the program gets a report id and a line in the
 * log: name, code and place, never its message, which may quote what somebody typed.
 */
export function failureOf(where: string, fault: unknown, note: (line: string) => void): Failure {
  const known = findFaultFailure(fault);
  if (known !== undefined) return known;
  const reportId = randomBytes(4).toString('hex');
  const name = fault instanceof Error ? fault.name : typeof fault;
  const frames =
    fault instanceof Error ? (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  note(
    `${reportId} ${where}: ${name} ${errnoOf(fault) ?? ''} ${frames
      .slice(0, 3)
      .map((f) => f.trim())
      .join(' < ')}`,
  );
  return { code: 'UNEXPECTED', detail: { reportId } };
}
