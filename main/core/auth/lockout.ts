import { rmSync } from 'node:fs';
import { z } from 'zod';
import { fail, type Result } from '../../../shared/failure.ts';
import { findText, writeDurably } from '../durable-file.ts';

/** Wrong passwords of offline unlocks: 5 wrong → 15 minutes, 10 wrong → online only (security §2). */
const WRONG_PER_LOCK = 5;
const LOCK_MS = 15 * 60_000;
const WRONG_IN_ALL = 10;

const Guard = z.object({ wrong: z.number().int().nonnegative(), until: z.number().nullable() });
type Guard = z.infer<typeof Guard>;

/** A file that cannot be read counts as locked until an online sign-in: it was there for a reason. */
function readGuard(path: string): Guard {
  const text = findText(path);
  if (text === undefined) return { wrong: 0, until: null };
  try {
    return Guard.parse(JSON.parse(text));
  } catch {
    return { wrong: WRONG_IN_ALL, until: null };
  }
}

/**
 * Counts an attempt before it is made, so that a kill in the middle does not give it back. Failures:
 * LOCKED_OUT {seconds, minutes}; VAULT_LOCKED {reason: 'onlineOnly'}. The count lies beside the vault,
 * as it must be read before anything is unlocked; a MAC over it comes with the full key hierarchy.
 */
export function beginAttempt(path: string, now: number): Result<null> {
  const { wrong, until } = readGuard(path);
  if (wrong >= WRONG_IN_ALL) return fail('VAULT_LOCKED', { reason: 'onlineOnly' });
  if (until !== null && now < until) {
    // A clock that was set back does not make the wait longer than it was.
    const seconds = Math.ceil(Math.min(until - now, LOCK_MS) / 1000);
    return fail('LOCKED_OUT', { seconds, minutes: Math.ceil(seconds / 60) });
  }
  const next = wrong + 1;
  const lock = next % WRONG_PER_LOCK === 0 ? now + LOCK_MS : null;
  writeDurably(path, JSON.stringify({ wrong: next, until: lock } satisfies Guard));
  return { ok: true, value: null };
}

/** The right password was given, here or to central. */
export const clearAttempts = (path: string): void => rmSync(path, { force: true });
