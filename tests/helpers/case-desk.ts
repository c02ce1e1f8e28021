import { vi } from 'vitest';
import type { CaseView, CoreDoor, Draft } from '../../shared/contract/core.ts';
import type { Handlers } from '../../shared/contract/door.ts';
import { fail, ok } from '../../shared/failure.ts';
import { allowedActions } from '../../shared/domain/case/allowed-actions.ts';
import type { Actor } from '../../shared/domain/account/account.ts';
import { REGIMES } from '../../shared/regime/regimes.ts';
import { anActor, CASE_ID, NOW, TODAY } from './case-builders.ts';

/** Stops the clock of the window at NOW of the builders; timers go on. */
export const standStill = (): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) });
};

export interface Desk {
  readonly core: Partial<Handlers<CoreDoor>>;
  /** Drafts that are kept now. */
  readonly drafts: () => readonly Draft[];
}

/** The calls that the pages of one case make, with drafts kept in memory; `over` replaces calls. */
export function aDesk(
  given: {
    readonly actor?: Actor;
    readonly view?: () => CaseView;
    readonly drafts?: readonly Draft[];
  } = {},
  over: Partial<Handlers<CoreDoor>> = {},
): Desk {
  const kept = new Map((given.drafts ?? []).map((draft) => [draft.draftId, draft]));
  const saved = (
    input: { readonly opId: string; readonly caseId: string },
    state: CaseView['row']['state'],
  ) => Promise.resolve(ok({ caseId: input.caseId, opId: input.opId, state }));
  return {
    drafts: () => [...kept.values()],
    core: {
      'case.start': ({ regime }) =>
        Promise.resolve(
          ok({ verdicts: allowedActions(REGIMES[regime], null, given.actor ?? anActor('HOMEROOM'), TODAY) }),
        ),
      'case.get': () => Promise.resolve(given.view === undefined ? fail('NOT_FOUND') : ok(given.view())),
      'case.file': (input) => saved(input, input.action === 'submit' ? 'FILED' : 'DRAFT'),
      'case.act': (input) => saved(input, 'TRACKING'),
      'tracking.put': (input) => saved(input, 'PENDING_REPORT'),
      'tracking.delete': (input) => saved(input, 'FILED'),
      'outbox.list': () => Promise.resolve(ok({ items: [] })),
      'desk.list': () => Promise.resolve(ok({ groups: [], drafts: [...kept.values()] })),
      'draft.list': () => Promise.resolve(ok({ drafts: [...kept.values()] })),
      'draft.put': (draft) => {
        kept.set(draft.draftId, { ...draft, savedAt: NOW });
        return Promise.resolve(ok({ savedAt: NOW }));
      },
      'draft.delete': ({ draftId }) => {
        kept.delete(draftId);
        return Promise.resolve(ok({}));
      },
      ...over,
    },
  };
}

/** A filing draft of 王小明's case as it lies in the vault. */
export const aDraft = (over: Partial<Draft> = {}): Draft => ({
  draftId: '01890000-0000-7000-8000-0000000000b1',
  kind: 'filing',
  regime: 'senior-high',
  caseId: CASE_ID,
  action: null,
  baseRevision: 0,
  student: null,
  values: {},
  step: 0,
  savedAt: NOW,
  ...over,
});
