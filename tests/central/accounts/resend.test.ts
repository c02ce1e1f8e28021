import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RESENDS_PER_HOUR } from '../../../central/accounts/resend.ts';
import {
  approve,
  codeOf,
  findLiveLink,
  getAccount,
  mailsTo,
  registered,
} from '../../helpers/account-builders.ts';
import { change, openAccount, picture, statusesOf } from '../../helpers/account-desk.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';

let central: TestCentral;
let primary: CentralClient;
beforeEach(async () => {
  central = await startCentral();
  primary = await central.signIn('xr-primary');
});
afterEach(() => central.close());

const MINUTE_MS = 60_000;
const resend = (accountId: string, keeper = primary) => keeper.ask('account.resend', { accountId });

/** An account that has been approved and has no password yet. */
async function invited() {
  const { requestId, account } = await registered(central);
  await approve(primary, requestId);
  return (await getAccount(central, account)).id;
}

describe('the mail once more', () => {
  test('a new link, the older one void, the state as it was', async () => {
    const id = await invited();
    const old = await findLiveLink(central, id);
    central.clock.now += MINUTE_MS;
    const answer = await resend(id);
    expect(answer.body).toMatchObject({ state: 'invited', link: {}, may: { resend: true } });
    const link = await findLiveLink(central, id);
    expect(link?.id).not.toBe(old?.id);
    expect((await mailsTo(central, id)).at(-1)).toMatchObject({ template: 'approved', link_id: link?.id });
  });

  test('also for who was enabled again', async () => {
    await change(central, primary, 'xr-teacher1', { status: 'disable' });
    const enabled = await change(central, primary, 'xr-teacher1', { status: 'enable' });
    central.clock.now += MINUTE_MS;
    expect((await resend(enabled.body.accountId)).status).toBe(200);
    expect((await mailsTo(central, enabled.body.accountId)).at(-1)?.template).toBe('enabled');
  });

  test('three in an hour, the fourth says how long to wait and leaves everything as it was', async () => {
    const id = await invited();
    for (let sent = 0; sent < RESENDS_PER_HOUR; sent += 1) {
      expect((await resend(id)).status).toBe(200);
      central.clock.now += MINUTE_MS;
    }
    const before = await picture(central);
    const refused = await resend(id);
    expect(refused.status).toBe(429);
    expect(refused.body.failure).toEqual({ code: 'RATE_LIMITED', detail: { seconds: 57 * 60 } });
    expect(refused.headers['retry-after']).toBe(String(57 * 60));
    expect(await picture(central)).toBe(before);
    central.clock.now += 57 * MINUTE_MS;
    const again = await central.signIn('xr-primary');
    expect((await resend(id, again)).status).toBe(200);
    expect(codeOf(await resend(id, again)), 'the window moves on').toBe('RATE_LIMITED');
  });

  test('of four at once, three leave', async () => {
    const id = await invited();
    const answers = await Promise.all([resend(id), resend(id), resend(id), resend(id)]);
    expect(statusesOf(answers)).toEqual([200, 200, 200, 429]);
    expect(await mailsTo(central, id)).toHaveLength(4);
  });

  test.each(['xr-teacher1', 'xr-primary'])('%s waits for nothing', async (account) => {
    const { accountId } = await openAccount(central, primary, account);
    const answer = await resend(accountId);
    expect(answer.body.failure).toMatchObject({ code: 'NOT_ALLOWED', detail: { reason: 'accountState' } });
  });

  test('[security §1] an account of another school answers like an unknown one', async () => {
    const { id } = await getAccount(central, 'qh-teacher1');
    const foreign = await resend(id);
    expect(codeOf(foreign)).toBe('NOT_FOUND');
    expect(foreign.text).toBe((await resend('00000000-0000-4000-8000-000000000000')).text);
  });
});
