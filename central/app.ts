import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { CentralContext } from './context.ts';
import { parseCheckedJson } from './http/checked-json.ts';
import { checkContractVersion } from './http/contract-version.ts';
import { failureOf } from './http/faults.ts';
import { makeLimiter } from './http/guard.ts';
import { BODY_LIMIT, REQUEST_MS } from './http/limits.ts';
import { mountDoor } from './http/mount.ts';
import { mountOpenApi } from './http/openapi.ts';
import { refuseRaw } from './http/raw-refusal.ts';
import { refuse } from './http/reply.ts';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '../shared/contract/version.ts';
import { mountLinkPages } from './pages/link-pages.ts';
import { mountMailbox } from './pages/mailbox.ts';
import { makeHandlers } from './routes/handlers.ts';

/** The service without a port: the tests inject into it, server.ts lets it listen. */
export async function buildCentral(context: CentralContext): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_MS,
    // A reverse proxy ends TLS; its headers are not believed until it is configured.
    trustProxy: false,
    clientErrorHandler: refuseRaw,
    // Such requests never come to the hook that names our version.
    frameworkErrors: (_fault, _request, reply) =>
      void refuse(reply.header(CONTRACT_HEADER, String(CONTRACT_VERSION)), { code: 'INVALID_INPUT' }),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => (body === '' ? {} : parseCheckedJson(body)),
  );
  app.setErrorHandler((fault, request, reply) =>
    refuse(reply, failureOf(context, request.routeOptions.schema?.operationId ?? 'request', fault)),
  );
  await app.register(helmet);
  if (context.limits.maxLagMs > 0)
    await app.register(underPressure, {
      maxEventLoopDelay: context.limits.maxLagMs,
      pressureHandler: (_request, reply) =>
        void refuse(reply, { code: 'UNAVAILABLE', detail: { seconds: 10 } }),
    });
  await app.register(rateLimit, { global: false });
  const perAddress = makeLimiter(app, context.limits.perAddress, (request) => `address ${request.ip}`);
  app.addHook('onRequest', async (request, reply) => checkContractVersion(request, reply));
  app.addHook('onRequest', perAddress);
  app.setNotFoundHandler((_request, reply) => refuse(reply, { code: 'NOT_FOUND' }));
  await mountOpenApi(app);
  mountDoor(app, context, makeHandlers(context));
  await mountLinkPages(app, context);
  if (context.caughtMails !== null) mountMailbox(app, context.caughtMails);
  // What a call put into the outbox was committed before its answer; nobody waits for SMTP.
  app.addHook('onResponse', async ({ method }) => {
    if (method === 'POST') context.mail.wake();
  });
  await app.ready();
  return app;
}
