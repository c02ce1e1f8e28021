import type { z } from 'zod';
import { audit } from '../audit/audit.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import { describeAccount, findLiveAccount } from './account.ts';
import { findLiveSession, isRevoked, revokeSession, touchSession, type Session } from './session.ts';
import { hashToken, issueTokens } from './tokens.ts';

type Answer = Result<z.input<CentralDoor['session.refresh']['output']>>;

/**
 * A new pair of tokens for the refresh token of the last one. Each is good once; a second use means
 * that two hold it, so the whole family ends (security §6). Access tokens of
 * before run out by themselves, so that requests on their way are not cut. Whoever holds a token of a
 * session that somebody ended (停用, a new password) is told `reason: 'revoked'`.
 */
export const refreshSession = (context: CentralContext, refreshToken: string): Promise<Answer> =>
  context.db.transaction().execute(async (trx) => {
    const now = isoNow(context);
    const hash = hashToken(refreshToken);
    const token = await trx
      .selectFrom('session_tokens')
      .select(['session_id', 'used_at'])
      .where('hash', '=', hash)
      .where('kind', '=', 'refresh')
      .where('expires_at', '>', now)
      .forUpdate()
      .executeTakeFirst();
    const session = token && (await findLiveSession(trx, token.session_id, now));
    const live = session && (await findLiveAccount(trx, session.account_id, 'work'));
    if (!token) return fail('SIGNED_OUT');
    if (!session || !live) {
      const ended = session !== undefined || (await isRevoked(trx, token.session_id));
      return fail('SIGNED_OUT', ended ? { reason: 'revoked' } : undefined);
    }
    const line = lineOf({ ...live, sessionId: session.id, deviceId: session.device_id }, now);
    if (token.used_at !== null) {
      await revokeSession(trx, session.id, now);
      await audit(trx, { ...line, action: 'session.refresh', outcome: 'REFRESH_REUSED' });
      return fail('SIGNED_OUT');
    }
    await trx.updateTable('session_tokens').set({ used_at: now }).where('hash', '=', hash).execute();
    const tokens = await issueTokens(trx, session.id, now);
    await touchSession(trx, session.id, now);
    return ok({ tokens, account: await describeAccount(trx, live) });
  });

const lineOf = (session: Session, at: string) => ({
  at,
  accountId: session.accountId,
  sessionId: session.sessionId,
  schoolId: session.school?.id ?? null,
  subject: session.accountId,
  fields: [],
});

/** 登出 */
export const endSession = (
  context: CentralContext,
  session: Session,
): Promise<Result<Record<string, never>>> =>
  context.db.transaction().execute(async (trx) => {
    const now = isoNow(context);
    await revokeSession(trx, session.sessionId, now);
    await audit(trx, { ...lineOf(session, now), action: 'session.end', outcome: 'ok' });
    return ok({});
  });
