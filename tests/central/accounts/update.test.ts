import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountUpdate } from '../../../shared/contract/account-shapes.ts';
import {
  approve,
  codeOf,
  findLiveLink,
  getAccount,
  mailsTo,
  moveTo,
  registered,
  schoolIdOf,
} from '../../helpers/account-builders.ts';
import { auditOf, change, openAccount, picture, statusesOf, updateOf } from '../../helpers/account-desk.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { trySignIn, type CentralClient } from '../../helpers/central-client.ts';

let central: TestCentral;
let primary: CentralClient;
beforeEach(async () => {
  central = await startCentral();
  primary = await central.signIn('xr-primary');
});
afterEach(() => central.close());

/** Mails of one moment have no order. */
const later = () => void (central.clock.now += 1000);

const stateOf = async (account: string) => {
  const { status, verified, awaits } = await getAccount(central, account);
  return { status, verified, awaits };
};

describe('[scenario 26] contact and 帳號類別 of staff', () => {
  test('主通 changes e-mail, phone and roles; they are stored in their form and written down by name', async () => {
    const answer = await change(central, primary, 'xr-teacher1', {
      email: ' ＮＥＷ@xuelu.example ',
      phone: '0912 345 678',
      roles: ['COUNSELOR', 'HOMEROOM'],
    });
    expect(answer.body).toMatchObject({
      email: 'NEW@xuelu.example',
      phone: '0912-345-678',
      roles: ['HOMEROOM', 'COUNSELOR'],
      revision: 2,
      state: 'active',
    });
    const { id } = await getAccount(central, 'xr-teacher1');
    expect((await auditOf(central, id)).at(-1)).toMatchObject({
      action: 'account.update',
      account_id: primary.account.accountId,
      school_id: schoolIdOf('xr'),
      fields: ['email', 'phone', 'roles'],
      outcome: 'ok',
    });
    expect(await mailsTo(central, id), 'nothing to follow, no mail').toEqual([]);
  });

  test('[scenario 28] roles hold at the next request of a running session', async () => {
    const teacher = await central.signIn('xr-counselor');
    await change(central, primary, 'xr-counselor', { roles: ['HEAD'] });
    const profile = await teacher.ask('session.refresh', { refreshToken: teacher.tokens.refreshToken });
    expect(profile.body.account.roles).toEqual(['HEAD']);
  });

  test('[A:1255] the teacher himself changes nothing', async () => {
    const teacher = await central.signIn('xr-teacher1');
    const update = updateOf(await openAccount(central, primary, 'xr-teacher1'), { phone: '0912-000-111' });
    expect(codeOf(await teacher.ask('account.update', update))).toBe('FORBIDDEN');
  });

  test('what is wrong in a field is told with its path, what stays is not judged', async () => {
    const answer = await change(central, primary, 'xr-teacher1', {
      email: 'a@b\r\nBcc: c@d.tw',
      phone: 'abc',
      roles: [],
    });
    expect(answer.body.failure).toMatchObject({
      code: 'FORM_INVALID',
      fields: [
        { path: 'email', code: 'textForbidden' },
        { path: 'phone', code: 'phonePart' },
        { path: 'roles', code: 'required' },
      ],
    });
    await central.context.db
      .updateTable('accounts')
      .set({ email: '', phone: 'unknown' })
      .where('account', '=', 'xr-teacher2')
      .execute();
    const disabled = await change(central, primary, 'xr-teacher2', { status: 'disable' });
    expect(disabled.body, 'an account from before these rules').toMatchObject({ state: 'disabled' });
    const enabled = await change(central, primary, 'xr-teacher2', { status: 'enable' });
    expect(enabled.body.failure, 'without an address nobody could follow the link').toMatchObject({
      code: 'FORM_INVALID',
      fields: [{ path: 'email', code: 'required' }],
    });
  });

  test('a post that the school has not is refused', async () => {
    const answer = await change(central, primary, 'xr-teacher1', { roles: ['B_GUIDANCE'] });
    expect(answer.body.failure).toMatchObject({ fields: [{ path: 'roles', code: 'rolesOfSchool' }] });
  });
});

describe('[security 7.28] [A:1253] what nobody may change here', () => {
  const refusals: readonly [string, string, Partial<AccountUpdate>, object][] = [
    ['xr-primary', 'xr-teacher1', { name: '別人' }, { reason: 'accountField', field: 'name' }],
    ['xr-primary', 'xr-teacher1', { account: 'other-name' }, { reason: 'accountField', field: 'account' }],
    ['xr-primary', 'xr-teacher1', { roles: ['PRIMARY'] }, { reason: 'roleByRequest', field: 'roles' }],
    ['xr-primary', 'xr-primary', { status: 'disable' }, { reason: 'ownAccount' }],
    ['xr-primary', 'xr-primary', { roles: ['HEAD'] }, { reason: 'ownAccount' }],
    ['xr-primary', 'xr-primary', { phone: '0912-000-111' }, { reason: 'accountField', field: 'phone' }],
    ['admin', 'admin', { status: 'disable' }, { reason: 'ownAccount' }],
    ['admin', 'xr-primary', { roles: ['HEAD'] }, { reason: 'roleByRequest', field: 'roles' }],
    ['admin', 'xr-teacher1', { roles: ['PRIMARY'] }, { reason: 'roleByRequest', field: 'roles' }],
  ];
  test.each(refusals)('%s upon %s: %j', async (who, account, changes, detail) => {
    const keeper = await central.signIn(who);
    const update = updateOf(await openAccount(central, keeper, account), changes);
    const before = await picture(central);
    const answer = await keeper.ask('account.update', update);
    expect(answer.status).toBe(409);
    expect(answer.body.failure).toMatchObject({ code: 'NOT_ALLOWED', detail });
    expect(await picture(central)).toBe(before);
  });

  test('an officer takes no staff role and a teacher none of an officer', async () => {
    const admin = await central.signIn('admin');
    const officer = await change(central, admin, 'bureau', { roles: ['HEAD'] });
    expect(officer.body.failure?.code).toBe('FORM_INVALID');
    const teacher = await change(central, admin, 'xr-teacher1', { roles: ['ADMIN'] });
    expect(teacher.body.failure?.code).toBe('FORM_INVALID');
  });

  test('管理者 changes 帳號 and 姓名, of 主通 and officers too; a taken name is refused', async () => {
    const admin = await central.signIn('admin');
    const answer = await change(central, admin, 'xr-primary', { name: '新主通', account: 'XR-Main' });
    expect(answer.body).toMatchObject({ name: '新主通', account: 'XR-Main' });
    expect(codeOf(await change(central, admin, 'bureau', { account: 'xr-TEACHER1' }))).toBe('ACCOUNT_TAKEN');
    expect((await change(central, admin, 'bureau', { phone: '05-5550701#9' })).body).toMatchObject({
      phone: '05-5550701#9',
    });
  });

  test.each([
    ['another school', 'qh-teacher1'],
    ['the agency', 'admin'],
    ['the 主通 of another school', 'qh-primary'],
  ])('[security §1] %s answers like an unknown account', async (_, account) => {
    const admin = await central.signIn('admin');
    const detail = await openAccount(central, admin, account);
    const unknown = await primary.ask('account.update', {
      ...updateOf(detail),
      accountId: '00000000-0000-4000-8000-000000000000',
      status: 'disable',
    });
    const before = await picture(central);
    const foreign = await primary.ask('account.update', updateOf(detail, { status: 'disable' }));
    expect(foreign.text).toBe(unknown.text);
    expect(codeOf(foreign)).toBe('NOT_FOUND');
    expect((await primary.ask('account.get', { accountId: detail.accountId })).text).toBe(unknown.text);
    expect(await picture(central)).toBe(before);
  });

  test('[AC7] 待審核 is decided by its request, not here', async () => {
    const { account } = await registered(central);
    for (const status of ['enable', 'disable'] as const) {
      const answer = await change(central, primary, account, { status });
      expect(answer.body.failure).toMatchObject({ code: 'NOT_ALLOWED', detail: { reason: 'undecided' } });
    }
    const detail = await openAccount(central, primary, account);
    expect(Object.values(detail.may)).toEqual(Array.from({ length: 7 }, () => false));
  });
});

describe('[scenario 10] 停用', () => {
  test('the session ends, no 登入, a mail, a line of the audit', async () => {
    const teacher = await central.signIn('xr-teacher1');
    const answer = await change(central, primary, 'xr-teacher1', { status: 'disable' });
    expect(answer.body).toMatchObject({ state: 'disabled', may: { disable: false, enable: true } });
    expect(codeOf(await teacher.ask('change.list', { after: 0, limit: 1 }))).toBe('SIGNED_OUT');
    expect(codeOf(await trySignIn(central, 'xr-teacher1'))).toBe('ACCOUNT_DISABLED');
    const { id } = await getAccount(central, 'xr-teacher1');
    expect(await mailsTo(central, id)).toMatchObject([{ template: 'disabled', link_id: null }]);
    expect((await auditOf(central, id)).at(-2)).toMatchObject({
      action: 'account.disable',
      fields: ['status'],
    });
  });

  test('[AC10] a link of before opens nothing any more', async () => {
    await moveTo(central, 'xr-teacher1', 'forget');
    await change(central, primary, 'xr-teacher1', { email: 'new@xuelu.example' });
    await change(central, primary, 'xr-teacher1', { status: 'disable' });
    const { id } = await getAccount(central, 'xr-teacher1');
    expect(await findLiveLink(central, id)).toBeUndefined();
  });
});

describe('[scenario 11] 啟用', () => {
  test('正常／未認證 with a link to verify; no 登入 before', async () => {
    await change(central, primary, 'xr-teacher1', { status: 'disable' });
    later();
    const answer = await change(central, primary, 'xr-teacher1', { status: 'enable' });
    expect(answer.body.state).toBe('reenabled');
    expect(await stateOf('xr-teacher1')).toEqual({ status: 'normal', verified: false, awaits: 'verify' });
    const { id } = await getAccount(central, 'xr-teacher1');
    const link = await findLiveLink(central, id);
    expect(link?.purpose).toBe('verify');
    expect((await mailsTo(central, id)).at(-1)).toMatchObject({ template: 'enabled', link_id: link?.id });
    expect((await trySignIn(central, 'xr-teacher1')).status).not.toBe(200);
  });

  test('[AC8] who never had a password gets the link to set one', async () => {
    const { requestId, account } = await registered(central);
    await approve(primary, requestId);
    await change(central, primary, account, { status: 'disable' });
    later();
    expect((await change(central, primary, account, { status: 'enable' })).body.state).toBe('invited');
    const { id } = await getAccount(central, account);
    expect((await findLiveLink(central, id))?.purpose).toBe('setPassword');
    expect((await mailsTo(central, id)).at(-1)?.template).toBe('approved');
  });

  test('[scenario 1] a second 主通 of a school is refused', async () => {
    const admin = await central.signIn('admin');
    await change(central, admin, 'xr-primary', { status: 'disable' });
    await central.context.db
      .updateTable('accounts')
      .set({ roles: ['PRIMARY'] })
      .where('account', '=', 'xr-head')
      .execute();
    const update = updateOf(await openAccount(central, admin, 'xr-primary'), { status: 'enable' });
    const before = await picture(central);
    expect(codeOf(await admin.ask('account.update', update))).toBe('PRIMARY_EXISTS');
    expect(await picture(central)).toBe(before);
  });
});

describe('a new address while a link is live', () => {
  test('the old link is void, the mail goes to the new address', async () => {
    const { requestId, account } = await registered(central);
    await approve(primary, requestId);
    const { id } = await getAccount(central, account);
    const old = await findLiveLink(central, id);
    later();
    await change(central, primary, account, { email: 'right@xuelu.example' });
    const link = await findLiveLink(central, id);
    expect(link).toMatchObject({ purpose: 'setPassword' });
    expect(link?.id).not.toBe(old?.id);
    expect((await mailsTo(central, id)).at(-1)).toMatchObject({
      to_address: 'right@xuelu.example',
      template: 'approved',
      link_id: link?.id,
    });
  });
});

describe('two at once', () => {
  test('[security 7.20] a second click is answered alike and does nothing', async () => {
    const update = updateOf(await openAccount(central, primary, 'xr-teacher1'), {
      status: 'disable',
      phone: '0912-345-678',
    });
    const [one, two] = await Promise.all([
      primary.ask('account.update', update),
      primary.ask('account.update', update),
    ]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(one.body).toEqual(two.body);
    const { id } = await getAccount(central, 'xr-teacher1');
    expect(await mailsTo(central, id)).toHaveLength(1);
    const acts = (await auditOf(central, id)).filter(({ action }) => action === 'account.disable');
    expect(acts).toHaveLength(1);
  });

  test('of two different updates of one revision the second is told, and nothing of it is stored', async () => {
    const admin = await central.signIn('admin');
    const detail = await openAccount(central, admin, 'xr-teacher1');
    const answers = await Promise.all([
      admin.ask('account.update', updateOf(detail, { phone: '0912-111-111' })),
      primary.ask('account.update', updateOf(detail, { phone: '0912-222-222' })),
    ]);
    expect(statusesOf(answers)).toEqual([200, 409]);
    const won = answers.find(({ status }) => status === 200)?.body.phone;
    expect(answers.map((answer) => codeOf(answer)).filter(Boolean)).toEqual(['CONFLICT']);
    expect((await getAccount(central, 'xr-teacher1')).phone).toBe(won);
  });

  test('two administrators who disable each other: one remains', async () => {
    await central.context.db
      .updateTable('accounts')
      .set({ roles: ['ADMIN'], county: null })
      .where('account', '=', 'bureau')
      .execute();
    const admin = await central.signIn('admin');
    const other = await central.signIn('bureau');
    const upon = await openAccount(central, admin, 'bureau');
    const back = await openAccount(central, other, 'admin');
    const answers = await Promise.all([
      admin.ask('account.update', updateOf(upon, { status: 'disable' })),
      other.ask('account.update', updateOf(back, { status: 'disable' })),
    ]);
    expect(statusesOf(answers)).toEqual([200, 401]);
    const left = await central.context.db
      .selectFrom('accounts')
      .select('account')
      .where(sql<boolean>`'ADMIN' = any (roles)`)
      .where('status', '=', 'normal')
      .execute();
    expect(left).toHaveLength(1);
  });

  test('a 主通 who is disabled while he disables somebody: whoever was first counts, never half', async () => {
    const admin = await central.signIn('admin');
    const upon = await openAccount(central, admin, 'xr-primary');
    const teacher = await openAccount(central, primary, 'xr-teacher1');
    const [first, second] = await Promise.all([
      admin.ask('account.update', updateOf(upon, { status: 'disable' })),
      primary.ask('account.update', updateOf(teacher, { status: 'disable' })),
    ]);
    expect(first.status).toBe(200);
    expect((await getAccount(central, 'xr-primary')).status).toBe('disabled');
    expect((await getAccount(central, 'xr-teacher1')).status).toBe(
      second.status === 200 ? 'disabled' : 'normal',
    );
  });

  test('approval against disabling: no order leaves an account that is neither', async () => {
    const { requestId, account } = await registered(central);
    const detail = await openAccount(central, primary, account);
    const admin = await central.signIn('admin');
    await Promise.all([
      approve(primary, requestId),
      admin.ask('account.update', updateOf(detail, { status: 'disable' })),
    ]);
    expect(
      await stateOf(account),
      'before the approval it cannot be disabled, after it the revision is another',
    ).toEqual({ status: 'normal', verified: false, awaits: 'setPassword' });
    expect(central.faults).toEqual([]);
  });
});
