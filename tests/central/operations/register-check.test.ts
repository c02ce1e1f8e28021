import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closingTracking, nextId } from '../../helpers/case-builders.ts';
import { startCentral, type TestCentral } from '../../helpers/central.ts';
import type { CentralClient } from '../../helpers/central-client.ts';
import { factsOf, freshStudent, moveStudent, SAMPLES, typed } from '../../helpers/central-students.ts';
import { DEMO_SCHOOLS } from '../../../central/demo/demo-schools.ts';
import { makeIdentityNumber } from '../../../shared/domain/identity/make.ts';
import type { StudentFacts } from '../../../shared/domain/student/student.ts';
import type { DemoStudent } from '../../../central/demo/demo-students.ts';

let central: TestCentral;
let teacher: CentralClient;
let primary: CentralClient;
const DAY = 86_400_000;

beforeAll(async () => {
  central = await startCentral();
  teacher = await central.signIn('xr-teacher1');
  primary = await central.signIn('xr-primary');
});
afterAll(() => central.close());

const first = (list: readonly DemoStudent[], index = 0): StudentFacts => {
  const student = list[index];
  if (student === undefined) throw new RangeError('the demo has no such student');
  return factsOf(student);
};
const schoolId = (prefix: string) => DEMO_SCHOOLS.find((school) => school.prefix === prefix)!.id;

const file = async (student: StudentFacts, client = teacher) => {
  const result = await client.act('submit', { caseId: nextId(), student });
  return result.status === 'committed' ? result.receipt.result : result.failure;
};

describe('a filing made without the register', () => {
  test('gets the register’s data with its commit when what was typed agrees', async () => {
    const student = freshStudent('xr');
    expect(await file(typed(student))).toMatchObject({ student });
  });

  test('[I15] is refused when name or birth date differ, and the fields are named', async () => {
    const student = freshStudent('xr');
    expect(await file(typed(student, { name: '某某某', birthDate: '2010-01-01' }))).toEqual({
      code: 'REGISTER_DIFFERS',
      fields: [
        { path: 'name', code: 'registerDiffers' },
        { path: 'birthDate', code: 'registerDiffers' },
      ],
    });
    expect(await file(typed(student, { birthDate: '2010-01-01' }))).toMatchObject({
      fields: [{ path: 'birthDate' }],
    });
  });

  test('that claims to have the register’s data gets the true ones', async () => {
    const student = freshStudent('xr');
    expect(await file({ ...student, name: '某某某' })).toMatchObject({ student });
  });
});

describe('who can not be filed', () => {
  test('a student of another school, and a number that nobody has', async () => {
    expect(await file(first(SAMPLES.xr.elsewhere))).toEqual({ code: 'STUDENT_ELSEWHERE' });
    const identityNumber = makeIdentityNumber({ letter: 'Z', second: '1', serial: 1 });
    expect(await file({ ...freshStudent('xr'), identityNumber })).toEqual({
      code: 'STUDENT_NOT_IN_REGISTER',
    });
  });

  test('[security 7.7] who is 18 today; who is 18 tomorrow can, until midnight in Taipei', async () => {
    expect(await file(first(SAMPLES.xr.adultToday))).toEqual({ code: 'ADULT' });
    expect(await file(first(SAMPLES.xr.adultTomorrow))).toMatchObject({
      caseNumber: expect.stringMatching(/-01$/),
    });
    const late = first(SAMPLES.xr.adultTomorrow, 1);
    const start = central.clock.now;
    // 16:00 UTC is midnight in Taipei.
    central.clock.now = Date.parse('2026-11-21T15:59:59.000Z');
    const evening = await central.signIn('xr-teacher1');
    const atNight = evening.operation('submit', { caseId: nextId(), student: late });
    central.clock.now = Date.parse('2026-11-21T16:00:00.000Z');
    expect((await evening.submit(atNight))[0]).toMatchObject({
      status: 'refused',
      failure: { code: 'ADULT' },
    });
    central.clock.now = start;
  });

  test('an adult is no matter in compulsory education', async () => {
    const clerk = await central.signIn('mh-discipline');
    const student = first(SAMPLES.mh.adultToday);
    const op = clerk.operation('submit', { caseId: nextId(), student, regime: 'compulsory' });
    expect((await clerk.submit(op))[0]?.status).toBe('committed');
  });

  test('通報 is refused once the student has become 18', async () => {
    const student = first(SAMPLES.xr.adultTomorrow, 2);
    const caseId = nextId();
    await teacher.act('submit', { caseId, student });
    await teacher.act('sendTracking', { caseId });
    central.clock.now += DAY;
    const later = await central.signIn('xr-primary');
    expect(await later.act('report', { caseId, baseRevision: 1 })).toMatchObject({
      failure: { code: 'ADULT' },
    });
    central.clock.now -= DAY;
  });

  test('who may not file learns nothing from the register', async () => {
    const counselor = await central.signIn('xr-counselor');
    for (const student of [first(SAMPLES.xr.elsewhere), freshStudent('xr'), first(SAMPLES.xr.adultToday)])
      expect(await file(student, counselor)).toEqual({
        code: 'FORBIDDEN',
        detail: { reason: 'WRONG_ROLE' },
      });
  });
});

describe('[security 7.21] a second case of the same student and kind', () => {
  test('is refused with the number and state of the first, until that has ended', async () => {
    const student = freshStudent('xr');
    const caseId = nextId();
    const one = await teacher.act('submit', { caseId, student });
    const caseNumber = one.status === 'committed' ? one.receipt.result.caseNumber : '';
    expect(await file(student, primary)).toEqual({
      code: 'DUPLICATE_CASE',
      detail: { caseNumber, state: 'FILED', regime: 'senior-high' },
    });
    await primary.act('void', { caseId, values: { reason: '重複填報。' } });
    expect(await file(student, primary)).toMatchObject({ caseNumber: expect.stringMatching(/-02$/) });
  });

  test('at the school before is told without that school’s number', async () => {
    const student = freshStudent('qh');
    const there = await central.signIn('qh-teacher1');
    await there.act('submit', { caseId: nextId(), student });
    await moveStudent(central.context.db, student.identityNumber, { schoolId: schoolId('xr') });
    expect(await file(student)).toMatchObject({
      code: 'DUPLICATE_CASE',
      detail: { caseNumber: '', state: 'FILED' },
    });
  });
});

describe('[A:1300] 學籍所在比對 at closing', () => {
  async function readyToClose(reason: string) {
    const student = freshStudent('xr');
    const caseId = nextId();
    await teacher.act('submit', { caseId, student });
    await teacher.act('sendTracking', { caseId, recordId: nextId() });
    await primary.act('report', { caseId, baseRevision: 1 });
    await teacher.act('sendTracking', { caseId, recordId: nextId(), values: closingTracking(reason) });
    const close = async (values = {}) => {
      const result = await primary.act('close', { caseId, baseRevision: 1, values });
      return result.status === 'committed' ? 'committed' : result.failure;
    };
    const move = (change: Parameters<typeof moveStudent>[2]) =>
      moveStudent(central.context.db, student.identityNumber, change);
    return { close, move };
  }
  const mismatch = (reason: string) => ({ code: 'ENROLMENT_MISMATCH', detail: { reason } });

  test('返校復學 wants the student in school here', async () => {
    const { close, move } = await readyToClose('BACK_TO_SCHOOL');
    await move({ status: 'LEFT' });
    expect(await close()).toEqual(mismatch('BACK_TO_SCHOOL'));
    await move({ status: 'ENROLLED', schoolId: schoolId('qh') });
    expect(await close()).toEqual(mismatch('BACK_TO_SCHOOL'));
    await move({ schoolId: schoolId('xr') });
    expect(await close()).toBe('committed');
  });

  test('其它高中職就讀 wants him at another senior high school', async () => {
    const { close, move } = await readyToClose('OTHER_SENIOR_HIGH');
    expect(await close()).toEqual(mismatch('OTHER_SENIOR_HIGH'));
    await move({ schoolId: schoolId('sf') });
    expect(await close()).toEqual(mismatch('OTHER_SENIOR_HIGH'));
    await move({ schoolId: schoolId('mh') });
    expect(await close()).toBe('committed');
  });

  test('the reporter may override it with how, when and by whom it was confirmed', async () => {
    const { close } = await readyToClose('OTHER_SENIOR_HIGH');
    expect(await close({ override: 'yes' })).toMatchObject({ code: 'FORM_INVALID' });
    const confirmed = { overrideMethod: 'PHONE', overrideOn: '2026-11-20', overrideBy: '註冊組長' };
    expect(await close({ override: 'yes', ...confirmed })).toBe('committed');
  });
});
