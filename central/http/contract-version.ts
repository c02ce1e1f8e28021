import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '../../shared/contract/version.ts';
import { refuse } from './reply.ts';

/** This version and the one before (I10). */
const ACCEPTED: readonly string[] = [String(CONTRACT_VERSION), String(CONTRACT_VERSION - 1)];

/** What people and watchdogs open by hand, by the pattern of the route. */
const WITHOUT_VERSION: readonly (string | undefined)[] = [
  '/healthz',
  '/openapi.json',
  '/mails',
  '/mails/:id',
  '/account/style.css',
  '/account/link/:token',
  '/account/done/password',
  '/account/done/verify',
];

/**
 * Every answer names our version; a request of another one gets 426 with the versions we take, and so
 * does one that names none, except on the pages above.
 */
export function checkContractVersion(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  void reply.header(CONTRACT_HEADER, String(CONTRACT_VERSION));
  const version = request.headers[CONTRACT_HEADER];
  if (typeof version === 'string' && ACCEPTED.includes(version)) return undefined;
  // An address that nobody has is not a matter of versions.
  if (request.is404) return undefined;
  if (version === undefined && WITHOUT_VERSION.includes(request.routeOptions.url)) return undefined;
  return refuse(reply, {
    code: 'SCHEMA_UNSUPPORTED',
    detail: { minimum: CONTRACT_VERSION - 1, current: CONTRACT_VERSION },
  });
}
