import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseRow, CaseView } from '../../shared/contract/core.ts';
import { REGIMES } from '../../shared/regime/regimes.ts';
import { closingTracking } from '../helpers/case-builders.ts';
import { freshStudent } from '../helpers/central-students.ts';
import { openWorld, type World } from '../helpers/journey.ts';
import { act, file, list, outbox, see, track } from '../helpers/journey-acts.ts';
import type { Computer } from '../helpers/journey-computer.ts';

/** Turns of the loop that something waits. */
const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((done) => setImmediate(done));
};

const PHASES = ['unreported', 'reported', 'ended'];
const phaseOf = ({ regime, state }: CaseRow): number =>
  PHASES.indexOf(REGIMES[regime].states[state]?.phase ?? '');

/** What of a case may only grow while nothing is refused. */
interface Seen {
  readonly lines: ReadonlySet<string>;
  readonly committed: ReadonlySet<string>;
  readonly records: number;
  readonly phase: number;
  readonly facts: readonly (string | null)[];
}

const seenIn = (row: CaseRow, view: CaseView): Seen => ({
  lines: new Set(view.timeline.map(({ opId }) => opId)),
  committed: new Set(view.timeline.filter(({ committedAt }) => committedAt !== null).map(({ opId }) => opId)),
  records: row.trackingSent,
  phase: phaseOf(row),
  facts: [row.caseNumber, row.reportedAt, row.closedAt],
});

/** How the second is older than the first, in words; empty when it is not. */
const olderIn = (before: Seen, after: Seen): string[] => [
  ...[...before.lines].filter((opId) => !after.lines.has(opId)).map((opId) => `line ${opId} is gone`),
  ...[...before.committed].filter((opId) => !after.committed.has(opId)).map((opId) => `${opId} waits again`),
  ...(after.records < before.records ? ['a record is gone'] : []),
  ...(after.phase < before.phase ? ['back to an earlier phase'] : []),
  ...before.facts.flatMap((fact, at) =>
    fact !== null && after.facts[at] !== fact ? [`a fact of the service changed: ${fact}`] : [],
  ),
];

interface Told {
  readonly older: readonly string[];
  readonly reads: number;
}

/** Reads list and case again and again until it is told to stop; tells what was older than before. */
function reader(at: Computer, caseId: string): { stop(): Promise<Told> } {
  let on = true;
  const older: string[] = [];
  let reads = 0;
  const run = async (): Promise<Told> => {
    let last: Seen | undefined;
    for (; on; await turns(2)) {
      const row = (await list(at)).find((one) => one.caseId === caseId);
      if (row === undefined) {
        older.push('the case is not in the list');
        continue;
      }
      const view = await see(at, caseId);
      const now = seenIn(view.row, view);
      const received = view.timeline.filter(({ delivery }) => delivery === 'received');
      if (received.some(({ committedAt }) => committedAt === null)) older.push('received, but when?');
      // The list was read first, so it may be older than the case, but not than what was read before.
      if (last !== undefined)
        older.push(
          ...olderIn({ ...last, lines: NONE, committed: NONE }, seenIn(row, view)),
          ...olderIn(last, now),
        );
      last = now;
      reads += 1;
    }
    return { older: [...new Set(older)], reads };
  };
  const told = run();
  return {
    stop: () => {
      on = false;
      return told;
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

const ACTS = ['track', 'suggest', 'report'] as const;
const FATES = ['ok', 'ok', 'ok', 'twice', 'lost'] as const;

/** What one of the two does, how long the next waits, and what the network does to a request meanwhile. */
interface Step {
  readonly who: 0 | 1;
  readonly act: (typeof ACTS)[number];
  readonly wait: number;
  readonly hold: number;
  readonly fate: (typeof FATES)[number];
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(0, 1),
  act: fc.constantFrom(...ACTS),
  wait: fc.nat(12),
  hold: fc.nat(12),
  fate: fc.constantFrom(...FATES),
});

async function take(at: Computer, caseId: string, step: Step): Promise<void> {
  const { verdicts } = (await see(at, caseId)).row;
  if (step.act === 'report' && verdicts.report?.allowed === true) await act(at, caseId, 'report');
  else await track(at, caseId, step.act === 'suggest' ? closingTracking() : undefined);
}

/** Two people write as the schedule has it, on a network as it has it, until the case is closed. */
async function write(world: World, pair: Pair, caseId: string, schedule: readonly Step[]): Promise<void> {
  const [primary, counsellor] = pair;
  let sent = 0;
  for (const at of pair)
    at.line.weather = () => {
      const step = schedule[(sent += 1) % schedule.length];
      return step === undefined || step.fate === 'ok' ? { hold: turns(step?.hold ?? 0) } : step.fate;
    };
  for (const step of schedule) {
    await take(pair[step.who], caseId, step);
    await turns(step.wait);
    await world.clock.advance(500);
  }
  for (const at of pair) at.line.weather = () => undefined;
  await world.pass(90_000);
  const { verdicts } = (await see(primary, caseId)).row;
  if (verdicts.report?.allowed !== true) await track(primary, caseId);
  if ((await see(primary, caseId)).row.verdicts.report?.allowed === true)
    await act(primary, caseId, 'report');
  await world.pass(20_000);
  await track(counsellor, caseId, closingTracking());
  await world.pass(20_000);
  await act(primary, caseId, 'close');
  await world.pass(20_000);
}

type Pair = readonly [Computer, Computer];

test('[I14] [VA5] while both sides write, send and fetch, no read shows less than one before it', async () => {
  const world = await openWorld();
  try {
    const pair: Pair = [await world.computer('xr-primary'), await world.computer('xr-counselor')];
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 7 }), async (schedule) => {
        const caseId = await file(pair[0], freshStudent('xr'));
        await world.meet();
        const readers = pair.map((at) => reader(at, caseId));
        await write(world, pair, caseId, schedule).finally(() => readers.map((one) => one.stop()));
        const ended = await Promise.all(readers.map((one) => one.stop()));
        expect(ended.map(({ older }) => older)).toEqual([[], []]);
        expect(Math.min(...ended.map(({ reads }) => reads))).toBeGreaterThan(10);
        const central = await world.caseOf(caseId);
        expect(central?.state).toBe('CLOSED');
        for (const at of pair) expect(at.caseOf(caseId)).toEqual(central);
      }),
      { numRuns: 8, seed: 14, endOnFailure: true },
    );
    for (const at of pair) expect(await outbox(at)).toEqual([]);
  } finally {
    await world.close();
  }
});
