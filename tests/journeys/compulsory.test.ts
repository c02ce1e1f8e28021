import { expect, test } from 'vitest';
import { completeFiling } from '../helpers/case-builders.ts';
import { freshStudent, typed } from '../helpers/central-students.ts';
import { getFailure } from '../helpers/core.ts';
import { inWorld } from '../helpers/journey.ts';
import { act, file, list, outbox, see, track, tryAct } from '../helpers/journey-acts.ts';
import type { Computer } from '../helpers/journey-computer.ts';

const REGIME = { regime: 'compulsory' } as const;

const reasonOf = async (at: Computer, caseId: string, action: Parameters<typeof tryAct>[2]) => {
  const failure = getFailure(await tryAct(at, caseId, action));
  return [failure.code, failure.detail?.['reason']];
};

test(
  '[S B:19] [S B:157] [S B:45] [S B:46] [S B:158] a 中輟 case of the first class lives its whole life over the same calls',
  inWorld(async (world) => {
    const homeroom = await world.computer('sf-homeroom');
    const registrar = await world.computer('sf-registrar');
    const discipline = await world.computer('sf-discipline');
    const guidance = await world.computer('sf-guidance');
    const student = freshStudent('sf');
    const caseId = await file(homeroom, student, REGIME);
    await track(homeroom, caseId);
    await world.meet();

    expect(await reasonOf(registrar, caseId, 'report')).toEqual(['FORBIDDEN', 'OTHER_OFFICE']);
    expect(await reasonOf(guidance, caseId, 'report')).toEqual(['FORBIDDEN', 'WRONG_ROLE']);
    expect(await act(discipline, caseId, 'report')).toBe('DROPOUT');
    expect(await reasonOf(discipline, caseId, 'loseAgain')).toEqual(['NOT_ALLOWED', 'NOT_FOUND_YET']);
    expect(await act(discipline, caseId, 'find')).toBe('FOUND');
    expect(await act(discipline, caseId, 'loseAgain')).toBe('DROPOUT');
    expect(await act(discipline, caseId, 'find')).toBe('FOUND');
    await world.meet();
    expect(await act(guidance, caseId, 'acceptReturn')).toBe('RETURNING');
    await world.meet();
    expect(await reasonOf(discipline, caseId, 'confirmReturn')).toEqual(['FORBIDDEN', 'WRONG_ROLE']);
    expect(await reasonOf(guidance, caseId, 'close')).toEqual(['NOT_ALLOWED', 'NOT_RETURNED']);
    expect(await act(registrar, caseId, 'confirmReturn')).toBe('RETURNED');
    await world.meet();
    expect(await act(guidance, caseId, 'close')).toBe('CLOSED');
    await world.meet();

    const central = await world.caseOf(caseId);
    expect(central).toMatchObject({
      regime: 'compulsory',
      state: 'CLOSED',
      closeReason: 'MOVED_AFTER_RETURN',
      student,
    });
    expect(central?.reportedAt).not.toBeNull();
    for (const at of [homeroom, registrar, discipline, guidance]) {
      expect(await list(at, 'compulsory')).toMatchObject([
        { caseId, state: 'CLOSED', delivery: 'received', name: student.name },
      ]);
      expect(await list(at, 'senior-high')).toEqual([]);
      expect((await see(at, caseId)).timeline.map(({ stateAfter }) => stateAfter)).toEqual([
        'SLIP',
        'SLIP',
        'DROPOUT',
        'FOUND',
        'DROPOUT',
        'FOUND',
        'RETURNING',
        'RETURNED',
        'CLOSED',
      ]);
    }
  }),
);

test(
  '[RG21] [CS4] the office of the class reports, and central refuses the other office past its own core',
  inWorld(async (world) => {
    const registrar = await world.computer('sf-registrar');
    const values = completeFiling('compulsory', { category: 'CLASS3' });
    const caseId = await file(registrar, freshStudent('sf'), { ...REGIME, values });
    await world.meet();
    const wrong = await world.central.signIn('sf-discipline');
    expect(await wrong.act('report', { ...REGIME, caseId, baseRevision: 1 })).toMatchObject({
      status: 'refused',
      failure: { detail: { reason: 'OTHER_OFFICE' } },
    });
    expect(await act(registrar, caseId, 'report')).toBe('DROPOUT');
    await world.meet();
    expect(await world.caseOf(caseId)).toMatchObject({ state: 'DROPOUT' });
    expect((await world.logged(caseId)).map(({ status }) => status)).toEqual([
      'committed',
      'committed',
      'refused',
    ]);
  }),
);

test(
  '[S B:156] offline in a small school, where one person holds three offices: open, report, find, return, close',
  inWorld(async (world) => {
    const office = await world.computer('zx-office');
    await office.line.down();
    const values = completeFiling('compulsory', { category: 'CLASS2' });
    const caseId = await file(office, typed(freshStudent('zx')), { ...REGIME, values });
    for (const action of ['report', 'find', 'acceptReturn', 'confirmReturn', 'close'] as const)
      await act(office, caseId, action);
    expect(await outbox(office)).toHaveLength(6);
    await office.line.up();
    await world.pass(60_000);
    expect(await world.caseOf(caseId)).toMatchObject({ state: 'CLOSED', pending: 0 });
    expect((await see(office, caseId)).row.delivery).toBe('received');
  }),
);

test(
  'a school with both parts keeps both regimes apart, the same student may have a case in each',
  inWorld(async (world) => {
    const homeroom = await world.computer('mh-homeroom');
    const primary = await world.computer('mh-primary');
    const student = freshStudent('mh');
    const dropout = await file(homeroom, student, REGIME);
    const leaving = await file(primary, student);
    await world.meet();
    expect((await list(homeroom, 'compulsory')).map(({ caseId }) => caseId)).toEqual([dropout]);
    expect(await list(homeroom)).toEqual([]);
    expect((await list(primary)).map(({ caseId }) => caseId)).toEqual([leaving]);
    expect(await list(primary, 'compulsory')).toEqual([]);
    const other = await primary.ask('case.file', {
      opId: leaving,
      caseId: dropout,
      regime: 'compulsory',
      action: 'submit',
      student,
      values: completeFiling('compulsory'),
      baseRevision: 0,
      draftId: null,
    });
    expect(getFailure(other)).toMatchObject({ code: 'FORBIDDEN' });
  }),
);
