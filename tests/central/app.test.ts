import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CENTRAL_DOOR } from '../../shared/contract/central.ts';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '../../shared/contract/version.ts';
import { openDatabase } from '../../central/store/open.ts';
import { startCentral, type TestCentral } from '../helpers/central.ts';
import { askCentral } from '../helpers/central-client.ts';

let central: TestCentral;
beforeAll(async () => {
  central = await startCentral({ listen: true });
});
afterAll(() => central.close());

const VERSION = { [CONTRACT_HEADER]: String(CONTRACT_VERSION) };

const post = (payload: string, headers: Record<string, string> = {}) =>
  central.app.inject({
    method: 'POST',
    url: '/v1/sessions/refresh',
    payload,
    headers: { 'content-type': 'application/json', ...VERSION, ...headers },
  });
const codeOf = (answer: { payload: string }) => JSON.parse(answer.payload).failure?.code;
const isHealthy = async () => (await askCentral(central.app, 'health.get', {})).status === 200;

describe('[I10] the contract version', () => {
  test.each([
    [String(CONTRACT_VERSION), 200],
    [String(CONTRACT_VERSION - 1), 200],
    [String(CONTRACT_VERSION + 1), 426],
    ['-1', 426],
    ['abc', 426],
  ])('%s is answered with %i', async (version, status) => {
    const answer = await askCentral(
      central.app,
      'captcha.create',
      {},
      { headers: { [CONTRACT_HEADER]: version } },
    );
    expect(answer.status).toBe(status);
    expect(answer.headers[CONTRACT_HEADER]).toBe(String(CONTRACT_VERSION));
    if (status === 426)
      expect(answer.body.failure).toEqual({
        code: 'SCHEMA_UNSUPPORTED',
        detail: { minimum: CONTRACT_VERSION - 1, current: CONTRACT_VERSION },
      });
  });

  test('is asked of everybody, except on the pages that people open by hand', async () => {
    const without = await central.app.inject({ method: 'POST', url: '/v1/captchas', payload: {} });
    expect(without.statusCode).toBe(426);
    for (const url of ['/healthz', '/openapi.json'])
      expect((await central.app.inject(url)).statusCode).toBe(200);
  });
});

describe('[security 7.37] bodies that are no JSON we take', () => {
  test.each([
    ['broken', '{"refreshToken":'],
    ['a key twice', '{"refreshToken":"a","refreshToken":"b"}'],
    ['a key twice, written differently', '{"refreshToken":"a","refreshToke\\u006e":"b"}'],
    ['a key twice, deep inside', '{"refreshToken":"a","x":[{"y":1,"y":2}]}'],
    ['__proto__', '{"__proto__":{"admin":true},"refreshToken":"a"}'],
    ['__proto__, escaped', '{"\\u005f_proto__":{"admin":true},"refreshToken":"a"}'],
    ['constructor', '{"constructor":{"prototype":{"admin":true}},"refreshToken":"a"}'],
    ['1e400', '{"refreshToken":1e400}'],
    ['depth 10,000', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['depth 100,000', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['no object', '"text"'],
    ['nothing', ''],
  ])('%s: 400, and the service stays healthy', async (_name, payload) => {
    const answer = await post(payload);
    expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'INVALID_INPUT']);
    expect(await isHealthy()).toBe(true);
  });

  test('over one mebibyte: 413', async () => {
    const answer = await post(JSON.stringify({ refreshToken: 'x'.repeat(1024 * 1024) }));
    expect([answer.statusCode, codeOf(answer)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  test('another media type, or a compressed body that is a bomb: 400', async () => {
    for (const headers of [{ 'content-type': 'text/plain' }, { 'content-type': 'application/xml' }]) {
      const answer = await post('{"refreshToken":"a"}', headers);
      expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'INVALID_INPUT']);
    }
    const packed = await post('\u001f\u008b not unpacked', { 'content-encoding': 'gzip' });
    expect(packed.statusCode).toBe(400);
  });

  test('bytes that are no HTTP get an answer of the same shape', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(central.url).port), '127.0.0.1', () =>
        socket.write('GARBAGE\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('end', () => resolve(text)).on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(codeOf({ payload: answer.split('\r\n\r\n')[1] ?? '' })).toBe('INVALID_INPUT');
    expect(await isHealthy()).toBe(true);
  });
});

describe('answers', () => {
  test('an address that nobody has, and a method that it does not have: 404 in the same shape', async () => {
    for (const [method, url] of [
      ['GET', '/'],
      ['GET', '/v1/nothing'],
      ['DELETE', '/v1/sessions'],
      ['GET', '/v1/operations'],
      ['POST', '/healthz'],
      ['GET', '/v1/../etc/passwd'],
    ] as const) {
      const answer = await central.app.inject({ method, url });
      expect([answer.statusCode, codeOf(answer)], url).toEqual([404, 'NOT_FOUND']);
    }
    const bad = await central.app.inject({ method: 'GET', url: '/v1/%E0%A4%A', headers: VERSION });
    expect([bad.statusCode, codeOf(bad)]).toEqual([400, 'INVALID_INPUT']);
  });

  test('carry the headers of a careful server', async () => {
    const { headers } = await central.app.inject({ url: '/healthz' });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-type': 'application/json; charset=utf-8',
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('the unexpected is told by a report id, without stack, SQL or values', async () => {
    const broken = await startCentral({
      over: {
        registerFor: () => ({ find: () => Promise.reject(new Error('select secret from students')) }),
      },
    });
    const client = await broken.signIn('xr-primary');
    const answer = await client.ask('student.lookup', {
      regime: 'senior-high',
      identityNumber: 'A123456789',
    });
    expect(answer.status).toBe(500);
    expect(answer.body.failure).toMatchObject({
      code: 'UNEXPECTED',
      detail: { reportId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    expect(answer.text).not.toMatch(/secret|select|at \w+/);
    expect(broken.faults).toEqual([new Error('select secret from students')]);
    await broken.close();
  });

  test('a database that is away is UNAVAILABLE, so that clients wait and try again', async () => {
    const nowhere = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
    const lonely = await startCentral({ over: { db: nowhere } });
    const answer = await lonely.app.inject('/healthz');
    expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'UNAVAILABLE']);
    expect(answer.payload).not.toContain('127.0.0.1');
    await nowhere.destroy();
    await lonely.close();
  });
});

describe('[security §6] limits', () => {
  test.each([
    ['perAddress', 'health.get'],
    ['signInPerAddress', 'captcha.create'],
    ['perAccount', 'change.list'],
  ] as const)('%s: 429 with Retry-After', async (limit, call) => {
    const small = await startCentral({ limits: { [limit]: 6 } });
    const client = await small.signIn('xr-primary');
    const input = call === 'change.list' ? { after: 0 } : {};
    const answers = [];
    for (let request = 0; request < 7; request += 1) answers.push(await client.ask(call, input));
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(last?.body.failure).toMatchObject({
      code: 'RATE_LIMITED',
      detail: { seconds: expect.any(Number) },
    });
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    expect(answers[0]?.status).toBe(200);
    await small.close();
  });
});

describe('/openapi.json', () => {
  test('lists every row of the door, from the same table', async () => {
    const { paths, openapi } = JSON.parse((await central.app.inject('/openapi.json')).payload);
    expect(openapi).toMatch(/^3\./);
    const listed = Object.entries<Record<string, { operationId: string; security?: object[] }>>(
      paths,
    ).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, security }]) => ({
        name: operationId,
        method: method.toUpperCase(),
        path,
        access: security === undefined ? 'public' : 'session',
      })),
    );
    const wanted = Object.entries(CENTRAL_DOOR).map(([name, { method, path, access }]) => ({
      name,
      method,
      path,
      access,
    }));
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
    expect(listed.toSorted(byName)).toEqual(wanted.toSorted(byName));
  });
});
