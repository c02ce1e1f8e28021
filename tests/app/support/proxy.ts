import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/**
 * What the line does with a request: passes it on; cuts it; passes it on after a while; loses the
 * answer; or answers in the place of central, as network equipment does (security 7.36).
 */
export type Weather =
  'clear' | 'cut' | 'slow' | 'answerLost' | 'portal' | 'empty' | 'truncated' | 'bomb' | 'redirect';

/** What one request was, in the order they came. */
export interface Asked {
  readonly method: string;
  readonly path: string;
}

export interface Proxy {
  readonly url: string;
  weather: Weather;
  /** The one path that meets the weather, while the others go through; null for all. */
  only: string | null;
  /** All requests so far. */
  readonly asked: readonly Asked[];
  /** How many requests went to this path. */
  count(path: string): number;
  close(): Promise<void>;
}

const SLOW_MS = 1500;
const PORTAL = '<!doctype html><title>校園無線網路</title><form action="/login">請登入網路</form>';
/** Unpacked twice as large as any answer may be. */
const BOMB = gzipSync(Buffer.alloc(40 * 1024 * 1024, 0x20));

type Answer = (asked: IncomingMessage, body: Buffer, reply: ServerResponse) => void;

const json = { 'content-type': 'application/json; charset=utf-8' };

/** A line to central on loopback, good or bad. */
export async function startProxy(centralUrl: string): Promise<Proxy> {
  const target = new URL(centralUrl);
  const asked: Asked[] = [];

  const pass =
    (use: (answer: IncomingMessage, reply: ServerResponse) => void): Answer =>
    (incoming, body, reply) => {
      const { method, url, headers } = incoming;
      const onward = request(
        {
          host: target.hostname,
          port: target.port,
          method,
          path: url,
          headers: { ...headers, host: target.host },
        },
        (answer) => use(answer, reply),
      );
      onward.once('error', () => reply.destroy());
      onward.end(body);
    };
  const whole = pass((answer, reply) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(reply);
  });

  const answers = {
    clear: whole,
    slow: (incoming, body, reply) => setTimeout(() => whole(incoming, body, reply), SLOW_MS),
    cut: (_incoming, _body, reply) => reply.destroy(),
    // Central has done what was asked, but nobody hears of it.
    answerLost: pass((answer, reply) => {
      answer.resume();
      answer.once('end', () => reply.destroy());
    }),
    portal: (_incoming, _body, reply) =>
      reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PORTAL),
    redirect: (_incoming, _body, reply) => reply.writeHead(302, { location: 'http://login.invalid/' }).end(),
    empty: (_incoming, _body, reply) => reply.writeHead(200).end(),
    truncated: (_incoming, _body, reply) => reply.writeHead(200, json).end('{"results":[{"opId":"0'),
    bomb: (_incoming, _body, reply) =>
      reply.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(BOMB),
  } as const satisfies Record<Weather, Answer>;

  const server = createServer((incoming, reply) => {
    const path = (incoming.url ?? '').replace(/\?.*$/, '');
    asked.push({ method: incoming.method ?? '', path });
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.once('end', () => {
      const met = proxy.only === null || proxy.only === path;
      answers[met ? proxy.weather : 'clear'](incoming, Buffer.concat(parts), reply);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;

  const proxy: Proxy = {
    url: `http://127.0.0.1:${port}`,
    weather: 'clear',
    only: null,
    asked,
    count: (path) => asked.filter((one) => one.path === path).length,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return proxy;
}
