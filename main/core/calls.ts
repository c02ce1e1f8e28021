import type { CoreDoor } from '../../shared/contract/core.ts';

interface CallRow {
  /** `session`: answers only after sign-in; everybody else gets SIGNED_OUT. */
  readonly access: 'open' | 'session';
  /**
   * Who asks: a `person` by an act of their own, which starts the thirty minutes anew, or the `window`
   * by itself: it reads again whenever an event tells it to, and nobody need sit there. Reading by a
   * person is told by `session.touch`.
   */
  readonly by: 'person' | 'window';
}

const open = (by: CallRow['by']): CallRow => ({ access: 'open', by });
const inSession = (by: CallRow['by']): CallRow => ({ access: 'session', by });

/** Every call of the door: who may ask, and whether it means that a person is there. */
export const CALLS = {
  'session.get': open('window'),
  'session.touch': open('person'),
  'session.signIn': open('person'),
  'session.signOut': open('person'),
  'central.set': open('person'),
  'captcha.create': open('window'),
  'student.check': inSession('person'),
  'case.list': inSession('window'),
  'case.get': inSession('window'),
  'case.start': inSession('window'),
  'case.file': inSession('person'),
  'case.act': inSession('person'),
  'tracking.put': inSession('person'),
  'tracking.delete': inSession('person'),
  'desk.list': inSession('window'),
  'draft.put': inSession('person'),
  'draft.list': inSession('window'),
  'draft.get': inSession('window'),
  'draft.delete': inSession('person'),
  'outbox.list': inSession('window'),
  'outbox.retry': inSession('person'),
  'outbox.withdraw': inSession('person'),
  'sync.get': inSession('window'),
  'print.get': inSession('person'),
} as const satisfies Record<keyof CoreDoor, CallRow>;
