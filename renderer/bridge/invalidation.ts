import type { CoreDoor } from '../../shared/contract/core.ts';
import type { PushedEvent } from '../../shared/contract/wire.ts';

export type CoreName = keyof CoreDoor & string;

/** What is asked again when something happened; `all` is everything on the screen. */
export const STALE_AFTER = {
  'case.changed': [
    'case.list',
    'case.get',
    'case.start',
    'desk.list',
    'outbox.list',
    'sync.get',
    'print.get',
  ],
  'draft.changed': ['draft.list', 'draft.get', 'desk.list'],
  'sync.changed': ['sync.get', 'outbox.list'],
  // Also at every touch; when somebody else is signed in, the gate forgets the other answers.
  'session.changed': ['session.get', 'sync.get'],
  'core.started': 'all',
  'menu.command': [],
} as const satisfies Record<PushedEvent['event'], readonly CoreName[] | 'all'>;

/** Whether an answer of this call is out of date after the event. */
export const isStaleAfter = (event: PushedEvent['event'], name: unknown): boolean => {
  const stale: readonly string[] | 'all' = STALE_AFTER[event];
  return stale === 'all' || (typeof name === 'string' && stale.includes(name));
};
