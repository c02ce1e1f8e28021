import { expect, test } from 'vitest';
import { makeIdentityNumber } from '../../shared/domain/identity/make.ts';
import type { StudentFacts } from '../../shared/domain/student/student.ts';
import { completeFiling } from '../helpers/case-builders.ts';
import { factsOf, freshStudent, SAMPLES, typed } from '../helpers/central-students.ts';
import type { DemoStudent } from '../../central/demo/demo-students.ts';
import { getFailure, getValue } from '../helpers/core.ts';
import { inWorld } from '../helpers/journey.ts';
import { file, list, outbox, pill, see, tryFile } from '../helpers/journey-acts.ts';
import type { Computer } from '../helpers/journey-computer.ts';

const YEAR_MS = 365 * 24 * 3_600_000;

const first = (students: readonly DemoStudent[]): StudentFacts => {
  const [student] = students;
  if (student === undefined) throw new RangeError('the demo has no such student');
  return factsOf(student);
};
const adultToday = first(SAMPLES.xr.adultToday);
const adultTomorrow = first(SAMPLES.xr.adultTomorrow);

const check = (at: Computer, { identityNumber }: Pick<StudentFacts, 'identityNumber'>) =>
  at.ask('student.check', { regime: 'senior-high', identityNumber });

test(
  '[security 7.7] [S A:1277] 18 today by the service’s date, whatever this computer thinks; 18 tomorrow is filed',
  inWorld(async (world) => {
    const late = await world.computer('xr-teacher1', { skew: -YEAR_MS });
    expect((await pill(late)).clockSkewSeconds).toBe(YEAR_MS / 1000);
    expect(getFailure(await check(late, adultToday)).code).toBe('ADULT');
    expect(getFailure(await tryFile(late, adultToday)).code).toBe('ADULT');
    expect(getValue(await check(late, adultTomorrow))).toEqual({
      source: 'register',
      student: adultTomorrow,
    });
    const caseId = await file(late, adultTomorrow);
    await world.meet();
    expect((await see(late, caseId)).row).toMatchObject({ state: 'FILED', delivery: 'received' });
    expect(await world.logged()).toHaveLength(1);
  }),
);

test(
  '[security 7.7] [security 7.40] never having met central, a clock a year behind lets him be typed; central refuses visibly',
  inWorld(async (world) => {
    const late = await world.computer('xr-teacher1', { skew: -YEAR_MS });
    await late.restart();
    await late.line.down();
    getValue(await late.unlock());
    const values = completeFiling('senior-high', { leftOn: '2025-11-17' });
    const caseId = await file(late, typed(adultToday), { values });
    const other = await file(late, typed(adultTomorrow), { values });
    await late.line.up();
    await world.pass(60_000);
    expect(await outbox(late)).toMatchObject([{ caseId, delivery: 'refused', failure: { code: 'ADULT' } }]);
    expect((await list(late)).map((row) => row.caseId)).toEqual([other]);
  }),
);

test(
  '[I8] [I15] a clock ten years ahead orders nothing and stamps nothing',
  inWorld(async (world) => {
    const ahead = await world.computer('xr-primary', { skew: 10 * YEAR_MS });
    const caseId = await file(ahead, freshStudent('xr'));
    await world.meet();
    const central = await world.caseOf(caseId);
    expect(central?.caseNumber).toMatch(/^261121/);
    expect((await see(ahead, caseId)).timeline).toMatchObject([
      { committedAt: new Date(world.clock.now()).toISOString(), delivery: 'received' },
    ]);
  }),
);

test(
  '[S A:437] [security 7.21] 視窗1: register data, another school, nobody’s number, an open case',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    const other = await world.computer('xr-teacher2');
    const facts = freshStudent('xr');
    expect(getValue(await check(teacher, facts))).toEqual({ source: 'register', student: facts });
    expect(getFailure(await check(teacher, freshStudent('qh'))).code).toBe('STUDENT_ELSEWHERE');
    const nobody = makeIdentityNumber({ letter: 'Z', second: '1', serial: 7_654_321 });
    const unknown = await check(teacher, { identityNumber: nobody });
    expect(getFailure(unknown).code).toBe('STUDENT_NOT_IN_REGISTER');
    const caseId = await file(other, facts);
    await world.meet();
    expect(getFailure(await check(teacher, facts))).toMatchObject({
      code: 'DUPLICATE_CASE',
      detail: { caseId, caseNumber: '2611210001-01', state: 'FILED', category: 'ABSENCE3' },
    });
  }),
);

test(
  '[security 7.1] [S A:32] a number with a wrong check digit never leaves the computer; full-width ones are read',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    const before = teacher.line.carried.length;
    const wrong = getFailure(await check(teacher, { identityNumber: 'A123456788' }));
    expect(wrong).toMatchObject({ code: 'FORM_INVALID', fields: [{ path: 'identityNumber' }] });
    expect(teacher.line.carried).toHaveLength(before);
    const facts = freshStudent('xr');
    const fullWidth = facts.identityNumber
      .toLowerCase()
      .replace(/./g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
    const looked = getValue(await check(teacher, { identityNumber: ` ${fullWidth} ` }));
    expect(looked).toEqual({ source: 'register', student: facts });
  }),
);

test(
  '[I16] what was typed offline is compared with the register: elsewhere, unknown, other name, other birth date',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    await teacher.line.down();
    const nobody = makeIdentityNumber({ letter: 'Z', second: '1', serial: 7_654_321 });
    const right = freshStudent('xr');
    const given: readonly StudentFacts[] = [
      typed(freshStudent('qh')),
      typed(freshStudent('xr'), { identityNumber: nobody }),
      typed(freshStudent('xr'), { name: '打錯字' }),
      typed(freshStudent('xr'), { birthDate: '2010-02-03' }),
      typed(right),
    ];
    const cases: string[] = [];
    for (const student of given) cases.push(await file(teacher, student));
    await teacher.line.up();
    await world.pass(60_000);
    const differs = (path: string) => ({
      code: 'REGISTER_DIFFERS',
      fields: [{ path, code: 'registerDiffers' }],
    });
    expect((await outbox(teacher)).map(({ caseId, failure }) => [caseId, failure])).toEqual([
      [cases[0], { code: 'STUDENT_ELSEWHERE' }],
      [cases[1], { code: 'STUDENT_NOT_IN_REGISTER' }],
      [cases[2], differs('name')],
      [cases[3], differs('birthDate')],
    ]);
    expect((await list(teacher)).map(({ caseId }) => caseId)).toEqual([cases[4]]);
    expect((await see(teacher, cases[4] ?? '')).student).toEqual(right);

    const [, , wrongName] = await outbox(teacher);
    const { draftId } = getValue(await teacher.ask('outbox.withdraw', { opId: wrongName?.opId ?? '' }));
    const draft = getValue(await teacher.ask('draft.get', { draftId: draftId ?? '' }));
    const looked = getValue(await check(teacher, { identityNumber: draft.student?.identityNumber ?? '' }));
    if (looked.source !== 'register') throw new Error('central is there again');
    const again = { caseId: draft.caseId, values: draft.values, draftId };
    getValue(await tryFile(teacher, looked.student, again));
    await world.meet();
    expect((await see(teacher, draft.caseId)).row).toMatchObject({ state: 'FILED', delivery: 'received' });
  }),
);
