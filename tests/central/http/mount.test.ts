import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CENTRAL_DOOR, type CentralCall } from '../../../shared/contract/central.ts';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '../../../shared/contract/version.ts';
import { Failure, FAILURES } from '../../../shared/failure.ts';
import { anyJunk } from '../../helpers/arbitraries.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { askCentral } from '../../helpers/central-client.ts';

const CALLS = Object.keys(CENTRAL_DOOR) as CentralCall[];
let central: TestCentral;
let token = '';

beforeAll(async () => {
  central = await startCentral();
  token = (await central.signIn('xr-primary')).tokens.accessToken;
});
afterAll(() => central.close());

/** Junk as it can come over a wire: any text as body or query. */
const asText = (junk: unknown): string => {
  try {
    return (
      JSON.stringify(junk, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ??
      'undefined'
    );
  } catch {
    return '[object]';
  }
};

describe.each(CALLS)('%s', (name) => {
  const { method, path, access } = CENTRAL_DOOR[name];

  const send = (text: string, headers: Record<string, string>) =>
    central.app.inject({
      method,
      url:
        method === 'GET'
          ? `${path}?after=${encodeURIComponent(text.slice(0, 2000))}&limit=${encodeURIComponent(text.slice(0, 9))}`
          : path,
      ...(method === 'POST' ? { payload: text } : {}),
      headers: {
        [CONTRACT_HEADER]: String(CONTRACT_VERSION),
        'content-type': 'application/json',
        ...headers,
      },
    });

  test('[security 7.37] [security 7.38] junk gets a typed refusal and never harms the service', async () => {
    await fc.assert(
      fc.asyncProperty(anyJunk, async (junk) => {
        const { statusCode, payload } = await send(asText(junk), { authorization: `Bearer ${token}` });
        if (statusCode === 200) return;
        const { failure } = JSON.parse(payload);
        expect(Failure.safeParse(failure).success).toBe(true);
        expect(statusCode).toBe(FAILURES[failure.code as keyof typeof FAILURES].status);
        expect(statusCode, payload).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
    expect(central.faults).toEqual([]);
    expect((await askCentral(central.app, 'health.get', {})).status).toBe(200);
    // 登出 may have been among the calls.
    token = (await central.signIn('xr-primary')).tokens.accessToken;
  });

  test(`without a session: ${access}`, async () => {
    const answers = await Promise.all(
      [
        {},
        { authorization: 'Bearer x' },
        { authorization: `Bearer ${'a'.repeat(43)}` },
        { authorization: 'Basic eDp4' },
      ].map((headers) => send('{}', headers as Record<string, string>)),
    );
    for (const { statusCode, payload } of answers)
      if (access === 'session')
        expect([statusCode, payload]).toEqual([401, '{"failure":{"code":"SIGNED_OUT"}}']);
      else expect(statusCode).not.toBe(401);
  });
});

test.each(['-1', '1e9', '1.5', 'abc', '', '9'.repeat(30), 'NaN', 'Infinity'])(
  '[security 7.49] a page of %j is refused or empty',
  async (value) => {
    for (const query of [{ after: value }, { after: '0', limit: value }]) {
      const { status, body } = await askCentral(central.app, 'change.list', query, { token });
      if (status === 200) expect(body.changes).toEqual([]);
      else expect([status, body.failure?.code]).toEqual([400, 'INVALID_INPUT']);
    }
  },
);
