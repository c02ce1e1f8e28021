import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { createCentralClient } from '../../../../main/core/api/central-client.ts';
import { CONTRACT_VERSION } from '../../../../shared/contract/version.ts';

type Serve = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A real HTTP server that answers as the test says. */
async function serving(serve: Serve) {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => serve(request, response, body));
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return createCentralClient(`http://127.0.0.1:${port}`, null, () => 0);
}

const json = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

const health = {
  service: 'xuelu-central',
  status: 'ok',
  contractVersion: 1,
  epoch: 'e',
  now: '2026-11-21T02:30:00.000Z',
};
const failed = (code: string, detail?: object) => ({
  ok: false,
  failure: { code, ...(detail ? { detail } : {}) },
});

describe('what is sent', () => {
  test('method, path, version, token and body come from the table', async () => {
    const seen: unknown[] = [];
    const client = await serving((request, response, body) => {
      const { 'x-contract-version': version, authorization } = request.headers;
      seen.push([request.method, request.url, version, authorization, body]);
      json(response, { student: null, elsewhere: true, adult: false, openCase: null });
    });
    const input = { regime: 'senior-high' as const, identityNumber: 'A123456789' };
    const answer = await client.call('student.lookup', input, { accessToken: 'abc' });
    expect(answer).toMatchObject({ ok: true, value: { elsewhere: true } });
    expect(seen).toEqual([
      ['POST', '/v1/students/lookup', String(CONTRACT_VERSION), 'Bearer abc', JSON.stringify(input)],
    ]);
  });

  test('a GET carries its input in the address, and no token where there is none', async () => {
    const seen: unknown[] = [];
    const client = await serving((request, response, body) => {
      seen.push([request.method, request.url, request.headers.authorization, body]);
      json(response, { epoch: 'e', scope: 's', changes: [], cursor: 7, more: false });
    });
    expect(await client.call('change.list', { after: 7, limit: 500 })).toMatchObject({ ok: true });
    expect(seen).toEqual([['GET', '/v1/changes?after=7&limit=500', undefined, '']]);
  });
});

test('two scans as large as the contract lets through arrive; other calls carry less', async () => {
  let length = 0;
  const client = await serving((_, response, body) => {
    length = body.length;
    json(response, { failure: { code: 'REQUEST_PENDING' } }, 409);
  });
  const requestId = '01890000-0000-7000-8000-0000000000a1';
  const scan = { kind: 'transferForm', name: 'a.pdf', contentBase64: 'A'.repeat(14_100_000) } as const;
  const asked = { requestId, successorId: null, files: [scan, scan] };
  expect(await client.call('roleChange.create', asked)).toEqual(failed('REQUEST_PENDING'));
  expect(length).toBe(JSON.stringify(asked).length);
  const operations = [scan, scan];
  expect((await client.call('operation.submit', { operations })).ok).toBe(false);
  expect(length).toBe(JSON.stringify(asked).length);
});

describe('[SY7] [security 7.36] what the network does', () => {
  test('nobody there is OFFLINE', async () => {
    const client = await serving(() => undefined);
    servers.splice(0).forEach((server) => server.close());
    expect(await client.call('health.get', {})).toEqual(failed('OFFLINE'));
  });

  test('somebody who never answers is OFFLINE after the limit', async () => {
    const client = await serving(() => undefined);
    expect(await client.call('health.get', {}, { limit: 50 })).toEqual(failed('OFFLINE'));
  });

  test('a redirect to a log-in page is not followed', async () => {
    const client = await serving((request, response) => {
      if (request.url === '/healthz') response.writeHead(302, { location: '/login' }).end();
      else json(response, health);
    });
    expect(await client.call('health.get', {})).toEqual(failed('INTERCEPTED'));
  });

  test('a gzip bomb ends at twenty mebibytes', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
    const client = await serving((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(await client.call('health.get', {})).toEqual(failed('INTERCEPTED'));
  });

  test('what is packed honestly is read, and what is packed badly is not', async () => {
    let body = gzipSync(JSON.stringify(health));
    const client = await serving((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(body);
    });
    expect(await client.call('health.get', {})).toMatchObject({ ok: true });
    body = Buffer.from('not packed at all');
    expect(await client.call('health.get', {})).toEqual(failed('INTERCEPTED'));
  });

  test('a connection that is cut in the middle of an answer decides nothing', async () => {
    const client = await serving((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
      response.write('{"service":', () => response.destroy());
    });
    const answer = await client.call('health.get', {});
    expect(['OFFLINE', 'INTERCEPTED']).toContain(answer.ok ? 'ok' : answer.failure.code);
  });

  test('a line that speaks no HTTP is INTERCEPTED', async () => {
    const client = await serving((request) => request.socket.end('220 mail.example ESMTP\r\n'));
    expect(await client.call('health.get', {})).toEqual(failed('INTERCEPTED'));
  });

  test('a server with another certificate than the system knows is refused, and told apart', async () => {
    const untrusted = Object.assign(new Error('x'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    const client = createCentralClient(
      'https://central.example',
      () => Promise.reject(untrusted),
      () => 0,
    );
    expect(await client.call('health.get', {})).toEqual(failed('INTERCEPTED', { reason: 'certificate' }));
  });
});

test('[SY15] an aborted client answers at once, also to later calls', async () => {
  const client = await serving(() => undefined);
  const waiting = client.call('health.get', {});
  client.abort();
  expect(await waiting).toEqual(failed('OFFLINE'));
  expect(await client.call('health.get', {})).toEqual(failed('OFFLINE'));
});
