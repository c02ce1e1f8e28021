import { fail, ok, type Result } from '../../../shared/failure.ts';
import type { Memory } from '../vault/store.ts';

/** How long a computer may be used without a word from central (security §1; policy 1–14 days later). */
export const LEASE_MS = 7 * 24 * 3_600_000;
/** A clock may be corrected by so much without a question. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;

/**
 * Whether an offline unlock is still within its lease. Failure: VAULT_LOCKED {reason: 'lease' | 'clock'}:
 * an online sign-in mends both, nothing is deleted. `clock`: it was set back behind our last run.
 */
export function checkLease(memory: Partial<Memory>, now: number): Result<null> {
  const { lastContact = 0, lastSeen = 0 } = memory;
  if (now < Math.max(lastContact, lastSeen) - CLOCK_TOLERANCE_MS)
    return fail('VAULT_LOCKED', { reason: 'clock' });
  return now > lastContact + LEASE_MS ? fail('VAULT_LOCKED', { reason: 'lease' }) : ok(null);
}
