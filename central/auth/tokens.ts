import { createHash, randomBytes } from 'node:crypto';
import type { Tokens } from '../../shared/contract/central.ts';
import type { Db } from '../store/database.ts';

export const ACCESS_SECONDS = 600;
/** A refresh token lives as long as its session may be idle. */
export const IDLE_MINUTES = 30;
export const ABSOLUTE_HOURS = 12;

/** Tokens are opaque, and the database holds their hashes alone. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

const newToken = (): string => randomBytes(32).toString('base64url');

const plusMs = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

/** A new pair for a session; earlier refresh tokens stay known, so that their reuse is seen. */
export async function issueTokens(db: Db, sessionId: string, now: string): Promise<Tokens> {
  const accessToken = newToken();
  const refreshToken = newToken();
  await db
    .insertInto('session_tokens')
    .values([
      {
        hash: hashToken(accessToken),
        session_id: sessionId,
        kind: 'access',
        expires_at: plusMs(now, ACCESS_SECONDS * 1000),
        used_at: null,
      },
      {
        hash: hashToken(refreshToken),
        session_id: sessionId,
        kind: 'refresh',
        expires_at: plusMs(now, ABSOLUTE_HOURS * 3_600_000),
        used_at: null,
      },
    ])
    .execute();
  return { accessToken, refreshToken, expiresIn: ACCESS_SECONDS };
}
