import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { CENTRAL_DOOR, type CentralCall } from '../../shared/contract/central.ts';
import { freeListen } from './journey-port.ts';

/** What a box in the network says in central's place. */
export interface BoxAnswer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Promises so many bytes more than it sends, and hangs up. */
  readonly short?: number;
}

/**
 * What the network does to one request. `cut`: it never arrives. `lost`: it is done and not answered.
 * `twice`: it arrives twice. `hold`: the answer is kept back until the promise ends. `rewrite`: the
 * text of the answer is changed on its way. Undefined: nothing.
 */
export type Weather =
  | 'cut'
  | 'lost'
  | 'twice'
  | { readonly box: BoxAnswer }
  | { readonly hold: Promise<void> }
  | { readonly rewrite: (text: string) => string }
  | undefined;

/** A request as it went over the line, and the answer that central gave to it. */
export interface Carried {
  readonly call: CentralCall;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The last answer to it; empty when central gave none. */
  answer: string;
}

/** The network between one computer and central: real sockets on loopback, and a hand on the switch. */
export interface Line {
  /** The address of central as this computer knows it. */
  readonly url: string;
  /** Every request that reached the line, oldest first. */
  readonly carried: Carried[];
  weather: (carried: Carried) => Weather;
  /** Nobody listens any more: connections are refused. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Sends an old request once more, as a network may do, and gives the answer that nobody hears. */
  replay(carried: Carried): Promise<string>;
  close(): Promise<void>;
}

const callAt = (method: string, path: string): CentralCall => {
  const [bare] = path.split('?');
  const found = (Object.keys(CENTRAL_DOOR) as CentralCall[]).find(
    (name) => CENTRAL_DOOR[name].method === method && CENTRAL_DOOR[name].path === bare,
  );
  if (found === undefined) throw new RangeError(`no such call: ${method} ${path}`);
  return found;
};

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Opens a line to wherever central listens at the moment. */
export async function openLine(centralUrl: () => string): Promise<Line> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, outgoing) => {
    carry(incoming, outgoing).catch(() => outgoing.destroy());
  });
  // A connection that times out by real time would be one more fault than the test asked for.
  server.keepAliveTimeout = 0;
  const port = await freeListen(server);

  const ask = async (carried: Carried): Promise<Answered> => {
    const answer = await new Promise<IncomingMessage>((done, failed) => {
      const { method, path, headers, body } = carried;
      const sent = request(`${centralUrl()}${path}`, { method, headers, agent }, done);
      sent.once('error', failed);
      sent.end(body);
    });
    const body = await readAll(answer);
    carried.answer = body.toString();
    return { status: answer.statusCode ?? 0, headers: answer.headers, body };
  };

  const reply = (outgoing: ServerResponse, { status, headers, body }: Answered): void => {
    const { connection: _, 'transfer-encoding': __, ...kept } = headers;
    outgoing.writeHead(status, { ...kept, 'content-length': String(body.length) });
    outgoing.end(body);
  };

  const carry = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = '', url: path = '' } = incoming;
    const body = (await readAll(incoming)).toString();
    const { host: _, connection: __, ...headers } = incoming.headers as Record<string, string>;
    const carried: Carried = { call: callAt(method, path), method, path, headers, body, answer: '' };
    line.carried.push(carried);
    const weather = line.weather(carried);
    if (weather === 'cut') return void outgoing.destroy();
    if (typeof weather === 'object' && 'box' in weather) return playBox(outgoing, weather.box);
    const answer = await ask(carried);
    if (weather === undefined) return reply(outgoing, answer);
    if (weather === 'lost') return void outgoing.destroy();
    if (weather === 'twice') return reply(outgoing, await ask(carried));
    if ('rewrite' in weather)
      return reply(outgoing, { ...answer, body: Buffer.from(weather.rewrite(answer.body.toString())) });
    await weather.hold;
    return reply(outgoing, answer);
  };

  const line: Line = {
    url: `http://127.0.0.1:${port}`,
    carried: [],
    weather: () => undefined,
    down: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
    up: async () => void (await freeListen(server, port)),
    replay: async (carried) => (await ask({ ...carried })).body.toString(),
    close: async () => {
      agent.destroy();
      if (server.listening) await line.down();
    },
  };
  return line;
}

function playBox(outgoing: ServerResponse, box: BoxAnswer): void {
  const body = Buffer.from(box.body ?? '');
  outgoing.writeHead(box.status ?? 200, {
    'content-type': box.type ?? 'text/html; charset=utf-8',
    'content-length': String(body.length + (box.short ?? 0)),
    ...box.headers,
  });
  if (box.short === undefined) outgoing.end(body);
  else outgoing.write(body, () => outgoing.destroy());
}
