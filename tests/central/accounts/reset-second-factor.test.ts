import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf, getAccount, mailsTo } from '../../helpers/account-builders.ts';
import { auditOf, openAccount, picture } from '../../helpers/account-desk.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';

let central: TestCentral;
let admin: CentralClient;
beforeEach(async () => {
  central = await startCentral();
  admin = await central.signIn('admin');
});
afterEach(() => central.close());

const reset = async (account: string, keeper = admin) =>
  keeper.ask('account.resetSecondFactor', { accountId: (await getAccount(central, account)).id });

const switchOn = (account: string) =>
  central.context.db
    .updateTable('accounts')
    .set({ totp_secret: 'JBSWY3DPEHPK3PXP', totp_enabled: true, totp_last_step: 7 })
    .where('account', '=', account)
    .execute();

describe('[security §6] the second step of somebody who lost it', () => {
  test('is off: sessions and half-done sign-ins end, a mail tells the owner', async () => {
    const primary = await central.signIn('xr-primary');
    await switchOn('xr-primary');
    const { id } = await getAccount(central, 'xr-primary');
    const challenge = { id: randomUUID(), account_id: id, device_id: randomUUID(), device_name: 'x' };
    await central.context.db
      .insertInto('sign_in_challenges')
      .values({ ...challenge, expires_at: '2099-01-01T00:00:00.000Z' })
      .execute();
    const answer = await reset('xr-primary');
    expect(answer.body).toMatchObject({ secondFactor: false, may: { resetSecondFactor: false } });
    expect(await getAccount(central, 'xr-primary')).toMatchObject({
      totp_secret: null,
      totp_enabled: false,
      totp_last_step: null,
    });
    expect(codeOf(await primary.ask('change.list', { after: 0, limit: 1 }))).toBe('SIGNED_OUT');
    expect(await central.context.db.selectFrom('sign_in_challenges').selectAll().execute()).toEqual([]);
    expect(await mailsTo(central, id)).toMatchObject([{ template: 'secondFactorReset' }]);
    expect((await auditOf(central, id)).at(-1)).toMatchObject({
      action: 'account.resetSecondFactor',
      fields: ['secondFactor'],
    });
  });

  test('without one nothing happens', async () => {
    const before = await picture(central);
    const answer = await reset('qh-primary');
    expect(answer.body).toMatchObject({ account: 'qh-primary', secondFactor: false });
    expect(await picture(central)).toBe(before);
  });

  test('the own one is not switched off here: a stolen session could not, either', async () => {
    await switchOn('admin');
    expect((await openAccount(central, admin, 'admin')).may.resetSecondFactor).toBe(false);
    const answer = await reset('admin');
    expect(answer.body.failure).toMatchObject({ code: 'NOT_ALLOWED', detail: { reason: 'ownAccount' } });
    expect((await getAccount(central, 'admin')).totp_enabled).toBe(true);
  });

  test('主通 may not', async () => {
    const primary = await central.signIn('xr-primary');
    expect(codeOf(await reset('xr-teacher1', primary))).toBe('FORBIDDEN');
  });
});
