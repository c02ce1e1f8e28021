import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { CENTRAL_DOOR, type CentralCall, type CentralDoor } from '../../shared/contract/central.ts';
import type { CentralContext } from '../context.ts';
import { makeGuard, makeLimiter, sessionOf, type Hook } from './guard.ts';
import type { CentralHandler, CentralHandlers } from './handlers.ts';
import { BODY_LIMITS } from './limits.ts';
import { FailureBody, refuse } from './reply.ts';

const namesOf = (handlers: CentralHandlers) => Object.keys(handlers) as CentralCall[];

/** Rows that guess at accounts get a limit of their own. */
const SIGN_IN: readonly CentralCall[] = [
  'captcha.create',
  'session.create',
  'session.confirm',
  'session.refresh',
  'registration.create',
  'password.forget',
];

/** Makes one route of each row of the door: method, path, input, output, guard, OpenAPI entry. */
export function mountDoor(app: FastifyInstance, context: CentralContext, handlers: CentralHandlers): void {
  const perAccount = makeLimiter(
    app,
    context.limits.perAccount,
    (request) => `account ${sessionOf(request)?.accountId ?? request.ip}`,
  );
  const perSignIn = makeLimiter(app, context.limits.signInPerAddress, (request) => `sign-in ${request.ip}`);
  for (const name of namesOf(handlers)) {
    const hooks = {
      session: [makeGuard(context, CENTRAL_DOOR[name]), perAccount],
      public: SIGN_IN.includes(name) ? [perSignIn] : [],
    }[CENTRAL_DOOR[name].access];
    mountRow(app, name, handlers[name], hooks);
  }
}

function mountRow<K extends CentralCall>(
  app: FastifyInstance,
  name: K,
  handler: CentralHandler<K>,
  onRequest: Hook[],
): void {
  const { method, path, access, body, input, output } = CENTRAL_DOOR[name];
  app.route({
    method,
    url: path,
    bodyLimit: BODY_LIMITS[body],
    schema: {
      operationId: name,
      [method === 'GET' ? 'querystring' : 'body']: input,
      response: { 200: output, default: FailureBody },
      ...(access === 'session' ? { security: [{ session: [] }] } : {}),
    },
    onRequest,
    handler: async (request, reply) => {
      // Parsed by the row's own schema just before.
      const given = (method === 'GET' ? request.query : request.body) as z.output<CentralDoor[K]['input']>;
      const result = await handler(given, { session: sessionOf(request) });
      return result.ok ? reply.send(result.value) : refuse(reply, result.failure);
    },
  });
}
