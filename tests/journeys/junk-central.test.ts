import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CentralRow } from '../../shared/contract/central-row.ts';
import { CENTRAL_DOOR, type CentralCall, type OperationResult } from '../../shared/contract/central.ts';
import { CONTRACT_HEADER } from '../../shared/contract/version.ts';
import { hashedPart, Operation } from '../../shared/domain/case/operation.ts';
import { canonicalJson } from '../../shared/domain/canonical/canonical-json.ts';
import { Failure } from '../../shared/failure.ts';
import { sha256 } from '../../main/core/cases/make-operation.ts';
import { anyJunk } from '../helpers/arbitraries.ts';
import { nextId } from '../helpers/case-builders.ts';
import type { CentralClient } from '../helpers/central-client.ts';
import { fitting, spoiled } from '../helpers/journey-schema.ts';
import { openSweptCentral, readReply, type SweptCentral } from '../helpers/journey-swept-central.ts';
import { sweepSuite } from '../suites/door.ts';

sweepSuite('central over HTTP, nobody signed in', CENTRAL_DOOR, () => openSweptCentral(false), {
  insteadOfInvalid: ['SIGNED_OUT'],
  runs: 40,
});

/** Calls that are not for the 主通 are refused to it before their body is read. */
const isForPrimary = ({ access, roles }: CentralRow): boolean =>
  access === 'public' || roles === 'any' || roles.includes('PRIMARY');

sweepSuite('central over HTTP, signed in', CENTRAL_DOOR, () => openSweptCentral(true), {
  runs: 60,
  refusedCalls: (call) => (isForPrimary(CENTRAL_DOOR[call as CentralCall]) ? [] : ['FORBIDDEN']),
});

const AGENCY_DOOR = Object.fromEntries(Object.entries(CENTRAL_DOOR).filter(([, row]) => !isForPrimary(row)));

sweepSuite('central over HTTP, 國教署 signed in', AGENCY_DOOR, () => openSweptCentral(true, 'admin'), {
  runs: 60,
});

const ROWS = Object.entries(CENTRAL_DOOR) as [CentralCall, (typeof CENTRAL_DOOR)[CentralCall]][];

/** Bodies that no client of ours writes. */
const BODIES: readonly (readonly [string, string | Buffer])[] = [
  ['no JSON', 'account=admin&password=1'],
  ['half of a JSON', '{"account":"x'],
  ['two of them', '{}{}'],
  ['the same key twice', '{"regime":"compulsory","regime":"senior-high","after":0,"after":1}'],
  ['__proto__', '{"__proto__":{"session":{"accountId":"x"}}}'],
  ['a constructor', '{"constructor":{"prototype":{"ok":true}}}'],
  ['a number beyond the finite ones', '{"after":1e400,"limit":-1e400}'],
  ['ten thousand levels', `${'{"a":['.repeat(5000)}1${']}'.repeat(5000)}`],
  ['nothing but brackets', '['.repeat(400_000)],
  ['a body over its limit', `{"account":"${'x'.repeat(1_100_000)}"}`],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['NUL', '{"account":"\\u0000","password":"\\u0000","regime":"\\u0000"}'],
  ['half a surrogate pair', '{"account":"\\ud800","refreshToken":"\\udfff"}'],
  ['a BOM', '\uFEFF{}'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"{}"'],
];

const HEADERS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['another type', { 'content-type': 'text/plain' }],
  ['a form', { 'content-type': 'multipart/form-data; boundary=x' }],
  ['a type that is none', { 'content-type': '///;;;' }],
  ['a token that is none', { authorization: 'Bearer ../../etc/passwd' }],
  ['a token of another kind', { authorization: 'Basic YWRtaW46YWRtaW4=' }],
  ['a token too long', { authorization: `Bearer ${'a'.repeat(4000)}` }],
  ['a contract of tomorrow', { [CONTRACT_HEADER]: '999' }],
  ['a contract that is none', { [CONTRACT_HEADER]: '__proto__' }],
  ['an encoding it does not read', { 'content-encoding': 'gzip' }],
  ['a forged sender', { 'x-forwarded-for': "'; drop table accounts; --" }],
];

describe.each([false, true])('central, raw, signed in: %s', (signedIn) => {
  let swept: SweptCentral;
  const token = () => swept.client()?.tokens.accessToken;
  beforeAll(async () => {
    swept = await openSweptCentral(signedIn);
  });
  afterAll(() => swept.close());

  test.each(BODIES)(
    '[security 7.16] [security 7.37] %s to every route: a 4xx with its code',
    async (_, body) => {
      for (const [name, row] of ROWS) {
        const { method, path, access } = row;
        if (method === 'GET') continue;
        const result = readReply(await swept.line.send({ method, path, body, token: token() }));
        const refused =
          access === 'session' && !signedIn ? ['SIGNED_OUT'] : ['INVALID_INPUT', 'PAYLOAD_TOO_LARGE'];
        if (signedIn && !isForPrimary(row)) refused.push('FORBIDDEN');
        // An NUL or a half pair may stand in a token that simply is not known.
        if (name === 'session.refresh') refused.push('SIGNED_OUT');
        expect(refused, name).toContain(result.ok ? 'ok' : result.failure.code);
      }
      await swept.checkHealth();
    },
  );

  test.each(HEADERS)('[security 7.37] %s to every route: an answer of its own shape', async (_, headers) => {
    for (const [, { method, path }] of ROWS) {
      const reply = await swept.line.send({ method, path, body: '{"extra":1}', headers, token: token() });
      expect(readReply(reply).ok).toBe(method === 'GET' && reply.status === 200);
    }
    await swept.checkHealth();
  });

  test('[security 7.49] junk in addresses and queries: a 4xx with its code', async () => {
    const queries = [
      'after=-1',
      'after=1e400',
      'after=abc',
      'after=0&limit=0',
      'after=0&after=1',
      'after=0&x=1',
    ];
    const addresses = [
      ...queries.map((query) => `/v1/changes?${query}`),
      '/v1/changes?after=99999999999999999999',
      '/v1/%00',
      '/v1/%ff%fe',
      '/v1/../../etc/passwd',
      '//v1/changes',
      `/${'x'.repeat(7000)}`,
      '/openapi.json/../v1',
      '/__proto__',
    ];
    for (const path of addresses) {
      const result = readReply(await swept.line.send({ method: 'GET', path, token: token() }));
      expect(['INVALID_INPUT', 'NOT_FOUND', 'SIGNED_OUT'], path).toContain(
        result.ok ? 'ok' : result.failure.code,
      );
    }
    for (const [, { path }] of ROWS)
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
        expect(readReply(await swept.line.send({ method, path, token: token() })).ok).toBe(false);
    await swept.checkHealth();
  });
});

/** JSON that JSON.parse takes without a word. */
const SILENT: readonly (readonly [string, string])[] = [
  ['the same key twice', '{"a":1,"a":2}'],
  ['the same key twice, once escaped', '{"a":1,"\\u0061":2}'],
  ['__proto__', '{"b":[{"__proto__":{"a":1}}]}'],
  ['a constructor', '{"constructor":{"prototype":{}}}'],
  ['a number beyond the finite ones', '[-1e400]'],
  ['seventy levels', `${'['.repeat(70)}${']'.repeat(70)}`],
];

test.each(SILENT)('[security 7.37] %s in the one free place of the door: 400, not read', async (_, junk) => {
  const swept = await openSweptCentral(true);
  try {
    const { method, path } = CENTRAL_DOOR['operation.submit'];
    const token = swept.client()?.tokens.accessToken;
    const send = async (body: string) => readReply(await swept.line.send({ method, path, body, token }));
    expect(await send(`{"operations":[${junk}]}`)).toMatchObject({ failure: { code: 'INVALID_INPUT' } });
    expect(await send('{"operations":[{"a":[1]}]}')).toMatchObject({ ok: true });
  } finally {
    await swept.close();
  }
});

/** The operation in the name of the account, with the hash that it should have, so that it goes far. */
function signedBy(client: CentralClient, raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  const own = { ...raw, actor: client.actor, deviceId: client.deviceId, opId: nextId(), schemaVersion: 1 };
  try {
    return { ...own, payloadSha256: sha256(canonicalJson(hashedPart(own as unknown as Operation))) };
  } catch {
    return own;
  }
}

test('[security 7.38] [security 7.39] [I4] junk for operations: each has its fate, none is a fault, the log stays whole', async () => {
  const swept = await openSweptCentral(true);
  try {
    const client = swept.client();
    if (client === undefined) throw new Error('nobody is signed in');
    const shaped = fitting(Operation, swept.known);
    const good = fc
      .constantFrom('submit', 'sendTracking', 'report', 'deleteTracking')
      .map((kind) => client.operation(kind, { caseId: swept.known.ids[0] ?? '', baseRevision: 1 }));
    const any = fc.array(fc.oneof(anyJunk, shaped, spoiled(shaped), good, spoiled(good)), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(any, async (raws) => {
        const operations = raws.map((raw) => signedBy(client, raw));
        if (swept.asSent('operation.submit', { operations }) === undefined) return;
        const result = await swept.answer('operation.submit', { operations });
        if (!result.ok) expect(result.failure.code).toBe('INVALID_INPUT');
        const { results } = (result.ok ? result.value : { results: [] }) as { results: OperationResult[] };
        expect(results).toHaveLength(result.ok ? operations.length : 0);
        for (const one of results) {
          if (one.status === 'committed') continue;
          expect(Failure.safeParse(one.failure).success).toBe(true);
          expect(one.failure.code).not.toBe('UNEXPECTED');
        }
      }),
      { numRuns: 200, seed: 39 },
    );
    await swept.checkHealth();
    expect((await client.changes()).length).toBeGreaterThan(0);
  } finally {
    await swept.close();
  }
});
