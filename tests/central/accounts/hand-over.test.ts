import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DemoPrefix } from '../../../central/demo/demo-schools.ts';
import type { CentralClient } from '../../helpers/central-client.ts';
import {
  approve,
  aRegistration,
  askForPost,
  aStaffAccount,
  codeOf,
  findLiveLink,
  FIRST_PASSWORD,
  getAccount,
  mailsTo,
  moveTo,
  primariesOf,
  register,
  registered,
  schoolIdOf,
  sendBack,
  followMail,
} from '../../helpers/account-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import { trySignIn } from '../../helpers/central-client.ts';

let central: TestCentral;
let admin: CentralClient;
beforeAll(async () => {
  central = await startCentral();
  admin = await central.signIn('admin');
});
afterAll(() => central.close());

const statusOf = async (requestId: string) =>
  (
    await central.context.db
      .selectFrom('requests')
      .select('status')
      .where('id', '=', requestId)
      .executeTakeFirstOrThrow()
  ).status;

const asked = async (client: CentralClient, successorId: string | null): Promise<string> => {
  const answer = await askForPost(client, successorId);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.requestId;
};

const signInNew = (account: string) => central.signIn(account, { password: FIRST_PASSWORD });

describe('轉移帳號 [A:137–203]', () => {
  test('the whole way: until approval the old one works, then the new one after setting a password again', async () => {
    const successor = await aStaffAccount(central);
    const old = await central.signIn('xr-primary');
    const heir = await signInNew(successor);
    const { id } = await getAccount(central, successor);
    const requestId = await asked(old, id);
    expect((await old.ask('request.list', { status: null, kind: null, page: 1, size: 5 })).status).toBe(200);
    expect((await getAccount(central, successor)).roles).toEqual(['HOMEROOM']);

    central.clock.now += 60_000;
    const { status, body } = await approve(admin, requestId);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'approved',
      applicant: { roles: ['PRIMARY'], state: 'invited' },
      outgoing: { account: 'xr-primary', roles: ['HEAD'], state: 'disabled' },
    });
    expect(await primariesOf(central, schoolIdOf('xr'))).toEqual([successor]);
    expect(codeOf(await old.ask('roleChange.get', {})), 'the old session is over').toBe('SIGNED_OUT');
    expect(
      codeOf(await heir.ask('roleChange.get', {})),
      'the new one comes in again with a new password',
    ).toBe('SIGNED_OUT');
    expect((await trySignIn(central, successor, { password: FIRST_PASSWORD })).status).not.toBe(200);
    expect((await trySignIn(central, 'xr-primary')).status).not.toBe(200);

    const before = await getAccount(central, 'xr-primary');
    expect((await mailsTo(central, before.id)).at(-1)).toMatchObject({ template: 'demoted', link_id: null });
    const link = await findLiveLink(central, id);
    expect(link).toMatchObject({ purpose: 'setPassword' });
    expect((await mailsTo(central, id)).at(-1)).toMatchObject({ template: 'promoted', link_id: link?.id });

    await followMail(central, successor, 'Xinzhutong#88');
    const now = await central.signIn(successor, { password: 'Xinzhutong#88' });
    expect(now.account.roles).toEqual(['PRIMARY']);
    expect((await now.ask('request.list', { status: null, kind: null, page: 1, size: 5 })).status).toBe(200);
  });

  test('is written down for both', async () => {
    const lines = await central.context.db
      .selectFrom('audit_log')
      .select(['action', 'subject', 'school_id', 'account_id'])
      .where('action', 'in', ['account.demote', 'request.approve'])
      .orderBy('seq', 'desc')
      .limit(2)
      .execute();
    const demoted = await getAccount(central, 'xr-primary');
    expect(lines[1]).toEqual({
      action: 'account.demote',
      subject: demoted.id,
      school_id: schoolIdOf('xr'),
      account_id: admin.account.accountId,
    });
    expect(lines[0]).toMatchObject({ action: 'request.approve', school_id: schoolIdOf('xr') });
  });
});

describe('申請權限提升 [A:205–246]', () => {
  test('the old 主通 has left and is disabled: he gives the role up too, without a mail', async () => {
    await moveTo(central, 'qh-primary', 'disable');
    const requestId = await asked(await central.signIn('qh-head'), null);
    const { body } = await approve(admin, requestId);
    expect(body).toMatchObject({ outgoing: null, applicant: { account: 'qh-head', roles: ['PRIMARY'] } });
    const old = await getAccount(central, 'qh-primary');
    expect([old.roles, old.status]).toEqual([['HEAD'], 'disabled']);
    expect((await mailsTo(central, old.id)).filter(({ template }) => template === 'demoted')).toEqual([]);
    expect(await primariesOf(central, schoolIdOf('qh'))).toEqual(['qh-head']);
    expect(
      codeOf(await register(central, aRegistration({ kind: 'primary', schoolId: schoolIdOf('qh') }))),
    ).toBe('PRIMARY_EXISTS');
  });

  test('退件 changes nobody; the asker hears why and may ask again', async () => {
    const teacher = await central.signIn('mh-teacher2');
    const requestId = await asked(teacher, null);
    expect((await sendBack(admin, requestId, { reason: '移轉申請表未用印' })).status).toBe(200);
    expect(await primariesOf(central, schoolIdOf('mh'))).toEqual(['mh-primary']);
    expect((await teacher.ask('roleChange.get', {})).body).toMatchObject({
      pending: null,
      last: { status: 'returned', reason: '移轉申請表未用印' },
    });
    const { id, email } = await getAccount(central, 'mh-teacher2');
    expect((await mailsTo(central, id)).at(-1)).toMatchObject({
      template: 'returned',
      to_address: email,
      data: { reason: '移轉申請表未用印' },
    });
    await sendBack(admin, await asked(teacher, null));
  });

  test('whoever cannot have the post any more keeps it from being given: nothing is half done', async () => {
    const requestId = await asked(await central.signIn('mh-teacher1'), null);
    await moveTo(central, 'mh-teacher1', 'disable');
    const answer = await approve(admin, requestId);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'NOT_ALLOWED']);
    expect(answer.body.failure?.detail).toEqual({ reason: 'successorState' });
    expect(await primariesOf(central, schoolIdOf('mh'))).toEqual(['mh-primary']);
    expect(await statusOf(requestId)).toBe('pending');
    expect((await sendBack(admin, requestId)).status).toBe(200);
  });
});

describe('others who asked', () => {
  test('are 已失效; applications to register stay, and approving one finds the post taken', async () => {
    const prefix: DemoPrefix = 'mh';
    const schoolId = schoolIdOf(prefix);
    await moveTo(central, 'mh-primary', 'disable');
    const application = await registered(central, { kind: 'primary', schoolId });
    await moveTo(central, 'mh-primary', 'enable');
    await moveTo(central, 'mh-primary', 'finishVerify');
    const staff = await registered(central, { schoolId });
    const { id } = await getAccount(central, 'mh-counselor');
    const transfer = await asked(await central.signIn('mh-primary'), id);
    const promotion = await asked(await central.signIn('mh-teacher2'), null);
    const elsewhere = await asked(await central.signIn('xr-teacher1'), null);
    expect((await approve(admin, promotion)).status).toBe(200);
    expect(
      await Promise.all([transfer, elsewhere, staff.requestId, application.requestId].map(statusOf)),
    ).toEqual(['superseded', 'pending', 'pending', 'pending']);
    expect(codeOf(await approve(admin, transfer))).toBe('ALREADY_DECIDED');
    expect(codeOf(await approve(admin, transfer, { revision: 2 }))).toBe('ALREADY_DECIDED');
    expect(codeOf(await approve(admin, application.requestId))).toBe('PRIMARY_EXISTS');
    await sendBack(admin, elsewhere);
  });
});

describe('[security 7.28] at the same moment there is never a second 主通, nor none', () => {
  /** Watches the school from outside while something happens: what any reader sees is one post. */
  const watch = async <T>(schoolId: string, act: Promise<T>): Promise<{ seen: Set<number>; result: T }> => {
    const seen = new Set<number>();
    let over = false;
    const watching = (async () => {
      while (!over) seen.add((await primariesOf(central, schoolId)).length);
    })();
    try {
      return { seen, result: await act };
    } finally {
      over = true;
      await watching;
    }
  };

  test('two hand-overs of one school: one goes through, the other is 已失效', async () => {
    for (let round = 0; round < 4; round += 1) {
      const own = await startCentral();
      try {
        const reviewer = await own.signIn('admin');
        const { id } = await getAccount(own, 'xr-head');
        const one = (await askForPost(await own.signIn('xr-primary'), id)).body.requestId;
        const two = (await askForPost(await own.signIn('xr-teacher1'), null)).body.requestId;
        const answers = await Promise.all([approve(reviewer, one), approve(reviewer, two)]);
        expect(answers.map((answer) => codeOf(answer) ?? 'ok').toSorted()).toEqual(['ALREADY_DECIDED', 'ok']);
        const holders = await primariesOf(own, schoolIdOf('xr'));
        expect(holders).toEqual([answers[0]?.status === 200 ? 'xr-head' : 'xr-teacher1']);
        expect(own.faults).toEqual([]);
      } finally {
        await own.close();
      }
    }
  });

  test('a reader sees one 主通 before, during and after', async () => {
    const [holder] = await primariesOf(central, schoolIdOf('xr'));
    expect(holder).toBeDefined();
    const requestId = await asked(await central.signIn('xr-counselor'), null);
    const { seen, result } = await watch(schoolIdOf('xr'), approve(admin, requestId));
    expect(result.status).toBe(200);
    expect([...seen]).toEqual([1]);
  });

  test('a hand-over against enabling a former 主通: one of them has the post', async () => {
    for (let round = 0; round < 4; round += 1) {
      const own = await startCentral();
      try {
        const reviewer = await own.signIn('admin');
        await moveTo(own, 'xr-primary', 'disable');
        const requestId = (await askForPost(await own.signIn('xr-head'), null)).body.requestId;
        const [answer] = await Promise.all([
          approve(reviewer, requestId),
          moveTo(own, 'xr-primary', 'enable').catch(() => undefined),
        ]);
        const holders = await primariesOf(own, schoolIdOf('xr'));
        expect(holders).toHaveLength(1);
        expect(['ok', 'PRIMARY_EXISTS', 'NOT_ALLOWED']).toContain(codeOf(answer) ?? 'ok');
        expect(own.faults).toEqual([]);
      } finally {
        await own.close();
      }
    }
  });
});
