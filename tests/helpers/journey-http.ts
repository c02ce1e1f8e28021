import { Agent, request, type IncomingMessage } from 'node:http';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '../../shared/contract/version.ts';

/** One request exactly as it is to be written, whatever sense it makes. */
export interface RawRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly token?: string | undefined;
}

export interface RawReply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

export interface RawLine {
  send(given: RawRequest): Promise<RawReply>;
  close(): void;
}

/** Talks to a service over its port without a client's help. */
export function openRawLine(url: string): RawLine {
  const agent = new Agent({ keepAlive: true });
  return {
    send: ({ method, path, headers = {}, body = '', token }) =>
      new Promise((done, failed) => {
        const sent = request(
          `${url}${path}`,
          {
            method,
            agent,
            headers: {
              [CONTRACT_HEADER]: String(CONTRACT_VERSION),
              'content-type': 'application/json',
              'content-length': String(Buffer.byteLength(body)),
              ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
              ...headers,
            },
          },
          (answer) => {
            let text = '';
            answer.setEncoding('utf8');
            answer.on('data', (chunk: string) => (text += chunk));
            answer.once('error', failed);
            answer.once('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
          },
        );
        sent.once('error', failed);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}
