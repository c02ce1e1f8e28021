import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { askCentral } from '../../helpers/central-client.ts';

const MINUTE = 60_000;
let central: TestCentral;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.close());

const works = async (token: string) =>
  (await askCentral(central.app, 'change.list', { after: 0 }, { token })).status;
const refresh = (refreshToken: string) => askCentral(central.app, 'session.refresh', { refreshToken });

describe('tokens', () => {
  test('[security §6] an access token ends after ten minutes, a refresh gives a new pair', async () => {
    const { tokens } = await central.signIn('xr-primary');
    central.clock.now += 10 * MINUTE - 1;
    expect(await works(tokens.accessToken)).toBe(200);
    central.clock.now += 1;
    expect(await works(tokens.accessToken)).toBe(401);
    const next = await refresh(tokens.refreshToken);
    expect(next.status).toBe(200);
    expect(next.body.account.account).toBe('xr-primary');
    expect(await works(next.body.tokens.accessToken)).toBe(200);
  });

  test('[security §6] a refresh token is good once; its reuse ends the whole family', async () => {
    const { tokens } = await central.signIn('xr-primary');
    const second = (await refresh(tokens.refreshToken)).body.tokens;
    expect(await works(second.accessToken)).toBe(200);
    central.clock.now += MINUTE;
    expect((await refresh(tokens.refreshToken)).status, 'the thief, or the robbed').toBe(401);
    expect(await works(second.accessToken)).toBe(401);
    expect((await refresh(second.refreshToken)).status).toBe(401);
  });

  test('two refreshes at the same moment: one gets tokens, and the family is over', async () => {
    const { tokens } = await central.signIn('xr-primary');
    const both = await Promise.all([refresh(tokens.refreshToken), refresh(tokens.refreshToken)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
  });

  test('another session of the same account goes on', async () => {
    const one = await central.signIn('xr-primary');
    const two = await central.signIn('xr-primary');
    await refresh(one.tokens.refreshToken);
    await refresh(one.tokens.refreshToken);
    expect(await works(two.tokens.accessToken)).toBe(200);
  });

  test('one kind of token is not the other', async () => {
    const { tokens } = await central.signIn('xr-primary');
    expect(await works(tokens.refreshToken)).toBe(401);
    expect((await refresh(tokens.accessToken)).status).toBe(401);
  });

  test('the database holds no token that could be used', async () => {
    const { tokens } = await central.signIn('xr-primary');
    const rows = await central.context.db.selectFrom('session_tokens').select('hash').execute();
    expect(rows.length).toBeGreaterThan(1);
    for (const { hash } of rows) expect([tokens.accessToken, tokens.refreshToken]).not.toContain(hash);
  });
});

describe('sessions', () => {
  test('[security §6] end after thirty idle minutes', async () => {
    const { tokens } = await central.signIn('xr-primary');
    central.clock.now += 30 * MINUTE - 1;
    const kept = (await refresh(tokens.refreshToken)).body.tokens;
    central.clock.now += 30 * MINUTE;
    expect((await refresh(kept.refreshToken)).status).toBe(401);
  });

  test('[security §6] end after twelve hours, however busy', async () => {
    let { tokens } = await central.signIn('xr-primary');
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      central.clock.now += 20 * MINUTE;
      const next = await refresh(tokens.refreshToken);
      expect(next.status, `after ${minutes} minutes`).toBe(200);
      ({ tokens } = next.body);
    }
    central.clock.now += 20 * MINUTE;
    expect((await refresh(tokens.refreshToken)).status).toBe(401);
  });

  test('requests keep a session awake', async () => {
    const { tokens } = await central.signIn('xr-primary');
    central.clock.now += 9 * MINUTE;
    expect(await works(tokens.accessToken)).toBe(200);
    central.clock.now += 25 * MINUTE;
    expect((await refresh(tokens.refreshToken)).status).toBe(200);
  });

  test('登出 ends both tokens', async () => {
    const client = await central.signIn('xr-primary');
    expect((await client.ask('session.end', {})).status).toBe(200);
    expect(await works(client.tokens.accessToken)).toBe(401);
    expect((await refresh(client.tokens.refreshToken)).status).toBe(401);
  });
});
