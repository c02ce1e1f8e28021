import { expect, test } from 'vitest';
import { completeTracking, nextId } from '../helpers/case-builders.ts';
import { freshStudent } from '../helpers/central-students.ts';
import { getFailure, getValue } from '../helpers/core.ts';
import { inWorld, type World } from '../helpers/journey.ts';
import { edit, file, list, outbox, see, track, tryAct, tryFile, tryTrack } from '../helpers/journey-acts.ts';

const NOT_FOUND = { code: 'NOT_FOUND' };

test(
  '[S A:37] [CS6] [security 7.27] 導師 sees his own cases, 輔導人員 and 一級主管 all, and 一級主管 only reads',
  inWorld(async (world) => {
    const [mine, other, counsellor, head] = [
      await world.computer('xr-teacher1'),
      await world.computer('xr-teacher2'),
      await world.computer('xr-counselor'),
      await world.computer('xr-head'),
    ];
    const caseId = await file(mine, freshStudent('xr'));
    const second = await file(other, freshStudent('xr'));
    await world.meet();
    expect((await list(mine)).map((row) => row.caseId)).toEqual([caseId]);
    expect((await list(other)).map((row) => row.caseId)).toEqual([second]);
    for (const at of [counsellor, head]) expect(await list(at)).toHaveLength(2);
    expect(getFailure(await other.ask('case.get', { caseId }))).toEqual(NOT_FOUND);
    expect(getFailure(await tryTrack(head, caseId))).toEqual({
      code: 'FORBIDDEN',
      detail: { reason: 'WRONG_ROLE' },
    });
    expect(getFailure(await tryFile(counsellor, freshStudent('xr')))).toMatchObject({ code: 'FORBIDDEN' });
    const looked = { regime: 'senior-high', identityNumber: freshStudent('xr').identityNumber } as const;
    expect(getFailure(await counsellor.ask('student.check', looked)).code).toBe('FORBIDDEN');
    for (const at of [mine, counsellor])
      expect(getFailure(await tryAct(at, caseId, 'report'))).toMatchObject({
        detail: { reason: 'WRONG_ROLE' },
      });
    expect(await world.logged()).toHaveLength(2);
  }),
);

test(
  '[security 7.27] [CS5] a case of another school, or of another 導師, answers like an unknown id, at core and central',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    const caseId = await file(teacher, freshStudent('xr'));
    const op = await track(teacher, caseId);
    await world.meet();
    for (const account of ['xr-teacher2', 'qh-primary']) {
      const at = await world.computer(account);
      for (const id of [caseId, nextId()]) {
        expect(getFailure(await at.ask('case.get', { caseId: id }))).toEqual(NOT_FOUND);
        expect(getFailure(await tryTrack(at, id))).toEqual(NOT_FOUND);
        expect(getFailure(await tryAct(at, id, 'void'))).toEqual(NOT_FOUND);
        const paper = await at.ask('print.get', { caseId: id, form: 'report' });
        expect(getFailure(paper)).toEqual(NOT_FOUND);
      }
      expect(getFailure(await at.ask('outbox.withdraw', { opId: op }))).toEqual(NOT_FOUND);

      // Past the core, by an own client: central says the same of both.
      const client = await world.central.signIn(account);
      const answers = [];
      for (const id of [caseId, nextId()]) {
        const results = [
          await client.act('sendTracking', { caseId: id, values: completeTracking('senior-high') }),
          await client.act('report', { caseId: id, baseRevision: 1 }),
        ];
        answers.push(results.map(({ opId: _, ...rest }) => rest));
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]).toEqual(Array(2).fill({ status: 'refused', failure: NOT_FOUND }));
      expect(await client.changes()).toEqual([]);
    }
  }),
);

test(
  '[CS5] filing under the id of somebody else’s case is refused visibly and changes nothing there',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    const stranger = await world.computer('qh-primary');
    const caseId = await file(teacher, freshStudent('xr'));
    await world.meet();
    const before = await world.caseOf(caseId);
    getValue(await tryFile(stranger, freshStudent('qh'), { caseId }));
    await world.meet();
    expect(await world.caseOf(caseId)).toEqual(before);
    expect(await outbox(stranger)).toMatchObject([{ delivery: 'refused', failure: NOT_FOUND }]);
    expect(await list(stranger)).toEqual([]);
  }),
);

const setAccount = async (
  { db }: World,
  account: string,
  values: { status?: 'normal' | 'disabled'; verified?: boolean; roles?: ['HEAD'] | ['HOMEROOM'] },
): Promise<void> => {
  await db.updateTable('accounts').set(values).where('account', '=', account).executeTakeFirstOrThrow();
};

test(
  '[I9] a disabled account: what waits is not applied and not dropped; enabled again, it arrives once',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    await teacher.line.down();
    const caseId = await file(teacher, freshStudent('xr'));
    await track(teacher, caseId);
    await setAccount(world, 'xr-teacher1', { status: 'disabled', verified: false });
    await teacher.line.up();
    await world.pass(60_000);
    expect(await world.logged()).toEqual([]);
    // 停用 ends the session on the computer as well; what waits stays in the vault (SY12).
    expect(getFailure(await teacher.ask('outbox.list', {}))).toEqual({ code: 'SIGNED_OUT' });
    expect(getFailure(await teacher.signIn())).toEqual({ code: 'ACCOUNT_DISABLED' });

    await setAccount(world, 'xr-teacher1', { status: 'normal', verified: true });
    getValue(await teacher.signIn());
    expect(await outbox(teacher)).toEqual([]);
    expect((await world.logged()).map(({ kind, status }) => [kind, status])).toEqual([
      ['submit', 'committed'],
      ['sendTracking', 'committed'],
    ]);
  }),
);

test(
  '[I9] a right that is lost while an operation waits: never applied, never dropped, 權限已變更',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    const caseId = await file(teacher, freshStudent('xr'));
    await world.meet();
    await teacher.line.down();
    await track(teacher, caseId);
    getValue(await edit(teacher, caseId, { address: '還沒送出的地址' }));
    await setAccount(world, 'xr-teacher1', { roles: ['HEAD'] });
    await teacher.line.up();
    await world.pass(60_000);
    expect(await world.caseOf(caseId)).toMatchObject({ state: 'FILED', revision: 1 });
    const [revoked, behind] = await outbox(teacher);
    expect(revoked).toMatchObject({ delivery: 'revoked', failure: { code: 'REVOKED' } });
    expect(behind).toMatchObject({ delivery: 'waiting', blockedBy: revoked?.opId });
    expect((await see(teacher, caseId)).timeline.at(-1)?.values).toMatchObject({
      address: '還沒送出的地址',
    });
  }),
);
