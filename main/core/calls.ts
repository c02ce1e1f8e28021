import { ACCOUNT_ROWS } from '../../shared/contract/account-rows.ts';
import type { CentralRow } from '../../shared/contract/central-row.ts';
import type { CoreDoor } from '../../shared/contract/core.ts';
import type { Role } from '../../shared/domain/account/role.ts';

/** A call of the account flows, which central decides. */
export type AccountCall = keyof typeof ACCOUNT_ROWS;

export interface CallRow {
  /** `session`: answers only after sign-in; everybody else gets SIGNED_OUT. */
  readonly access: 'open' | 'session';
  /**
   * Who asks: a `person` by an act of their own, which starts the thirty minutes anew, or the `window`
   * by itself: it reads again whenever an event tells it to, and nobody need sit there. Reading by a
   * person is told by `session.touch`.
   */
  readonly by: 'person' | 'window';
  /** Roles of which one is needed; others get FORBIDDEN (domain §1.2). */
  readonly roles: readonly Role[] | 'any';
  /**
   * `ready`: not while the password is expired or a second step has to be set up first; only 修改密碼
   * and 登出 work then [A:1243], and what keeps work from being lost: drafts, and looking at the outbox.
   */
  readonly when: 'ready' | 'always';
}

type By = CallRow['by'];

const open = (by: By): CallRow => ({ access: 'open', by, roles: 'any', when: 'always' });
const inSession = (by: By, roles: CallRow['roles'] = 'any'): CallRow => ({
  access: 'session',
  by,
  roles,
  when: 'ready',
});
const always = (by: By): CallRow => ({ ...inSession(by), when: 'always' });

/** What is answered on this computer. */
const LOCAL = {
  'session.get': open('window'),
  'session.touch': open('person'),
  'session.signIn': open('person'),
  'session.confirm': open('person'),
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
  'draft.put': always('person'),
  'draft.list': always('window'),
  'draft.get': always('window'),
  'draft.delete': always('person'),
  'outbox.list': always('window'),
  'outbox.retry': inSession('person'),
  'outbox.withdraw': inSession('person'),
  'sync.get': always('window'),
  'print.get': inSession('person'),
  'paper.get': open('person'),
  'handover.get': inSession('window', ['PRIMARY']),
} as const satisfies Record<Exclude<keyof CoreDoor, AccountCall>, CallRow>;

/** Who asks in the account flows: reading is the window's, acting a person's. */
const ACCOUNT_BY = {
  'school.find': 'window',
  'registration.create': 'person',
  'password.forget': 'person',
  'profile.get': 'window',
  'password.change': 'person',
  'totp.begin': 'person',
  'totp.enable': 'person',
  'totp.disable': 'person',
  'account.list': 'window',
  'account.get': 'window',
  'account.update': 'person',
  'account.resend': 'person',
  'account.resetSecondFactor': 'person',
  'officer.create': 'person',
  'request.list': 'window',
  'request.get': 'window',
  'request.decide': 'person',
  'roleChange.create': 'person',
  'roleChange.get': 'window',
  'file.page': 'window',
  'unit.get': 'window',
  'unit.update': 'person',
  'audit.list': 'window',
  'list.import': 'person',
  'policy.get': 'window',
  'policy.set': 'person',
} as const satisfies Record<AccountCall, By>;

const accountRow = (name: AccountCall): CallRow => {
  const { access, roles, when }: CentralRow = ACCOUNT_ROWS[name];
  return { access: access === 'public' ? 'open' : 'session', by: ACCOUNT_BY[name], roles, when };
};

export const ACCOUNT_CALLS: readonly AccountCall[] = Object.keys(ACCOUNT_ROWS) as AccountCall[];

/** Every call of the door: who may ask, when, and whether it means that a person is there. */
export const CALLS: Readonly<Record<keyof CoreDoor, CallRow>> = {
  ...LOCAL,
  ...(Object.fromEntries(ACCOUNT_CALLS.map((name) => [name, accountRow(name)])) as Record<
    AccountCall,
    CallRow
  >),
};
