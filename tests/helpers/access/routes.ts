import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

/** A route as Fastify registers it, whoever does it; HEAD of a GET is one of its own. */
export interface MountedRoute {
  readonly method: string;
  readonly url: string;
}

const CHANNEL = 'fastify.initialization';

/** Runs `build` and gives what it built with every route that the new application then has. */
export async function gatherRoutes<T>(
  build: () => Promise<T>,
): Promise<{ built: T; routes: MountedRoute[] }> {
  const routes: MountedRoute[] = [];
  const listen = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, url });
    });
  };
  subscribe(CHANNEL, listen);
  try {
    return { built: await build(), routes };
  } finally {
    unsubscribe(CHANNEL, listen);
  }
}
