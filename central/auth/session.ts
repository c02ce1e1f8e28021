import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { findLiveAccount, type LiveAccount } from './account.ts';
import { ABSOLUTE_HOURS, hashToken, IDLE_MINUTES } from './tokens.ts';

/** A signed-in account on its device. */
export interface Session extends LiveAccount {
  readonly sessionId: string;
  readonly deviceId: string;
}

/** Writing the time of each request would cost more than it tells. */
const TOUCH_MS = 20_000;

const minus = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

interface LiveSession {
  readonly id: string;
  readonly account_id: string;
  readonly device_id: string;
  readonly last_used_at: string;
}

/** The session while it is neither ended, nor idle for 30 minutes, nor 12 hours old. */
export const findLiveSession = (db: Db, id: string, now: string): Promise<LiveSession | undefined> =>
  db
    .selectFrom('sessions')
    .select(['id', 'account_id', 'device_id', 'last_used_at'])
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('ends_at', '>', now)
    .where('last_used_at', '>', minus(now, IDLE_MINUTES * 60_000))
    .executeTakeFirst();

/** Somebody ended it before its time was over. */
export const isRevoked = async (db: Db, id: string): Promise<boolean> =>
  (await db
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', id)
    .where('revoked_at', 'is not', null)
    .executeTakeFirst()) !== undefined;

/** Whom an access token belongs to; null when it is unknown, over, or its account was disabled. */
export async function findSession(context: CentralContext, accessToken: string): Promise<Session | null> {
  const now = isoNow(context);
  const token = await context.db
    .selectFrom('session_tokens')
    .select('session_id')
    .where('hash', '=', hashToken(accessToken))
    .where('kind', '=', 'access')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  const session = token && (await findLiveSession(context.db, token.session_id, now));
  const account = session && (await findLiveAccount(context.db, session.account_id, 'work'));
  if (!session || !account) return null;
  if (Date.parse(now) - Date.parse(session.last_used_at) > TOUCH_MS)
    await touchSession(context.db, session.id, now);
  return { ...account, sessionId: session.id, deviceId: session.device_id };
}

export async function touchSession(db: Db, sessionId: string, now: string): Promise<void> {
  await db.updateTable('sessions').set({ last_used_at: now }).where('id', '=', sessionId).execute();
}

export interface NewSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly now: string;
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  const endsAt = new Date(Date.parse(session.now) + ABSOLUTE_HOURS * 3_600_000).toISOString();
  await db
    .insertInto('sessions')
    .values({
      id: session.sessionId,
      account_id: session.accountId,
      device_id: session.deviceId,
      device_name: session.deviceName,
      created_at: session.now,
      last_used_at: session.now,
      ends_at: endsAt,
      revoked_at: null,
    })
    .execute();
}

/** Ends a session with all its tokens. */
export async function revokeSession(db: Db, sessionId: string, now: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ revoked_at: now })
    .where('id', '=', sessionId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Sessions of an account that ended a day ago and their tokens are of no use to anybody. */
export async function sweepSessions(db: Db, accountId: string, now: string): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .where('ends_at', '<', minus(now, 86_400_000))
    .execute();
}
