import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../shared/domain/canonical/canonical-json.ts';
import type { OperationResult, Receipt } from '../../../shared/contract/central.ts';
import {
  anOperation,
  closingTracking,
  completeFiling,
  nextId,
  payloadHash,
} from '../../helpers/case-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';
import { freshStudent } from '../../helpers/central-students.ts';

let central: TestCentral;
let teacher: CentralClient;
let primary: CentralClient;

beforeAll(async () => {
  central = await startCentral();
  teacher = await central.signIn('xr-teacher1');
  primary = await central.signIn('xr-primary');
});
afterAll(() => central.close());

const receiptOf = (result: OperationResult | undefined): Receipt => {
  if (result?.status !== 'committed') throw new Error(JSON.stringify(result));
  return result.receipt;
};
const failureOf = (result: OperationResult | undefined) =>
  result === undefined || result.status === 'committed' ? undefined : result.failure;

const filing = (over: object = {}) => {
  const caseId = nextId();
  return teacher.operation('submit', { caseId, student: freshStudent('xr'), ...over });
};

const countLog = async () => (await central.context.db.selectFrom('operations').selectAll().execute()).length;

describe('a receipt', () => {
  test('[I1] says what was committed and is signed by the service', async () => {
    const op = filing();
    const receipt = receiptOf((await teacher.submit(op))[0]);
    const { signature, ...proven } = receipt;
    const key = createPublicKey({
      key: Buffer.from(central.context.identity.receiptKey, 'base64'),
      format: 'der',
      type: 'spki',
    });
    const text = Buffer.from(canonicalJson(proven));
    expect(verify(null, text, key, Buffer.from(signature, 'base64'))).toBe(true);
    expect(verify(null, Buffer.concat([text, text]), key, Buffer.from(signature, 'base64'))).toBe(false);
    expect(proven).toMatchObject({
      opId: op.opId,
      payloadSha256: op.payloadSha256,
      serverEpoch: central.context.identity.epoch,
      result: { seq: receipt.commitSeq, at: new Date(central.clock.now).toISOString() },
    });
  });

  test('[I3] a replay gets the same bytes and has no second effect', async () => {
    const op = filing();
    const first = await teacher.ask('operation.submit', { operations: [op] });
    const before = await countLog();
    const again = await teacher.ask('operation.submit', { operations: [op, op] });
    expect(first.body.results[0]?.status).toBe('committed');
    expect(again.body.results.map((result) => JSON.stringify(result))).toEqual([
      JSON.stringify(first.body.results[0]),
      JSON.stringify(first.body.results[0]),
    ]);
    expect(await countLog()).toBe(before);
  });

  test('[I3] a replay after the right was lost still gets its receipt', async () => {
    const op = filing();
    const first = receiptOf((await teacher.submit(op))[0]);
    const { db } = central.context;
    const set = (roles: ['HOMEROOM'] | ['HEAD']) =>
      db.updateTable('accounts').set({ roles }).where('account', '=', 'xr-teacher1').execute();
    await set(['HEAD']);
    expect(receiptOf((await teacher.submit(op))[0])).toEqual(first);
    await set(['HOMEROOM']);
  });
});

describe('an id that was used before', () => {
  test('[I3] [security 7.39] with another body is refused, and the first stays as it is', async () => {
    const op = filing();
    const first = receiptOf((await teacher.submit(op))[0]);
    const other = { ...filing(), opId: op.opId };
    expect(failureOf((await teacher.submit({ ...other, payloadSha256: payloadHash(other) }))[0])?.code).toBe(
      'OP_ID_REUSED',
    );
    expect(receiptOf((await teacher.submit(op))[0])).toEqual(first);
  });

  test('[I3] by another account is refused, so nobody reads a receipt of somebody else', async () => {
    const op = filing();
    await teacher.submit(op);
    const stolen = { ...op, actor: primary.actor, deviceId: primary.deviceId };
    expect(failureOf((await primary.submit(stolen))[0])?.code).toBe('OP_ID_REUSED');
  });
});

describe('order', () => {
  test('[I5] an operation whose predecessor is not committed is GAP, not remembered, and goes through later', async () => {
    const first = filing();
    const second = teacher.operation('sendTracking', { caseId: first.caseId, prevOpId: first.opId });
    const before = await countLog();
    expect((await teacher.submit(second))[0]).toEqual({
      opId: second.opId,
      status: 'retry',
      failure: { code: 'GAP' },
    });
    expect(await countLog()).toBe(before);
    const [one, two] = await teacher.submit(first, second);
    expect([one?.status, two?.status]).toEqual(['committed', 'committed']);
  });

  test('[I5] a refused predecessor holds back what follows it', async () => {
    const bad = filing({ values: completeFiling('senior-high', { category: 'NO_SUCH' }) });
    const next = teacher.operation('sendTracking', { caseId: bad.caseId, prevOpId: bad.opId });
    const [one, two] = await teacher.submit(bad, next);
    expect([one?.status, two?.status]).toEqual(['refused', 'retry']);
  });

  test('[security 7.39] a predecessor that was never seen, or is of another case, is a gap', async () => {
    const one = filing();
    const two = filing();
    await teacher.submit(one, two);
    for (const prevOpId of [nextId(), two.opId]) {
      const op = teacher.operation('sendTracking', { caseId: one.caseId, prevOpId });
      expect(failureOf((await teacher.submit(op))[0])?.code).toBe('GAP');
    }
  });
});

describe('refusals', () => {
  test('[I4] a refusal is remembered with its reason', async () => {
    const op = filing({ values: completeFiling('senior-high', { address: '' }) });
    const [first] = await teacher.submit(op);
    expect(failureOf(first)).toMatchObject({
      code: 'FORM_INVALID',
      fields: [{ path: 'address', code: 'required' }],
    });
    const row = await central.context.db
      .selectFrom('operations')
      .select(['status', 'failure'])
      .where('op_id', '=', op.opId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ status: 'refused', failure: failureOf(first) });
    expect((await teacher.submit(op))[0]).toEqual(first);
  });

  test('[I6] one bad operation does not stop those of other cases', async () => {
    const results = await teacher.submit(filing(), { junk: true }, null, 'text', filing());
    expect(results.map(({ status }) => status)).toEqual([
      'committed',
      'refused',
      'refused',
      'refused',
      'committed',
    ]);
    expect(results[1]?.opId).toBe('');
  });

  test('[I10] [security 7.38] unknown fields, a wrong code, another schema version, a wrong hash', async () => {
    const op = filing();
    const hashed = (raw: typeof op) => ({ ...raw, payloadSha256: payloadHash(raw) });
    const cases = [
      [{ ...op, extra: 1 }, 'INVALID_INPUT'],
      [hashed({ ...op, payload: { ...op.payload, extra: 1 } } as typeof op), 'INVALID_INPUT'],
      [{ ...op, kind: 'destroy' }, 'INVALID_INPUT'],
      [{ ...op, schemaVersion: 99 }, 'SCHEMA_UNSUPPORTED'],
      [{ ...op, schemaVersion: 99, extra: 1 }, 'SCHEMA_UNSUPPORTED'],
      [{ ...op, payloadSha256: 'a'.repeat(64) }, 'INVALID_INPUT'],
      [{ ...op, opId: '0189ABCD-0000-7000-8000-00000000ABCD' }, 'INVALID_INPUT'],
    ] as const;
    const before = await countLog();
    for (const [raw, code] of cases) expect(failureOf((await teacher.submit(raw))[0])?.code).toBe(code);
    expect(await countLog(), 'nothing of it is remembered').toBe(before);
    expect((await teacher.submit(op))[0]?.status, 'the right one still goes through').toBe('committed');
  });

  test('[security 7.16] NUL and half surrogate pairs are refused, and the service stays well', async () => {
    for (const text of ['a\u0000b', 'a\ud800b']) {
      const open = filing({ values: completeFiling('senior-high', { address: '路1號' }) });
      const values = { ...open.payload.values, address: text };
      const op = { ...open, payload: { ...open.payload, values } };
      const [result] = await teacher.submit(op);
      expect(result?.status).toBe('refused');
      const named = { ...filing(), actor: { ...teacher.actor, name: text } };
      expect((await teacher.submit(named))[0]?.status, 'the name is the service’s own').toBe('committed');
    }
    expect(central.faults).toEqual([]);
  });

  test('[I8] clocks of ±10 years do not matter for what is committed', async () => {
    const op = filing({ occurredAt: '2036-11-21T02:30:00.000Z' });
    const receipt = receiptOf((await teacher.submit(op))[0]);
    expect(receipt.result.at).toBe(new Date(central.clock.now).toISOString());
  });
});

describe('conflicts', () => {
  test('[I7] an edit on an older content is refused with the service’s revision', async () => {
    const op = filing();
    await teacher.submit(op);
    const { caseId } = op;
    const { student } = op.payload;
    const edit = (client: CentralClient, mainCause: string) =>
      client.operation('submit', {
        caseId,
        student,
        baseRevision: 1,
        values: completeFiling('senior-high', {
          mainCause,
          reasons: mainCause === 'SCHOOL' ? ['S_BORED'] : ['P_WORK'],
        }),
      });
    const [won] = await primary.submit(edit(primary, 'SCHOOL'));
    const [lost] = await teacher.submit(edit(teacher, 'PERSONAL'));
    expect(won?.status).toBe('committed');
    expect(failureOf(lost)).toEqual({
      code: 'CONFLICT',
      detail: { revision: 2, baseRevision: 1, state: 'FILED' },
    });
  });

  test('[I7] 通報 judges the content it was made on; tracking records of two people both stay', async () => {
    const op = filing();
    const { caseId } = op;
    await teacher.submit(op);
    const one = teacher.operation('sendTracking', { caseId, recordId: nextId() });
    const two = primary.operation('sendTracking', { caseId, recordId: nextId() });
    expect((await teacher.submit(one))[0]?.status).toBe('committed');
    expect((await primary.submit(two))[0]?.status).toBe('committed');
    expect(failureOf(await primary.act('report', { caseId, baseRevision: 0 }))?.code).toBe('CONFLICT');
    expect((await primary.act('report', { caseId, baseRevision: 1 })).status).toBe('committed');
  });
});

describe('who', () => {
  test('an operation in another’s name or from another device is refused and not remembered', async () => {
    const op = filing();
    const before = await countLog();
    for (const stranger of [
      { ...op, actor: primary.actor },
      { ...op, deviceId: primary.deviceId },
      { ...op, actor: { ...op.actor, schoolId: nextId() } },
    ])
      expect(failureOf((await teacher.submit(stranger))[0])?.code).toBe('FORBIDDEN');
    expect(await countLog()).toBe(before);
    expect((await teacher.submit(op))[0]?.status).toBe('committed');
  });

  test('[I9] a right that was lost while the operation waited: refused as REVOKED, never applied', async () => {
    const { db } = central.context;
    const helper = await central.signIn('xr-counselor');
    const op = filing();
    await teacher.submit(op);
    const late = helper.operation('sendTracking', { caseId: op.caseId });
    await db
      .updateTable('accounts')
      .set({ roles: ['HEAD'] })
      .where('account', '=', 'xr-counselor')
      .execute();
    expect(failureOf((await helper.submit(late))[0])?.code).toBe('REVOKED');
    await db
      .updateTable('accounts')
      .set({ roles: ['COUNSELOR'] })
      .where('account', '=', 'xr-counselor')
      .execute();
    expect(failureOf((await helper.submit(late))[0])?.code, 'remembered').toBe('REVOKED');
  });

  test('roles that somebody only claims give no right', async () => {
    const op = filing();
    await teacher.submit(op);
    await teacher.act('sendTracking', { caseId: op.caseId });
    const forged = teacher.operation('report', {
      caseId: op.caseId,
      baseRevision: 1,
      actor: { ...teacher.actor, roles: ['HOMEROOM', 'PRIMARY'] },
    });
    expect(failureOf((await teacher.submit(forged))[0])?.code).toBe('REVOKED');
  });

  test('the log carries the name of the service’s books, whatever the operation says', async () => {
    const op = filing({ actor: { ...teacher.actor, name: '校長本人' } });
    await teacher.submit(op);
    const entry = (await teacher.changes()).find(({ operation }) => operation.opId === op.opId);
    expect(entry?.operation.actor.name).toBe(teacher.account.name);
  });

  test('[security 7.27] a case of another teacher answers like one that nobody has', async () => {
    const op = filing();
    await teacher.submit(op);
    const stranger = await central.signIn('xr-teacher2');
    const foreign = await central.signIn('qh-primary');
    for (const client of [stranger, foreign]) {
      const answers = await Promise.all(
        [op.caseId, nextId()].map((caseId) => client.act('sendTracking', { caseId })),
      );
      expect(answers.map(failureOf)).toEqual([{ code: 'NOT_FOUND' }, { code: 'NOT_FOUND' }]);
    }
    expect(
      failureOf(await foreign.act('submit', { caseId: op.caseId, student: freshStudent('qh') })),
    ).toEqual({
      code: 'NOT_FOUND',
    });
  });

  test('[security 7.27] 一級主管 sees the case and may not write tracking', async () => {
    const op = filing();
    await teacher.submit(op);
    const head = await central.signIn('xr-head');
    expect(failureOf(await head.act('sendTracking', { caseId: op.caseId }))).toEqual({
      code: 'FORBIDDEN',
      detail: { reason: 'WRONG_ROLE' },
    });
  });

  test('an account without a school, and a regime that the school does not have, can file nothing', async () => {
    const admin = await central.signIn('admin');
    expect(failureOf(await admin.act('submit', { caseId: nextId() }))?.code).toBe('FORBIDDEN');
    const op = teacher.operation('submit', { caseId: nextId(), regime: 'compulsory' });
    expect(failureOf((await teacher.submit(op))[0])?.code).toBe('FORBIDDEN');
  });
});

describe('[security 7.23] acts that are not ready are locked with their reason', () => {
  test('通報 without a tracking record, 結案 without 建議結案', async () => {
    const op = filing();
    const { caseId } = op;
    await teacher.submit(op);
    const reasonOf = async (kind: 'report' | 'close') =>
      failureOf(await primary.act(kind, { caseId, baseRevision: 1 }))?.detail?.['reason'];
    expect(await reasonOf('report')).toBe('NO_SENT_TRACKING');
    await teacher.act('saveTracking', { caseId, recordId: nextId() });
    expect(await reasonOf('report'), 'a record 暫存 does not unlock').toBe('NO_SENT_TRACKING');
    await teacher.act('sendTracking', { caseId, recordId: nextId() });
    expect((await primary.act('report', { caseId, baseRevision: 1 })).status).toBe('committed');
    expect(await reasonOf('close')).toBe('NO_CLOSE_SUGGESTION');
    await teacher.act('sendTracking', { caseId, recordId: nextId(), values: closingTracking() });
    expect((await primary.act('close', { caseId, baseRevision: 1 })).status).toBe('committed');
    expect(await reasonOf('close')).toBe('CASE_ENDED');
  });
});

test('a builder without a client makes an operation that nobody may send', async () => {
  expect(failureOf((await teacher.submit(anOperation('submit')))[0])?.code).toBe('FORBIDDEN');
});
