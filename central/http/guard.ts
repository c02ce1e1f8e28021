import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findSession, type Session } from '../auth/session.ts';
import type { CentralContext } from '../context.ts';
import type { CentralRow } from '../../shared/contract/central-row.ts';
import { unreadyFor } from '../../shared/domain/account/readiness.ts';
import { refuse } from './reply.ts';

const MINUTE_MS = 60_000;
const sessions = new WeakMap<FastifyRequest, Session>();

/** The session that the guard found for this request; null on public rows. */
export const sessionOf = (request: FastifyRequest): Session | null => sessions.get(request) ?? null;

const bearer = (request: FastifyRequest): string | null =>
  /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;

export type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

/** Limits per minute, one hook for each kind of key (security §6). */
export function makeLimiter(
  app: FastifyInstance,
  max: number,
  keyOf: (request: FastifyRequest) => string,
): Hook {
  const limit = app.createRateLimit({ max, timeWindow: MINUTE_MS, keyGenerator: keyOf });
  return async (request, reply) => {
    const state = await limit(request);
    if (state.isAllowed || !state.isExceeded) return undefined;
    return refuse(reply, { code: 'RATE_LIMITED', detail: { seconds: Math.max(1, state.ttlInSeconds) } });
  };
}

/**
 * Before the body is read: no session, no work; then the row's own table of roles, and what the account
 * has to do first. What a role may do with which case or account, its handler decides.
 */
export const makeGuard =
  (context: CentralContext, { roles, when }: Pick<CentralRow, 'roles' | 'when'>): Hook =>
  async (request, reply) => {
    const token = bearer(request);
    const session = token === null ? null : await findSession(context, token);
    if (session === null) return refuse(reply, { code: 'SIGNED_OUT' });
    sessions.set(request, session);
    const unready = when === 'always' ? null : unreadyFor(session, context.now());
    if (unready !== null) return refuse(reply, { code: unready });
    if (roles !== 'any' && !roles.some((role) => session.roles.includes(role)))
      return refuse(reply, { code: 'FORBIDDEN' });
    return undefined;
  };
