import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeIdentityNumber } from '../../../shared/domain/identity/make.ts';
import { nextId } from '../../helpers/case-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';
import { factsOf, freshStudent, SAMPLES } from '../../helpers/central-students.ts';

let central: TestCentral;
let teacher: CentralClient;
beforeAll(async () => {
  central = await startCentral();
  teacher = await central.signIn('xr-teacher1');
});
afterAll(() => central.close());

const look = async (identityNumber: string, client = teacher, regime = 'senior-high') =>
  (await client.ask('student.lookup', { regime, identityNumber })).body;
const nothing = { student: null, elsewhere: false, adult: false, openCase: null };

describe('[A:429] 學籍資料勾稽', () => {
  test('gives the register’s data of a student of the school', async () => {
    const student = freshStudent('xr');
    expect(await look(student.identityNumber)).toEqual({ ...nothing, student });
  });

  test('[security 7.2] full-width, lower case, spaces and dashes are the same number', async () => {
    const student = freshStudent('xr');
    const { identityNumber } = student;
    const wide = [...identityNumber].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
    for (const text of [
      wide,
      identityNumber.toLowerCase(),
      ` ${identityNumber.slice(0, 4)}-${identityNumber.slice(4)} `,
    ])
      expect((await look(text)).student).toEqual(student);
  });

  test('a student without 學號 has none; one at another school is elsewhere and nothing more', async () => {
    const without = SAMPLES.xr.withoutNumber[0]!;
    expect((await look(without.identity_number)).student).toEqual(factsOf(without));
    expect(factsOf(without).studentNumber).toBeNull();
    expect(await look(SAMPLES.xr.elsewhere[0]!.identity_number)).toEqual({ ...nothing, elsewhere: true });
    const unknown = makeIdentityNumber({ letter: 'Z', second: '2', serial: 7 });
    expect(await look(unknown)).toEqual(nothing);
  });

  test('[A:1273] 18 today is an adult, 18 tomorrow is not yet', async () => {
    expect(await look(SAMPLES.xr.adultToday[0]!.identity_number)).toMatchObject({ adult: true });
    expect(await look(SAMPLES.xr.adultTomorrow[0]!.identity_number)).toMatchObject({ adult: false });
    const clerk = await central.signIn('mh-registrar');
    const inBoth = SAMPLES.mh.adultToday[0]!.identity_number;
    expect(await look(inBoth, clerk, 'compulsory')).toMatchObject({ adult: false });
  });

  test('[security 7.21] an open case is shown with its number and state', async () => {
    const student = freshStudent('xr');
    const caseId = nextId();
    const filed = await teacher.act('submit', { caseId, student });
    const caseNumber = filed.status === 'committed' ? filed.receipt.result.caseNumber : null;
    expect((await look(student.identityNumber)).openCase).toEqual({
      caseId,
      caseNumber,
      state: 'FILED',
      category: 'ABSENCE3',
    });
  });

  test('[security 7.1] a number that no person has: refused with its field, no look-up made', async () => {
    const answer = await teacher.ask('student.lookup', {
      regime: 'senior-high',
      identityNumber: 'A123456788',
    });
    expect([answer.status, answer.body.failure]).toEqual([
      422,
      { code: 'FORM_INVALID', fields: [{ path: 'identityNumber', code: 'identityChecksum' }] },
    ]);
  });

  test('who may not file in the regime may not ask: other roles, other regimes, no school', async () => {
    const { identityNumber } = freshStudent('xr');
    for (const [account, regime] of [
      ['xr-counselor', 'senior-high'],
      ['xr-head', 'senior-high'],
      ['xr-teacher1', 'compulsory'],
      ['mh-teacher1', 'compulsory'],
      ['sf-guidance', 'compulsory'],
      ['admin', 'senior-high'],
      ['bureau', 'senior-high'],
    ] as const) {
      const client = await central.signIn(account);
      const answer = await client.ask('student.lookup', { regime, identityNumber });
      expect([answer.status, answer.body.failure], account).toEqual([403, { code: 'FORBIDDEN' }]);
    }
  });

  test('[security §6] every question is in the audit log: who, the masked number, names of fields, no values', async () => {
    const student = freshStudent('xr');
    await look(student.identityNumber);
    const line = await central.context.db
      .selectFrom('audit_log')
      .selectAll()
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(line).toMatchObject({
      action: 'student.lookup',
      account_id: teacher.account.accountId,
      outcome: 'ok',
    });
    expect(line.subject).toBe(`${student.identityNumber.slice(0, 3)}****${student.identityNumber.slice(7)}`);
    expect(line.fields).toContain('birthDate');
    const text = JSON.stringify(line);
    for (const value of [student.identityNumber, student.name, student.birthDate])
      expect(text).not.toContain(value);
  });
});
