import { expect, test } from 'vitest';
import { closingTracking } from '../helpers/case-builders.ts';
import { freshStudent, typed } from '../helpers/central-students.ts';
import { getValue } from '../helpers/core.ts';
import { inWorld } from '../helpers/journey.ts';
import { act, file, list, outbox, pill, see, track } from '../helpers/journey-acts.ts';

/** A whole case of one person on one computer: four operations, the last of which suggests closing. */
async function wholeCase(at: Parameters<typeof file>[0], student: Parameters<typeof file>[1]) {
  const caseId = await file(at, student);
  await track(at, caseId);
  await act(at, caseId, 'report');
  await track(at, caseId, closingTracking());
  await act(at, caseId, 'close');
  return caseId;
}
const WHOLE = ['submit', 'sendTracking', 'report', 'sendTracking', 'close'];

test(
  '[I2] [I15] [SY8] central refuses connections: a whole case goes on, waits, and arrives in order, once',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    await primary.line.down();
    const facts = freshStudent('xr');
    const looked = await primary.ask('student.check', {
      regime: 'senior-high',
      identityNumber: facts.identityNumber,
    });
    expect(getValue(looked)).toEqual({ source: 'offline', identityNumber: facts.identityNumber });
    const caseId = await wholeCase(primary, typed(facts));

    await primary.rest();
    expect(await list(primary)).toMatchObject([
      { caseId, state: 'CLOSED', delivery: 'waiting', caseNumber: null, reportedAt: null, closedAt: null },
    ]);
    const waiting = await outbox(primary);
    expect(waiting.map(({ action, delivery }) => [action, delivery])).toEqual(
      WHOLE.map((action) => [action, 'waiting']),
    );
    expect(new Set(waiting.map(({ failure }) => failure?.code))).toEqual(new Set(['OFFLINE']));
    expect(await pill(primary)).toMatchObject({ online: false, waiting: 5, attention: 0 });
    const paper = getValue(await primary.ask('print.get', { caseId, form: 'report' }));
    expect(paper.watermark).not.toBeNull();
    expect(await world.logged()).toEqual([]);

    await primary.line.up();
    await world.pass(60_000);
    expect(await outbox(primary)).toEqual([]);
    const logged = await world.logged(caseId);
    expect(logged.map(({ kind, status, seq }) => [kind, status, seq])).toEqual(
      WHOLE.map((kind, index) => [kind, 'committed', index + 1]),
    );
    expect(logged.map(({ opId }) => opId)).toEqual(waiting.map(({ opId }) => opId));
    const central = await world.caseOf(caseId);
    expect(primary.caseOf(caseId)).toEqual(central);
    expect((await see(primary, caseId)).row).toMatchObject({
      delivery: 'received',
      caseNumber: expect.stringMatching(/^2611210001-01$/) as string,
      reportedAt: central?.reportedAt,
      closedAt: central?.closedAt,
    });
    expect(Date.parse(central?.reportedAt ?? '')).toBeGreaterThan(world.clock.now() - 60_000);
    const proof = getValue(await primary.ask('print.get', { caseId, form: 'report' }));
    expect(proof.watermark).toBeNull();
    expect(central?.student).toEqual(facts);
  }),
);

test(
  '[I5] [SY1] many cases begun in turn while central is away keep their order, each in its own case',
  inWorld(async (world) => {
    const teacher = await world.computer('xr-teacher1');
    await teacher.line.down();
    const cases: string[] = [];
    for (let n = 0; n < 12; n += 1) cases.push(await file(teacher, typed(freshStudent('xr'))));
    for (let round = 0; round < 4; round += 1) for (const caseId of cases) await track(teacher, caseId);
    const made = (await outbox(teacher)).map(({ opId }) => opId);
    expect(made).toHaveLength(60);
    await teacher.line.up();
    await world.pass(60_000);
    expect((await world.logged()).map(({ opId }) => opId)).toEqual(made);
    const rows = await list(teacher);
    expect(new Set(rows.map(({ delivery }) => delivery))).toEqual(new Set(['received']));
    expect(new Set(rows.map(({ caseNumber }) => caseNumber)).size).toBe(12);
  }),
);

test(
  '[I14] the network comes and goes between the acts: nothing is lost, nothing comes twice',
  inWorld(async (world) => {
    const primary = await world.computer('xr-primary');
    const caseId = await file(primary, freshStudent('xr'));
    for (const down of [true, false, true, false]) {
      if (down) await primary.line.down();
      else await primary.line.up();
      await track(primary, caseId);
      await world.pass(45_000);
      expect((await see(primary, caseId)).row.delivery).toBe(down ? 'waiting' : 'received');
    }
    await act(primary, caseId, 'report');
    await world.meet();
    expect((await world.logged(caseId)).map(({ kind }) => kind)).toEqual([
      'submit',
      ...Array<string>(4).fill('sendTracking'),
      'report',
    ]);
  }),
);
