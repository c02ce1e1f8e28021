import { expect, test } from 'vitest';
import { completeFiling, completeTracking } from '../helpers/case-builders.ts';
import { freshStudent, typed } from '../helpers/central-students.ts';
import { getValue } from '../helpers/core.ts';
import { inWorld } from '../helpers/journey.ts';
import { act, edit, file, list, outbox, pill, see, track, tryFile } from '../helpers/journey-acts.ts';

test(
  '[I7] two edit one case: the first stays, the second is told, keeps the text and sends it anew',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    const primary = await world.computer('xr-primary');
    const caseId = await file(teacher, freshStudent('xr'));
    await world.meet();
    await primary.line.down();
    getValue(await edit(primary, caseId, { address: '主通寫的地址' }));
    getValue(await edit(teacher, caseId, { address: '導師寫的地址' }));
    await teacher.rest();
    expect((await see(primary, caseId)).values['address']).toBe('主通寫的地址');

    await primary.line.up();
    await world.pass(60_000);
    const central = await world.caseOf(caseId);
    expect(central).toMatchObject({ revision: 2, values: { address: '導師寫的地址' } });
    const view = await see(primary, caseId);
    expect(view).toMatchObject({ revision: 2, row: { delivery: 'conflict' } });
    expect(view.values['address']).toBe('導師寫的地址');
    const [conflict] = await outbox(primary);
    expect(conflict).toMatchObject({
      delivery: 'conflict',
      failure: { code: 'CONFLICT', detail: { revision: 2, baseRevision: 1 } },
    });
    expect(await pill(primary)).toMatchObject({ waiting: 0, attention: 1 });
    expect(view.timeline.at(-1)).toMatchObject({
      delivery: 'conflict',
      values: { address: '主通寫的地址' },
    });

    const { draftId } = getValue(await primary.ask('outbox.withdraw', { opId: conflict?.opId ?? '' }));
    const draft = getValue(await primary.ask('draft.get', { draftId: draftId ?? '' }));
    expect(draft).toMatchObject({ kind: 'filing', caseId, baseRevision: 2 });
    expect(draft.values['address']).toBe('主通寫的地址');
    getValue(
      await tryFile(primary, view.student, {
        caseId,
        values: draft.values,
        baseRevision: draft.baseRevision,
        draftId,
      }),
    );
    await world.meet();
    expect(await world.caseOf(caseId)).toMatchObject({ revision: 3, values: { address: '主通寫的地址' } });
    expect(getValue(await primary.ask('draft.list', {})).drafts).toEqual([]);
    expect((await see(teacher, caseId)).values['address']).toBe('主通寫的地址');
  }),
);

test(
  '[I7] the reporter reports what he has not seen: a conflict, not a report of other content',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    const primary = await world.computer('xr-primary');
    const caseId = await file(teacher, freshStudent('xr'));
    await track(teacher, caseId);
    await world.meet();
    await primary.line.down();
    await act(primary, caseId, 'report');
    getValue(await edit(teacher, caseId, { address: '改過的地址' }));
    await teacher.rest();
    await primary.line.up();
    await world.pass(60_000);
    expect(await world.caseOf(caseId)).toMatchObject({ state: 'PENDING_REPORT', reportedAt: null });
    expect((await see(primary, caseId)).row).toMatchObject({
      state: 'PENDING_REPORT',
      delivery: 'conflict',
      reportedAt: null,
    });
  }),
);

test(
  '[security 7.22] two file the same student offline: the second is told of the duplicate and loses nothing',
  inWorld(async (world) => {
    const first = await world.computer('xr-teacher1');
    const second = await world.computer('xr-teacher2');
    const student = typed(freshStudent('xr'));
    await first.line.down();
    await second.line.down();
    const kept = await file(first, student);
    const values = completeFiling('senior-high', { address: '第二位寫的' });
    const doubled = await file(second, student, { values });
    await track(second, doubled);
    await first.line.up();
    await world.pass(60_000);
    await second.line.up();
    await world.pass(60_000);

    expect(await world.caseOf(doubled)).toBeUndefined();
    const [refused, behind] = await outbox(second);
    expect(refused).toMatchObject({
      name: student.name,
      delivery: 'refused',
      failure: { code: 'DUPLICATE_CASE', detail: { caseNumber: '2611210001-01', state: 'FILED' } },
    });
    expect(behind).toMatchObject({ delivery: 'waiting', blockedBy: refused?.opId });
    expect(await list(second)).toEqual([]);
    const { draftId } = getValue(await second.ask('outbox.withdraw', { opId: refused?.opId ?? '' }));
    expect(getValue(await second.ask('draft.get', { draftId: draftId ?? '' }))).toMatchObject({
      kind: 'filing',
      student: { name: student.name, identityNumber: student.identityNumber },
      values,
    });
    const { drafts } = getValue(await second.ask('draft.list', {}));
    expect(drafts.map(({ kind }) => kind).toSorted()).toEqual(['filing', 'tracking']);
    expect(await outbox(second)).toEqual([]);
    expect((await world.caseOf(kept))?.state).toBe('FILED');
  }),
);

test(
  '[I7] two write tracking records of one case at the same time: both stay, on both computers',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    const counsellor = await world.computer('xr-counselor');
    const caseId = await file(primary, freshStudent('xr'));
    await world.meet();
    await primary.line.down();
    await counsellor.line.down();
    await track(primary, caseId, completeTracking('senior-high', { description: '主通的紀錄' }));
    await track(counsellor, caseId, completeTracking('senior-high', { description: '輔導的紀錄' }));
    await counsellor.line.up();
    await world.pass(60_000);
    await primary.line.up();
    await world.pass(60_000);
    await world.meet();
    for (const at of [primary, counsellor]) {
      const { tracking, row } = await see(at, caseId);
      expect(tracking.map(({ values }) => values['description'])).toEqual(['輔導的紀錄', '主通的紀錄']);
      expect(row).toMatchObject({ state: 'PENDING_REPORT', trackingSent: 2, delivery: 'received' });
    }
  }),
);
