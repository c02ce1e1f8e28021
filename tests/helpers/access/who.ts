import type { Role } from '../../../shared/domain/account/role.ts';

/** Every role alone, and unions that people really hold [A:1113–1115]. */
export const ROLE_SETS: readonly (readonly [Role, ...Role[]])[] = [
  ['PRIMARY'],
  ['HOMEROOM'],
  ['COUNSELOR'],
  ['HEAD'],
  ['BUREAU'],
  ['ADMIN'],
  ['B_REGISTRAR'],
  ['B_DISCIPLINE'],
  ['B_GUIDANCE'],
  ['B_HOMEROOM'],
  ['B_SUBJECT'],
  ['B_HEAD'],
  ['HOMEROOM', 'COUNSELOR'],
  ['HOMEROOM', 'COUNSELOR', 'HEAD'],
  ['B_REGISTRAR', 'B_DISCIPLINE', 'B_GUIDANCE'],
  ['HEAD', 'B_HEAD'],
];

/** Roles for which the policy may demand a second step (security §6). */
export const SECOND_STEP_ROLES: readonly Role[] = ['PRIMARY', 'BUREAU', 'ADMIN'];

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What differs from a good account in a good session; times are milliseconds from now. */
interface StateRow {
  /** What becomes of a call that needs a session. */
  readonly session: 'works' | 'passwordExpired' | 'secondStepMissing' | 'signedOut';
  readonly account?: {
    readonly status?: 'pending' | 'disabled' | 'rejected';
    readonly verified?: false;
    readonly awaits?: 'setPassword' | 'reset' | 'verify';
    readonly password_hash?: null;
  };
  readonly passwordSetAt?: number | null;
  readonly secondStepDemanded?: true;
  readonly times?: { readonly lastUsedAt?: number; readonly endsAt?: number; readonly revokedAt?: number };
  readonly token?: { readonly expiresAt?: number; readonly kind?: 'refresh' };
}

const UNVERIFIED = { verified: false } as const;
const WITHOUT_PASSWORD = { verified: false, password_hash: null } as const;

/**
 * States of the account and of its session. Sessions of accounts that may not work are written into the
 * database as if nobody had ended them, so that the answer does not hang on their having been ended.
 */
const STATES = {
  active: { session: 'works' },
  resetting: { session: 'works', account: { ...UNVERIFIED, awaits: 'reset' } },
  passwordExpired: { session: 'passwordExpired', passwordSetAt: -90 * DAY_MS },
  secondStepMissing: { session: 'secondStepMissing', secondStepDemanded: true },
  disabled: { session: 'signedOut', account: { ...UNVERIFIED, status: 'disabled' } },
  reenabled: { session: 'signedOut', account: { ...UNVERIFIED, awaits: 'verify' } },
  invited: {
    session: 'signedOut',
    account: { ...WITHOUT_PASSWORD, awaits: 'setPassword' },
    passwordSetAt: null,
  },
  pending: { session: 'signedOut', account: { ...WITHOUT_PASSWORD, status: 'pending' }, passwordSetAt: null },
  rejected: {
    session: 'signedOut',
    account: { ...WITHOUT_PASSWORD, status: 'rejected' },
    passwordSetAt: null,
  },
  sessionEnded: { session: 'signedOut', times: { revokedAt: -MINUTE_MS } },
  sessionIdle: { session: 'signedOut', times: { lastUsedAt: -30 * MINUTE_MS } },
  sessionOld: { session: 'signedOut', times: { endsAt: 0 } },
  tokenOver: { session: 'signedOut', token: { expiresAt: 0 } },
  refreshTokenShown: { session: 'signedOut', token: { kind: 'refresh' } },
} as const satisfies Record<string, StateRow>;

export type StateName = keyof typeof STATES;
export const STATE_ROWS: Readonly<Record<StateName, StateRow>> = STATES;
export const STATE_NAMES = Object.keys(STATES) as StateName[];

/** Without an account: no token, one that nobody was given, and one that is none. */
export const STRANGERS = {
  nobody: {},
  forgedToken: { authorization: `Bearer ${'f'.repeat(43)}` },
  otherScheme: { authorization: 'Basic YWRtaW46YWRtaW4=' },
} as const satisfies Record<string, Readonly<Record<string, string>>>;
