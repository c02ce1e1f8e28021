import axios, { type AxiosAdapter, type AxiosInstance } from 'axios';
import type { z } from 'zod';
import { CENTRAL_DOOR, type CentralCall, type CentralDoor } from '../../../shared/contract/central.ts';
import type { CentralRow } from '../../../shared/contract/central-row.ts';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '../../../shared/contract/version.ts';
import type { CallResult } from './call-result.ts';
import { isLoopback } from './central-url.ts';
import { networkFailure } from './network-fault.ts';
import { readAnswer, type RawAnswer } from './read-answer.ts';

/** Calls of central, one function for all rows of its door. */
export interface CentralClient {
  call<K extends CentralCall>(
    name: K,
    input: z.input<CentralDoor[K]['input']>,
    options?: CallOptions,
  ): Promise<CallResult<z.output<CentralDoor[K]['output']>>>;
  /** Ends what is under way; its answers are OFFLINE. */
  abort(): void;
}

export interface CallOptions {
  readonly accessToken?: string;
  /** Milliseconds; the usual limit when absent. */
  readonly limit?: number;
}

/** A bomb of packed zeros ends here, counted unpacked. */
const LARGEST_ANSWER = 20 * 1024 * 1024;
const LIMIT_MS = 30_000;

/** Bytes of a request; `files` holds two scans in base64, as central's own limit does. */
const LARGEST_BODY = {
  usual: LARGEST_ANSWER,
  files: 28 * 1024 * 1024,
} as const satisfies Record<CentralRow['body'], number>;

/** A client for one address (see checkCentralUrl). Certificates are the system's; none can be waved through. */
export function createCentralClient(
  url: string,
  transport: AxiosAdapter | null,
  now: () => number,
): CentralClient {
  const http = httpFor(url, transport);
  const ending = new AbortController();
  return {
    call: async (name, input, options = {}) => {
      const { method, path, body, output } = CENTRAL_DOOR[name];
      const { signal } = ending;
      try {
        const raw = await untilAborted(signal, send(http, { method, path, body, input, ...options, signal }));
        return readAnswer(output, raw, now()) as CallResult<never>;
      } catch (fault) {
        return { ok: false, failure: networkFailure(fault) };
      }
    },
    abort: () => ending.abort(),
  };
}

function httpFor(url: string, transport: AxiosAdapter | null): AxiosInstance {
  return axios.create({
    baseURL: url,
    ...(transport === null ? {} : { adapter: transport }),
    ...(isLoopback(new URL(url)) ? { proxy: false } : {}),
    headers: { [CONTRACT_HEADER]: String(CONTRACT_VERSION), accept: 'application/json' },
    // Read by readAnswer alone: a status is no exception, a text no object, a redirect no answer.
    validateStatus: () => true,
    responseType: 'text',
    transformResponse: [(text: unknown) => text],
    maxRedirects: 0,
    maxContentLength: LARGEST_ANSWER,
  });
}

interface Sending extends CallOptions {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: CentralRow['body'];
  readonly input: unknown;
  readonly signal: AbortSignal;
}

async function send(http: AxiosInstance, sending: Sending): Promise<RawAnswer> {
  const { method, path, body, input, accessToken, limit = LIMIT_MS, signal } = sending;
  const response = await http.request<unknown>({
    method,
    url: path,
    ...(method === 'GET' ? { params: input } : { data: input }),
    headers: accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` },
    timeout: limit,
    maxBodyLength: LARGEST_BODY[body],
    signal,
  });
  const header = (name: string): string | null => {
    const value: unknown = response.headers[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    status: response.status,
    contentType: header('content-type') ?? '',
    retryAfter: header('retry-after'),
    body: typeof response.data === 'string' ? response.data : '',
  };
}

/** Does not wait for a transport that ignores the signal. */
function untilAborted<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new DOMException('closed', 'AbortError'));
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
