import { expect, test } from 'vitest';
import { closingTracking, completeFiling } from '../helpers/case-builders.ts';
import { freshStudent, moveStudent } from '../helpers/central-students.ts';
import { getFailure, getValue } from '../helpers/core.ts';
import { inWorld, type World } from '../helpers/journey.ts';
import { act, file, list, outbox, see, track, tryAct, tryFile, tryTrack } from '../helpers/journey-acts.ts';

/** 導師 files, 輔導人員 suggests this reason, and the case has come to 待結案. */
async function pendingClose(world: World, reason: string) {
  const teacher = await world.computer('xr-teacher1');
  const primary = await world.computer('xr-primary');
  const counsellor = await world.computer('xr-counselor');
  const student = freshStudent('xr');
  const caseId = await file(teacher, student);
  await track(teacher, caseId);
  await world.meet();
  await act(primary, caseId, 'report');
  await world.meet();
  await track(counsellor, caseId, closingTracking(reason));
  await world.meet();
  return { teacher, primary, counsellor, student, caseId };
}

const OVERRIDE = {
  override: 'yes',
  overrideMethod: 'PHONE',
  overrideOn: '2026-11-20',
  overrideBy: '陳主任',
};

test(
  '[S A:557] [S A:471] [S A:572] file, track, report, suggest closing, close: each sees what the other did',
  inWorld(async (world) => {
    const { teacher, primary, counsellor, caseId, student } = await pendingClose(world, 'BACK_TO_SCHOOL');
    const before = await see(primary, caseId);
    expect(before.row).toMatchObject({ state: 'PENDING_CLOSE', delivery: 'received', name: student.name });
    expect(before.suggestedReason).toBe('BACK_TO_SCHOOL');
    expect(await act(primary, caseId, 'close')).toBe('CLOSED');
    await world.meet();

    const central = await world.caseOf(caseId);
    expect(central).toMatchObject({ state: 'CLOSED', closeReason: 'BACK_TO_SCHOOL', pending: 0 });
    for (const at of [teacher, primary, counsellor]) {
      expect(at.caseOf(caseId)).toEqual(central);
      expect((await see(at, caseId)).timeline.map(({ action, actorName }) => [action, actorName])).toEqual([
        ['submit', teacher.account.name],
        ['sendTracking', teacher.account.name],
        ['report', primary.account.name],
        ['sendTracking', counsellor.account.name],
        ['close', primary.account.name],
      ]);
      expect(await outbox(at)).toEqual([]);
      expect(at.notes).toEqual([]);
    }
  }),
);

test(
  '[S A:1300] closing with 返校復學 against the register: refused visibly, then accepted with an override',
  inWorld(async (world) => {
    const { primary, teacher, caseId, student } = await pendingClose(world, 'BACK_TO_SCHOOL');
    await moveStudent(world.db, student.identityNumber, { status: 'LEFT' });
    expect(await act(primary, caseId, 'close')).toBe('CLOSED');
    await world.meet();
    expect((await see(primary, caseId)).row).toMatchObject({ state: 'PENDING_CLOSE', delivery: 'refused' });
    expect(await world.caseOf(caseId)).toMatchObject({ state: 'PENDING_CLOSE', closedAt: null });
    const [refused] = await outbox(primary);
    expect(refused).toMatchObject({
      action: 'close',
      delivery: 'refused',
      failure: { code: 'ENROLMENT_MISMATCH', detail: { reason: 'BACK_TO_SCHOOL' } },
    });

    getValue(await primary.ask('outbox.withdraw', { opId: refused?.opId ?? '' }));
    expect(await act(primary, caseId, 'close', OVERRIDE)).toBe('CLOSED');
    await world.meet();
    expect(await world.caseOf(caseId)).toMatchObject({ state: 'CLOSED', acts: { close: OVERRIDE } });
    expect((await see(teacher, caseId)).row).toMatchObject({ state: 'CLOSED', delivery: 'received' });
    expect((await world.logged(caseId)).filter(({ kind }) => kind === 'close')).toMatchObject([
      { status: 'committed' },
      { status: 'refused', failure: 'ENROLMENT_MISMATCH' },
    ]);
  }),
);

test(
  '[S A:1300] closing with 其它高中職就讀 goes through when the register shows the student there',
  inWorld(async (world) => {
    const { primary, caseId, student } = await pendingClose(world, 'OTHER_SENIOR_HIGH');
    await act(primary, caseId, 'close');
    await world.meet();
    const [refused] = await outbox(primary);
    expect(refused?.failure?.code).toBe('ENROLMENT_MISMATCH');
    const other = await world.computer('qh-primary');
    await moveStudent(world.db, student.identityNumber, { schoolId: other.account.school?.id ?? '' });
    getValue(await primary.ask('outbox.withdraw', { opId: refused?.opId ?? '' }));
    await act(primary, caseId, 'close');
    await world.meet();
    expect(await world.caseOf(caseId)).toMatchObject({ state: 'CLOSED', closeReason: 'OTHER_SENIOR_HIGH' });
  }),
);

test(
  '[security 7.23] [S A:455] without a tracking record no 通報, without a suggestion no 結案, each with its reason',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    const caseId = await file(primary, freshStudent('xr'));
    const early = getFailure(await tryAct(primary, caseId, 'report'));
    expect(early).toEqual({ code: 'NOT_ALLOWED', detail: { reason: 'NO_SENT_TRACKING' } });
    await track(primary, caseId);
    await act(primary, caseId, 'report');
    const unready = getFailure(await tryAct(primary, caseId, 'close'));
    expect(unready).toEqual({ code: 'NOT_ALLOWED', detail: { reason: 'NO_CLOSE_SUGGESTION' } });
    const foreign = await tryTrack(primary, caseId, closingTracking('EMPLOYED'));
    expect(getFailure(foreign).code).toBe('REASON_NOT_ALLOWED');
    await world.meet();
    expect(await list(primary)).toMatchObject([{ state: 'TRACKING', delivery: 'received' }]);
    expect((await world.logged(caseId)).map(({ kind }) => kind)).toEqual([
      'submit',
      'sendTracking',
      'report',
    ]);
  }),
);

test(
  '[security 7.25] [S A:370] 離校種類 of a reported case: refused with the way out, by the core and past it',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    const student = freshStudent('xr');
    const caseId = await file(primary, student);
    await track(primary, caseId);
    await act(primary, caseId, 'report');
    await world.meet();
    const values = completeFiling('senior-high', { category: 'SUSPENSION', suspensionFrom: '2026-11-01' });
    const given = { caseId, values, baseRevision: 1 };
    expect(getFailure(await tryFile(primary, student, given)).code).toBe('CATEGORY_FIXED');
    const client = await world.central.signIn('xr-primary');
    expect(await client.act('submit', { ...given, student })).toMatchObject({
      status: 'refused',
      failure: { code: 'CATEGORY_FIXED' },
    });
    expect(await world.caseOf(caseId)).toMatchObject({ revision: 1, values: { category: 'ABSENCE3' } });
  }),
);
