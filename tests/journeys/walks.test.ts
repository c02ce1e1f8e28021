import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../../shared/domain/account/account.ts';
import type { Role } from '../../shared/domain/account/role.ts';
import type { Operation } from '../../shared/domain/case/operation.ts';
import type { StudentFacts } from '../../shared/domain/student/student.ts';
import type { RegimeId } from '../../shared/regime/regime-id.ts';
import { anyWalk } from '../helpers/arbitraries.ts';
import { anActor, nextId } from '../helpers/case-builders.ts';
import { freshStudent } from '../helpers/central-students.ts';
import { getValue } from '../helpers/core.ts';
import { openWorld } from '../helpers/journey.ts';
import { findDifferences, readBooks } from '../helpers/journey-check.ts';
import type { Computer } from '../helpers/journey-computer.ts';

/** Who plays which role; everybody of these has a computer of his own. */
const PLAYERS: Readonly<Record<RegimeId, Readonly<Partial<Record<Role, string>>>>> = {
  'senior-high': {
    PRIMARY: 'xr-primary',
    HOMEROOM: 'xr-teacher1',
    COUNSELOR: 'xr-counselor',
    HEAD: 'xr-head',
  },
  compulsory: {
    B_REGISTRAR: 'sf-registrar',
    B_DISCIPLINE: 'sf-discipline',
    B_GUIDANCE: 'sf-guidance',
    B_HOMEROOM: 'sf-homeroom',
    B_HEAD: 'sf-director',
  },
};
/** The second 導師; the compulsory demo school has only one, who plays both. */
const SECOND: Readonly<Partial<Record<Role, string>>> = { HOMEROOM: 'xr-teacher2' };

const playerOf = (regime: RegimeId, actor: Actor): string => {
  const [role] = actor.roles;
  const second = role !== undefined && actor.accountId !== anActor(role).accountId;
  const name = role && ((second ? SECOND[role] : undefined) ?? PLAYERS[regime][role]);
  if (name === undefined) throw new RangeError(`nobody plays ${role}`);
  return name;
};

interface Story {
  readonly caseId: string;
  readonly student: StudentFacts;
  readonly records: Map<string, string>;
}

/** The same act as in the walk, done at the door of a real core on a real student's case. */
function perform(at: Computer, { payload, kind }: Operation, story: Story, baseRevision: number) {
  const base = { opId: nextId(), caseId: story.caseId, draftId: null };
  const recordId = 'recordId' in payload ? (story.records.get(payload.recordId) ?? nextId()) : '';
  if ('recordId' in payload) story.records.set(payload.recordId, recordId);
  const values = 'values' in payload ? payload.values : {};
  switch (kind) {
    case 'save':
    case 'submit': {
      const regime = 'regime' in payload ? payload.regime : 'senior-high';
      const filing = { ...base, regime, student: story.student, values, baseRevision };
      return at.ask('case.file', { ...filing, action: kind });
    }
    case 'saveTracking':
    case 'sendTracking':
      return at.ask('tracking.put', { ...base, recordId, action: kind, values });
    case 'deleteTracking':
      return at.ask('tracking.delete', { opId: base.opId, caseId: base.caseId, recordId });
    default:
      return at.ask('case.act', { ...base, action: kind, values, baseRevision });
  }
}

test('[CS9] [I14] [VA5] whatever permitted way a case goes through real parts, all computers and central hold the same', async () => {
  const world = await openWorld();
  try {
    const names = [
      ...Object.values(PLAYERS).flatMap((players) => Object.values(players)),
      ...Object.values(SECOND),
    ];
    const desks = new Map<string, Computer>();
    for (const name of names) desks.set(name, await world.computer(name));
    const deskOf = (name: string): Computer => {
      const found = desks.get(name);
      if (found === undefined) throw new RangeError(name);
      return found;
    };

    await fc.assert(
      fc.asyncProperty(anyWalk(9), async ({ regime, log, cases }) => {
        const student = freshStudent(regime === 'senior-high' ? 'xr' : 'sf');
        const story: Story = { caseId: nextId(), student, records: new Map() };
        let before: string | null = null;
        for (const [index, { operation }] of log.entries()) {
          const name = playerOf(regime, operation.actor);
          const at = deskOf(name);
          // The same person goes on at once, without waiting for central.
          if (before !== null && before !== name) {
            await deskOf(before).rest();
            await at.sync();
          }
          const saved = getValue(await perform(at, operation, story, cases[index - 1]?.revision ?? 0));
          expect(saved.state).toBe(cases[index]?.state);
          before = name;
        }
        if (before !== null) await deskOf(before).rest();
        for (const at of desks.values()) await at.sync();

        const central = await world.caseOf(story.caseId);
        const end = cases.at(-1);
        expect(central).toMatchObject({
          state: end?.state,
          revision: end?.revision,
          closeReason: end?.closeReason,
          values: end?.values,
          acts: end?.acts,
        });
        expect(central?.tracking.map(({ sent, deleted }) => [sent, deleted])).toEqual(
          end?.tracking.map(({ sent, deleted }) => [sent, deleted]),
        );
        const books = await readBooks(world.db);
        for (const at of desks.values())
          expect(await findDifferences(at, central === undefined ? [] : [central], books)).toEqual([]);
      }),
      { numRuns: 20, seed: 12, endOnFailure: true },
    );
    expect(world.central.faults).toEqual([]);
    expect(world.computers.flatMap(({ notes }) => notes)).toEqual([]);
  } finally {
    await world.close();
  }
});
