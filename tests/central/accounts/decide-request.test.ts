import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lockAccount } from '../../../central/accounts/account-row.ts';
import { RETURN_REASON_MAX } from '../../../shared/domain/account/request.ts';
import { moveStored } from '../../../central/accounts/move.ts';
import type { CentralClient } from '../../helpers/central-client.ts';
import {
  A_LETTER,
  approve,
  codeOf,
  findLiveLink,
  getAccount,
  mailsTo,
  moveTo,
  primariesOf,
  registered,
  schoolIdOf,
  sendBack,
} from '../../helpers/account-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';

let central: TestCentral;
let admin: CentralClient;
let primary: CentralClient;
beforeAll(async () => {
  central = await startCentral();
  admin = await central.signIn('admin');
});
afterAll(() => central.close());
beforeEach(async () => {
  primary = await central.signIn('xr-primary');
});

const requestRow = (id: string) =>
  central.context.db.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** Until a transaction of this database waits for another's lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    `.execute(central.context.db);
    if (rows.length > 0) return;
  }
}

/** 主通 of `qh` has gone, whoever it was: a new one may register. */
async function emptyPost(): Promise<string> {
  const schoolId = schoolIdOf('qh');
  for (const account of await primariesOf(central, schoolId)) await moveTo(central, account, 'disable');
  return schoolId;
}

describe('核可', () => {
  test('of staff by the 主通 needs no letter and keeps none; the mail has a link for seven days', async () => {
    const { requestId, account } = await registered(central);
    const answer = await approve(primary, requestId);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      status: 'approved',
      revision: 2,
      applicant: { state: 'invited' },
      letter: null,
      decidedBy: primary.account.name,
      decidedAt: new Date(central.clock.now).toISOString(),
      mayDecide: false,
    });
    const { id } = await getAccount(central, account);
    const link = await findLiveLink(central, id);
    expect(link).toMatchObject({ purpose: 'setPassword', used_at: null });
    expect(await mailsTo(central, id)).toMatchObject([{ template: 'approved', link_id: link?.id }]);
  });

  test('[A:74, 128–131] of a 主通 needs 文號 and 日期', async () => {
    const { requestId } = await registered(central, { kind: 'primary', schoolId: await emptyPost() });
    const refused = async (letter: { number: string; date: string } | null) => {
      const { status, body } = await approve(admin, requestId, { letter });
      expect(status).toBe(422);
      return body.failure;
    };
    expect(await refused(null)).toMatchObject({
      code: 'FORM_INVALID',
      fields: [
        { path: 'letterNumber', code: 'required' },
        { path: 'letterDate', code: 'required' },
      ],
    });
    expect(await refused({ number: '第1號', date: '2026-11-22' })).toMatchObject({
      fields: [{ path: 'letterDate', code: 'dateFuture' }],
    });
    expect(await refused({ number: '第1號', date: '2026-02-29' })).toMatchObject({
      fields: [{ path: 'letterDate', code: 'dateMissing' }],
    });
    const { body } = await approve(admin, requestId);
    expect(body).toMatchObject({ letter: A_LETTER, applicant: { state: 'invited', roles: ['PRIMARY'] } });
  });

  test('the agency reviews staff of a school without a senior high part, without a letter', async () => {
    const { requestId } = await registered(central, { schoolId: schoolIdOf('sf'), roles: ['B_GUIDANCE'] });
    const { body } = await approve(admin, requestId, { letter: null });
    expect(body).toMatchObject({ status: 'approved', needsLetter: false });
  });

  test('of a second 主通 is refused and leaves it waiting [A:29–31]', async () => {
    const schoolId = await emptyPost();
    const one = await registered(central, { kind: 'primary', schoolId });
    const other = await registered(central, { kind: 'primary', schoolId });
    expect((await approve(admin, one.requestId)).status).toBe(200);
    const second = await approve(admin, other.requestId);
    expect([second.status, codeOf(second)]).toEqual([409, 'PRIMARY_EXISTS']);
    expect(await requestRow(other.requestId)).toMatchObject({
      status: 'pending',
      revision: 1,
      letter_number: null,
    });
    const { id, status } = await getAccount(central, other.account);
    expect([status, await mailsTo(central, id), await findLiveLink(central, id)]).toEqual([
      'pending',
      [],
      undefined,
    ]);
  });
});

describe('退件', () => {
  test('needs a reason, which the mail tells; the name is free again', async () => {
    const { requestId, account, email } = await registered(central);
    for (const [reason, code] of [
      [null, 'required'],
      [' \n　', 'required'],
      ['字'.repeat(RETURN_REASON_MAX + 1), 'textTooLong'],
      ['a\u0000b', 'textForbidden'],
    ] as const) {
      const { status, body } = await sendBack(primary, requestId, { reason });
      expect(status).toBe(422);
      expect(body.failure).toMatchObject({ code: 'FORM_INVALID', fields: [{ path: 'reason', code }] });
    }
    const reason = `<img onerror=alert(1)>\n${'😀'.repeat(200)}`;
    const { body } = await sendBack(primary, requestId, { reason });
    expect(body).toMatchObject({
      status: 'returned',
      reason,
      applicant: { state: 'rejected' },
      mayDecide: false,
    });
    const { id } = await getAccount(central, account);
    expect(await mailsTo(central, id)).toMatchObject([
      { template: 'returned', to_address: email, link_id: null, data: { reason, account } },
    ]);
    await registered(central, { account });
  });

  test('a decided request is decided once', async () => {
    const { requestId } = await registered(central);
    expect((await sendBack(primary, requestId)).status).toBe(200);
    for (const revision of [1, 2]) {
      const late = await approve(primary, requestId, { revision });
      expect([late.status, codeOf(late)]).toEqual([409, 'ALREADY_DECIDED']);
    }
  });
});

test('a request of one’s own is not decided by oneself', async () => {
  const { requestId } = await registered(central);
  const { db } = central.context;
  await db
    .updateTable('requests')
    .set({ requested_by: primary.account.accountId })
    .where('id', '=', requestId)
    .execute();
  expect((await primary.ask('request.get', { requestId })).body.mayDecide).toBe(false);
  expect(codeOf(await approve(primary, requestId))).toBe('FORBIDDEN');
  expect(await requestRow(requestId)).toMatchObject({ status: 'pending', revision: 1 });
});

describe('[security 7.20] at the same moment', () => {
  test('of many approvals one wins, the others hear ALREADY_DECIDED; there is one mail', async () => {
    const { requestId, account } = await registered(central);
    const answers = await Promise.all(Array.from({ length: 6 }, () => approve(primary, requestId)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => codeOf(answer) === 'ALREADY_DECIDED')).toHaveLength(5);
    const { id } = await getAccount(central, account);
    expect(await mailsTo(central, id)).toHaveLength(1);
  });

  test('approval against return: one of them, whole', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { requestId, account } = await registered(central);
      const answers = await Promise.all([approve(primary, requestId), sendBack(primary, requestId)]);
      expect(answers.map((answer) => codeOf(answer) ?? 'ok').toSorted()).toEqual(['ALREADY_DECIDED', 'ok']);
      const approved = answers[0]?.status === 200;
      const row = await getAccount(central, account);
      expect(row.status).toBe(approved ? 'normal' : 'rejected');
      expect(await mailsTo(central, row.id)).toMatchObject([
        { template: approved ? 'approved' : 'returned' },
      ]);
      expect((await findLiveLink(central, row.id)) !== undefined).toBe(approved);
    }
  });

  test('two 主通 of one school: one gets the post, the other hears PRIMARY_EXISTS', async () => {
    for (let round = 0; round < 5; round += 1) {
      const schoolId = await emptyPost();
      const two = [
        await registered(central, { kind: 'primary', schoolId }),
        await registered(central, { kind: 'primary', schoolId }),
      ];
      const answers = await Promise.all(two.map(({ requestId }) => approve(admin, requestId)));
      expect(answers.map((answer) => codeOf(answer) ?? 'ok').toSorted()).toEqual(['PRIMARY_EXISTS', 'ok']);
    }
  });

  test('approval against disabling the reviewer: who is out when his turn comes approves nothing', async () => {
    const { requestId, account } = await registered(central);
    const reviewer = await central.signIn('xr-primary');
    const { id } = await getAccount(central, 'xr-primary');
    const { db } = central.context;
    const trx = await db.startTransaction().execute();
    const held = await lockAccount(trx, id);
    if (held === undefined) throw new Error('nobody to disable');
    await moveStored(trx, held, 'disable', new Date(central.clock.now).toISOString());
    // The guard still sees the session of before; the approval then waits for the row.
    const approval = approve(reviewer, requestId);
    await untilSomebodyWaits();
    await trx.commit().execute();
    expect(codeOf(await approval)).toBe('SIGNED_OUT');
    expect((await getAccount(central, account)).status).toBe('pending');
    expect(await requestRow(requestId)).toMatchObject({ status: 'pending', revision: 1 });
    await moveTo(central, 'xr-primary', 'enable');
    await moveTo(central, 'xr-primary', 'finishVerify');
  });

  test('approval against disabling the applicant leaves a disabled account with no way in', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { requestId, account } = await registered(central);
      const reviewer = await central.signIn('xr-primary');
      await Promise.all([
        approve(reviewer, requestId),
        moveTo(central, account, 'disable').catch(() => undefined),
      ]);
      const row = await getAccount(central, account);
      expect(row.status === 'disabled' && (await findLiveLink(central, row.id)) !== undefined).toBe(false);
    }
  });
});
