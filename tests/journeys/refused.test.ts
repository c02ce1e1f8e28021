import { expect, test } from 'vitest';
import { completeTracking } from '../helpers/case-builders.ts';
import { freshStudent, SAMPLES, factsOf, typed } from '../helpers/central-students.ts';
import { getFailure, getValue } from '../helpers/core.ts';
import { inWorld } from '../helpers/journey.ts';
import { act, file, list, outbox, pill, see, track, tryFile } from '../helpers/journey-acts.ts';

test(
  '[I6] [SY4] a refused operation holds up its own case alone and stays with its reason',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    await primary.line.down();
    const [stranger] = SAMPLES.xr.elsewhere;
    if (stranger === undefined) throw new RangeError('no student elsewhere');
    const bad = await file(primary, typed(factsOf(stranger)));
    const good = await file(primary, typed(freshStudent('xr')));
    const record = completeTracking('senior-high', { description: '寫了很久的紀錄' });
    await track(primary, bad, record);
    // More than one request holds, so that the refusal arrives while some of them still wait.
    for (let n = 0; n < 50; n += 1) await track(primary, good);
    await act(primary, bad, 'report');
    await act(primary, good, 'report');
    await primary.line.up();
    await world.pass(60_000);

    expect((await see(primary, good)).row).toMatchObject({ state: 'TRACKING', delivery: 'received' });
    expect(getFailure(await primary.ask('case.get', { caseId: bad })).code).toBe('NOT_FOUND');
    expect((await list(primary)).map(({ caseId }) => caseId)).toEqual([good]);
    const items = await outbox(primary);
    expect(items.map(({ action, delivery, failure }) => [action, delivery, failure?.code])).toEqual([
      ['submit', 'refused', 'STUDENT_ELSEWHERE'],
      ['sendTracking', 'waiting', undefined],
      ['report', 'waiting', undefined],
    ]);
    expect(new Set(items.slice(1).map(({ blockedBy }) => blockedBy))).toEqual(new Set([items[0]?.opId]));
    expect(await pill(primary)).toMatchObject({ failure: null });
    expect((await world.logged(bad)).map(({ status, failure }) => [status, failure])).toEqual([
      ['refused', 'STUDENT_ELSEWHERE'],
    ]);

    // However often it is tried, the others stay behind it and go nowhere.
    await world.meet();
    expect(await outbox(primary)).toEqual(items);
    const { draftId } = getValue(await primary.ask('outbox.withdraw', { opId: items[2]?.opId ?? '' }));
    expect(getValue(await primary.ask('draft.get', { draftId: draftId ?? '' }))).toMatchObject({
      kind: 'filing',
      caseId: bad,
      student: { identityNumber: stranger.identity_number },
    });
    const { drafts } = getValue(await primary.ask('draft.list', {}));
    expect(drafts.map(({ values }) => values['description'])).toContain('寫了很久的紀錄');
    expect(await outbox(primary)).toEqual([]);
    expect(await pill(primary)).toMatchObject({ waiting: 0, attention: 0 });
  }),
);

test(
  '[I6] after the person has withdrawn it, the case goes on from what central holds',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    const teacher = await world.computer('xr-teacher1');
    const caseId = await file(teacher, freshStudent('xr'));
    await world.meet();
    await teacher.line.down();
    await track(teacher, caseId);
    await act(primary, caseId, 'void');
    await world.meet();
    await teacher.line.up();
    await world.pass(60_000);
    const [refused] = await outbox(teacher);
    expect(refused).toMatchObject({ failure: { code: 'NOT_ALLOWED', detail: { reason: 'CASE_ENDED' } } });
    expect((await see(teacher, caseId)).row).toMatchObject({ state: 'VOIDED', delivery: 'refused' });
    const { draftId } = getValue(await teacher.ask('outbox.withdraw', { opId: refused?.opId ?? '' }));
    expect(getValue(await teacher.ask('draft.get', { draftId: draftId ?? '' }))).toMatchObject({
      kind: 'tracking',
      values: completeTracking('senior-high'),
    });
    expect((await see(teacher, caseId)).row).toMatchObject({ state: 'VOIDED', delivery: 'received' });
  }),
);

test(
  '[I5] [I6] after a refused act the next one of the case is built on what was committed before it',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    const teacher = await world.computer('xr-teacher1');
    const student = freshStudent('xr');
    const caseId = await file(teacher, student);
    await world.meet();
    await teacher.line.down();
    const view = await see(teacher, caseId);
    const again = { caseId, baseRevision: view.revision, values: { ...view.values, address: '舊的一份' } };
    getValue(await tryFile(teacher, student, again));
    await act(primary, caseId, 'sendBack');
    getValue(await tryFile(primary, student, { ...again, values: view.values }));
    await world.meet();
    await teacher.line.up();
    await world.pass(60_000);
    const [conflict] = await outbox(teacher);
    expect(conflict?.failure?.code).toBe('CONFLICT');
    // A new record stands beside the conflict and does not wait for it.
    await track(teacher, caseId);
    await world.meet();
    expect(await world.caseOf(caseId)).toMatchObject({ state: 'PENDING_REPORT', revision: 2 });
    expect((await see(teacher, caseId)).row).toMatchObject({ state: 'PENDING_REPORT', delivery: 'conflict' });
  }),
);
