import { expect, test } from 'vitest';
import { embeddedRegister, type StudentRegister } from '../../central/neighbours/student-register.ts';
import type { OperationResult } from '../../shared/contract/central.ts';
import { nextId } from '../helpers/case-builders.ts';
import { freshStudent } from '../helpers/central-students.ts';
import { aFiling, getFailure, getValue } from '../helpers/core.ts';
import { inWorld } from '../helpers/journey.ts';
import { act, file, outbox, see, track } from '../helpers/journey-acts.ts';
import type { Computer } from '../helpers/journey-computer.ts';
import type { Carried, Weather } from '../helpers/journey-line.ts';

const submissions = (at: Computer): Carried[] =>
  at.line.carried.filter(({ call }) => call === 'operation.submit');

const resultsOf = (answer: string): OperationResult[] =>
  (JSON.parse(answer) as { results: OperationResult[] }).results;

const BROKEN_REGISTER: StudentRegister = { find: () => Promise.reject(new Error('planted')) };
let broken = false;

/** The line does this to the first submission and nothing to all else. */
function once(at: Computer, weather: Weather): void {
  at.line.weather = ({ call }) => {
    if (call !== 'operation.submit') return undefined;
    at.line.weather = () => undefined;
    return weather;
  };
}

test(
  '[I3] the answer is lost after the commit: sent again, one effect, the same receipt',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    once(primary, 'lost');
    const caseId = await file(primary, freshStudent('xr'));
    await primary.rest();
    expect((await see(primary, caseId)).row).toMatchObject({ delivery: 'waiting', caseNumber: null });
    expect(await world.logged()).toHaveLength(1);
    await world.pass(10_000);
    const [first, second, ...more] = submissions(primary);
    expect(more).toEqual([]);
    expect(resultsOf(second?.answer ?? '')).toEqual(resultsOf(first?.answer ?? ''));
    expect(resultsOf(first?.answer ?? '')).toMatchObject([{ status: 'committed' }]);
    expect(await world.logged()).toHaveLength(1);
    expect((await see(primary, caseId)).row).toMatchObject({ state: 'FILED', delivery: 'received' });
  }),
);

test(
  '[I4] a refusal whose answer is lost is the same refusal when it is asked again',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    const teacher = await world.computer('xr-teacher1');
    const student = freshStudent('xr');
    await file(teacher, student);
    await world.meet();
    // He sees his own cases alone, so his computer cannot know.
    const late = await world.computer('xr-teacher2');
    once(late, 'lost');
    await file(late, student);
    await late.rest();
    await world.pass(10_000);
    const [first, second] = submissions(late).map(({ answer }) => resultsOf(answer));
    expect(first).toMatchObject([{ status: 'refused', failure: { code: 'DUPLICATE_CASE' } }]);
    expect(second).toEqual(first);
    expect(await outbox(late)).toMatchObject([{ delivery: 'refused', failure: { code: 'DUPLICATE_CASE' } }]);
    expect(getFailure(await primary.ask('case.file', aFiling({ student }))).code).toBe('DUPLICATE_CASE');
  }),
);

test(
  '[I4] a fault of the service is not remembered: the operation waits, and goes through when it is over',
  inWorld(
    async (world) => {
      const primary = await world.computer('xr-primary');
      broken = true;
      const caseId = await file(primary, freshStudent('xr'));
      await primary.rest();
      expect(await outbox(primary)).toMatchObject([
        { delivery: 'waiting', attempts: 1, failure: { code: 'UNEXPECTED' } },
      ]);
      expect(await world.logged()).toEqual([]);
      expect(world.central.faults.splice(0)).toHaveLength(1);
      broken = false;
      await world.pass(10_000);
      expect((await see(primary, caseId)).row.delivery).toBe('received');
      expect(await world.logged()).toMatchObject([{ status: 'committed' }]);
    },
    { registerFor: (db) => (broken ? BROKEN_REGISTER : embeddedRegister(db)) },
  ),
);

test(
  '[I3] a request delivered twice has one effect and one receipt',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    primary.line.weather = ({ call }) => (call === 'operation.submit' ? 'twice' : undefined);
    const caseId = await file(primary, freshStudent('xr'));
    await track(primary, caseId);
    await act(primary, caseId, 'report');
    await world.meet();
    expect((await world.logged(caseId)).map(({ kind, status }) => [kind, status])).toEqual([
      ['submit', 'committed'],
      ['sendTracking', 'committed'],
      ['report', 'committed'],
    ]);
    expect((await see(primary, caseId)).row).toMatchObject({ state: 'TRACKING', delivery: 'received' });
  }),
);

test(
  '[I3] old requests come again, in any order, long after: the same receipts and no effect',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    const caseId = await file(primary, freshStudent('xr'));
    await primary.rest();
    await track(primary, caseId);
    await primary.rest();
    await act(primary, caseId, 'report');
    await world.meet();
    const before = await world.caseOf(caseId);
    const sent = submissions(primary);
    expect(sent.length).toBeGreaterThanOrEqual(3);
    for (const carried of [...sent.toReversed(), ...sent])
      expect(resultsOf(await primary.line.replay(carried))).toEqual(resultsOf(carried.answer));
    expect(await world.caseOf(caseId)).toEqual(before);
    expect(await world.logged(caseId)).toHaveLength(3);
  }),
);

test(
  '[I3] [SY2] answers in another order than the questions, or twice, settle each operation with its own',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    await teacher.line.down();
    const first = freshStudent('xr');
    const cases = [await file(teacher, first), await file(teacher, freshStudent('xr'))];
    for (const caseId of cases) await track(teacher, caseId);
    const other = await world.computer('xr-teacher2');
    await file(other, first);
    await other.rest();
    teacher.line.weather = ({ call }) =>
      call === 'operation.submit'
        ? {
            rewrite: (text) => {
              const results = resultsOf(text).toReversed();
              return JSON.stringify({ results: [...results, ...results] });
            },
          }
        : undefined;
    await teacher.line.up();
    await world.pass(60_000);
    expect((await outbox(teacher)).map(({ caseId, delivery }) => [caseId, delivery])).toEqual([
      [cases[0], 'refused'],
      [cases[0], 'waiting'],
    ]);
    expect((await see(teacher, cases[1] ?? '')).row.delivery).toBe('received');
  }),
);

test(
  '[security 7.20] a double click, and Enter after it, is one operation with one answer',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    const filing = aFiling({ student: freshStudent('xr') });
    const answers = await Promise.all([1, 2, 3].map(() => primary.ask('case.file', filing)));
    expect(new Set(answers.map((answer) => JSON.stringify(getValue(answer)))).size).toBe(1);
    await primary.rest();
    expect(getValue(await primary.ask('case.file', filing)).opId).toBe(filing.opId);
    await world.meet();
    expect(await world.logged()).toMatchObject([{ opId: filing.opId, status: 'committed' }]);
    const other = await primary.ask('case.file', { ...filing, caseId: nextId() });
    expect(getFailure(other).code).toBe('OP_ID_REUSED');
  }),
);
