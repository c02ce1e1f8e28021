import { expect } from 'vitest';
import { CALLS } from '../../main/core/calls.ts';
import { CORE_DOOR, type CoreDoor } from '../../shared/contract/core.ts';
import { freshStudent, typed } from '../helpers/central-students.ts';
import { completeAct, completeTracking, nextId } from '../helpers/case-builders.ts';
import { aFiling, getValue, studentNo } from '../helpers/core.ts';
import { file, list, outbox, track } from '../helpers/journey-acts.ts';
import type { Computer, ComputerParts } from '../helpers/journey-computer.ts';
import { openWorld, type World } from '../helpers/journey.ts';
import { sweepSuite, type SweptDoor } from '../suites/door.ts';

/** Values pass the pipe by structured clone: what cannot be cloned never arrives. */
function cloned(_name: string, input: unknown): { readonly input: unknown } | undefined {
  try {
    return { input: structuredClone(input) };
  } catch {
    return undefined;
  }
}

let students = 0;

/** Good inputs of the calls that write, each for a student and under ids of its own. */
const samplesOf = (caseId: string): Readonly<Record<string, () => unknown>> => ({
  'case.file': () => {
    const action = (students += 1) % 2 === 0 ? 'save' : 'submit';
    return aFiling({ action, student: typed(studentNo(students)) });
  },
  'tracking.put': () => ({
    opId: nextId(),
    caseId,
    recordId: nextId(),
    action: 'sendTracking',
    values: completeTracking('senior-high'),
    draftId: null,
  }),
  'case.act': () => ({
    opId: nextId(),
    caseId,
    action: 'sendBack',
    values: completeAct('senior-high', 'sendBack'),
    baseRevision: 1,
    draftId: null,
  }),
});

async function sweptCore(
  parts: ComputerParts,
  prepare: (world: World, at: Computer) => Promise<readonly string[]>,
  account = 'xr-primary',
): Promise<SweptDoor> {
  const world = await openWorld();
  const at = await world.computer(account, parts);
  const ids = await prepare(world, at);
  const student = freshStudent('xr');
  return {
    known: {
      ids,
      texts: [student.identityNumber, student.name, 'xr-primary', 'ABSENCE3'],
      samples: samplesOf(ids[0] ?? nextId()),
    },
    answer: (name, input) => at.answer(name, input),
    asSent: cloned,
    restore: async () => {
      if (parts.away === undefined && getValue(await at.ask('session.get', {})).state !== 'signedIn')
        getValue(await at.unlock());
    },
    checkHealth: async () => {
      expect(at.notes.splice(0)).toEqual([]);
      expect(world.central.faults.splice(0)).toEqual([]);
      const session = getValue(await at.ask('session.get', {}));
      expect(session.state === 'signedIn').toBe(parts.away === undefined);
      if (parts.away !== undefined || at.account.school === null) return;
      expect((await list(at)).length).toBeGreaterThan(0);
      // What the core let pass may be too late or not in the register, but central can read it.
      await world.meet();
      const codes = (await outbox(at)).map(({ failure }) => failure?.code ?? '');
      for (const code of ['INVALID_INPUT', 'FORM_INVALID', 'OP_ID_REUSED', 'UNEXPECTED'])
        expect(codes).not.toContain(code);
    },
    close: () => world.close(),
  };
}

sweepSuite('the core, nobody signed in', CORE_DOOR, () => sweptCore({ away: true }, async () => []), {
  insteadOfInvalid: ['SIGNED_OUT'],
  runs: 40,
});

/** What somebody types as an address is not asked for in the real network. */
const NO_NETWORK: ComputerParts = {
  away: true,
  start: { policyCentralUrl: null },
  transport: () => Promise.reject(new Error('ECONNREFUSED')),
};

sweepSuite('the core that knows no central yet', CORE_DOOR, () => sweptCore(NO_NETWORK, async () => []), {
  insteadOfInvalid: ['SIGNED_OUT'],
  runs: 20,
});

/** Calls that are not for the 主通 are refused to it before their input is looked at. */
const isForPrimary = (call: string): boolean => {
  const { roles } = CALLS[call as keyof CoreDoor];
  return roles === 'any' || roles.includes('PRIMARY');
};

sweepSuite(
  'the core, signed in, with a case, a refusal and a draft',
  CORE_DOOR,
  () =>
    sweptCore({}, async (world, at) => {
      const caseId = await file(at, freshStudent('xr'));
      await track(at, caseId);
      const refused = await file(at, typed(freshStudent('qh')));
      await world.meet();
      const draftId = nextId();
      getValue(
        await at.ask('draft.put', {
          draftId,
          kind: 'filing',
          regime: 'senior-high',
          caseId: nextId(),
          action: null,
          baseRevision: 0,
          student: null,
          values: {},
          step: 0,
        }),
      );
      return [caseId, refused, draftId, ...(await outbox(at)).map(({ opId }) => opId)];
    }),
  { refusedCalls: (call) => (isForPrimary(call) ? [] : ['FORBIDDEN']) },
);

const AGENCY_DOOR = Object.fromEntries(Object.entries(CORE_DOOR).filter(([call]) => !isForPrimary(call)));

sweepSuite('the core, 國教署 signed in', AGENCY_DOOR, () => sweptCore({}, async () => [], 'admin'), {
  runs: 50,
});
