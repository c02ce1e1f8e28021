import type { FastifyInstance } from 'fastify';
import { CENTRAL_DOOR, type CentralCall } from '../../../shared/contract/central.ts';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '../../../shared/contract/version.ts';
import type { FailureCode } from '../../../shared/failure.ts';
import type { AccessCase, Outcome } from './case.ts';

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  /** Without what differs from one moment to the next. */
  readonly headers: string;
  readonly text: string;
}

const FLEETING: readonly string[] = ['date', 'keep-alive', 'connection'];

export interface Asking {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly payload?: object | string;
}

export async function ask(
  app: FastifyInstance,
  { method, url, headers, query, payload }: Asking,
): Promise<Answer> {
  const answer = await app.inject({
    method: method as 'GET',
    url,
    headers: { [CONTRACT_HEADER]: String(CONTRACT_VERSION), ...headers },
    ...(query === undefined ? {} : { query: query as Record<string, string> }),
    ...(payload === undefined ? {} : { payload }),
  });
  const kept = Object.entries(answer.headers).filter(([name]) => !FLEETING.includes(name));
  return { status: answer.statusCode, headers: JSON.stringify(kept), text: answer.payload };
}

/** One call of the door by its method, or by HEAD. */
export function askDoor(
  app: FastifyInstance,
  name: CentralCall,
  input: object,
  headers: Readonly<Record<string, string>>,
  method: string = CENTRAL_DOOR[name].method,
): Promise<Answer> {
  const { path: url, method: own } = CENTRAL_DOOR[name];
  return ask(app, { method, url, headers, ...(own === 'GET' ? { query: input } : { payload: input }) });
}

/** What an answer says about the call. */
export function outcomeOf({ status, text }: Answer, read: AccessCase['read']): Outcome {
  const body: unknown = text === '' ? {} : JSON.parse(text);
  if (status === 200) return read?.(body) ?? 'done';
  const code = (body as { readonly failure?: { readonly code?: FailureCode } }).failure?.code;
  return code ?? 'UNEXPECTED';
}

/** The ids of an input replaced in an answer, which may repeat them. */
export function withoutIds(answer: Answer, input: object): string {
  const ids = JSON.stringify(input).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
  return ids.reduce(
    (text, id) => text.replaceAll(id, '*'),
    `${answer.status} ${answer.headers} ${answer.text}`,
  );
}
