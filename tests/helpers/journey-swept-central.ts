import { expect } from 'vitest';
import { CENTRAL_DOOR, type CentralCall } from '../../shared/contract/central.ts';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '../../shared/contract/version.ts';
import { Failure, FAILURES, type Result } from '../../shared/failure.ts';
import type { SweptDoor } from '../suites/door.ts';
import { nextId } from './case-builders.ts';
import type { CentralClient } from './central-client.ts';
import { freshStudent } from './central-students.ts';
import { startCentral, type TestCentral } from './central.ts';
import { openRawLine, type RawLine, type RawReply, type RawRequest } from './journey-http.ts';

/** Every answer of central, of whatever it was asked, has one of two shapes; the failure, or the value. */
export function readReply({ status, headers, text }: RawReply): Result<unknown> {
  expect(status).toBeLessThan(500);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(headers[CONTRACT_HEADER]).toBe(String(CONTRACT_VERSION));
  const body: unknown = JSON.parse(text);
  if (status === 200) return { ok: true, value: body };
  const failure = Failure.parse((body as { failure: unknown }).failure);
  expect(FAILURES[failure.code].status).toBe(status);
  return { ok: false, failure };
}

const rowOf = (name: string) =>
  Object.hasOwn(CENTRAL_DOOR, name) ? CENTRAL_DOOR[name as CentralCall] : undefined;

/** A body as JSON; undefined for what JSON cannot say. */
function asJson(input: unknown): string | undefined {
  try {
    return input === undefined ? '' : JSON.stringify(input);
  } catch {
    return undefined;
  }
}

const asQuery = (input: unknown): string =>
  new URLSearchParams(
    Object.entries(typeof input === 'object' && input !== null ? input : {}).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : (asJson(value) ?? ''),
    ]),
  ).toString();

/** How an input of a call travels. */
function requestOf(name: string, input: unknown): RawRequest | undefined {
  const { method, path } = rowOf(name) ?? { method: 'GET', path: `/v1/${encodeURIComponent(name)}` };
  if (method === 'GET') return { method, path: `${path}?${asQuery(input)}` };
  const body = asJson(input);
  return body === undefined ? undefined : { method, path, body };
}

/** What central reads of it. */
function sentOf(name: string, input: unknown): { readonly input: unknown } | undefined {
  const made = requestOf(name, input);
  if (made === undefined) return undefined;
  if (made.method === 'GET')
    return { input: Object.fromEntries(new URLSearchParams(made.path.split('?')[1])) };
  return { input: made.body === '' ? {} : (JSON.parse(String(made.body)) as unknown) };
}

export interface SweptCentral extends SweptDoor {
  readonly central: TestCentral;
  readonly line: RawLine;
  /** Of the account that is signed in; undefined where nobody is. */
  readonly client: () => CentralClient | undefined;
}

/** The real service over its port, for a sweep with or without a session. */
export async function openSweptCentral(signedIn: boolean, account = 'xr-primary'): Promise<SweptCentral> {
  const central = await startCentral({ listen: true });
  const line = openRawLine(central.url);
  let client = signedIn ? await central.signIn(account) : undefined;
  const student = freshStudent('xr');
  const caseId = nextId();
  await client?.act('submit', { caseId, student });
  return {
    central,
    line,
    client: () => client,
    known: { ids: [caseId], texts: [student.identityNumber, student.name, 'xr-primary', 'Zhutong#25'] },
    answer: async (name, input) => {
      const made = requestOf(name, input);
      if (made === undefined) throw new RangeError('no such request can be written');
      return readReply(await line.send({ ...made, token: client?.tokens.accessToken }));
    },
    asSent: sentOf,
    restore: async () => {
      if (client === undefined) return;
      if ((await client.ask('change.list', { after: 0, limit: 1 })).status !== 200)
        client = await central.signIn(account);
    },
    checkHealth: async () => {
      expect(central.faults.splice(0)).toEqual([]);
      const health = await line.send({ method: 'GET', path: '/healthz' });
      expect(readReply(health)).toMatchObject({ ok: true, value: { status: 'ok' } });
    },
    close: async () => {
      line.close();
      await central.close();
    },
  };
}
