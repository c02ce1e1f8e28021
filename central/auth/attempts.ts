import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { compareKey } from '../../shared/domain/account/fields.ts';
import type { Db } from '../store/database.ts';

/** Failures that lock, and for how long (security §1). */
export const MAX_FAILURES = 5;
export const LOCK_MINUTES = 15;

/** What is counted: known and unknown accounts alike, and no list of names that were tried. */
export const attemptKey = (account: string): string =>
  createHash('sha256').update(compareKey(account)).digest('hex');

const later = (now: string): string => new Date(Date.parse(now) + LOCK_MINUTES * 60_000).toISOString();
const earlier = (now: string): string => new Date(Date.parse(now) - LOCK_MINUTES * 60_000).toISOString();

/** Answer to a try while five others of the same account are still being looked at. */
const BUSY_SECONDS = 5;

/**
 * Counts a try before the password is looked at, so that tries at the same moment cannot slip through
 * together. Gives the seconds to wait, or null when the try may go on. Only failures lock; they are
 * forgotten by success and after a quarter of an hour without another.
 */
export async function beginAttempt(db: Db, key: string, now: string): Promise<number | null> {
  const locked = sql<boolean>`sign_in_attempts.locked_until > ${now}::timestamptz`;
  const over = sql<boolean>`sign_in_attempts.locked_until is not null
    or sign_in_attempts.last_at < ${earlier(now)}::timestamptz`;
  const row = await db
    .insertInto('sign_in_attempts')
    .values({ account_key: key, failures: 1, locked_until: null, last_at: now })
    .onConflict((conflict) =>
      conflict.column('account_key').doUpdateSet({
        failures: sql<number>`case when ${locked} then sign_in_attempts.failures
          when ${over} then 1 else sign_in_attempts.failures + 1 end`,
        locked_until: sql<string | null>`case when ${locked} then sign_in_attempts.locked_until end`,
        last_at: sql<string>`case when ${over} or sign_in_attempts.failures < ${MAX_FAILURES}
          then ${now}::timestamptz else sign_in_attempts.last_at end`,
      }),
    )
    .returning(['locked_until', 'failures'])
    .executeTakeFirstOrThrow();
  if (row.locked_until !== null) return Math.ceil((Date.parse(row.locked_until) - Date.parse(now)) / 1000);
  return row.failures > MAX_FAILURES ? BUSY_SECONDS : null;
}

/** The try failed; the fifth one locks. */
export async function failAttempt(db: Db, key: string, now: string): Promise<void> {
  await db
    .updateTable('sign_in_attempts')
    .set({ locked_until: later(now) })
    .where('account_key', '=', key)
    .where('failures', '>=', MAX_FAILURES)
    .where('locked_until', 'is', null)
    .execute();
}

/** The try was none: it is not counted, and what was counted before stays. */
export async function takeBackAttempt(db: Db, key: string): Promise<void> {
  await db
    .updateTable('sign_in_attempts')
    .set({ failures: sql<number>`greatest(failures - 1, 0)` })
    .where('account_key', '=', key)
    .where('locked_until', 'is', null)
    .execute();
}

/** The try succeeded: nothing is held against the account any more. */
export async function clearAttempts(db: Db, key: string): Promise<void> {
  await db.deleteFrom('sign_in_attempts').where('account_key', '=', key).execute();
}
