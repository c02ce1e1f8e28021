import { z } from 'zod';

/** 狀態 (domain §1.4.1): 待審核, 正常, 停用, 退件. Label `accountStatus.<code>`. */
export const ACCOUNT_STATUS = ['pending', 'normal', 'disabled', 'rejected'] as const;
export const AccountStatus = z.enum(ACCOUNT_STATUS);
export type AccountStatus = z.infer<typeof AccountStatus>;

/**
 * What a 正常／未認證 account still has to do by the link in its mail; null when nothing [A:1127]:
 * `setPassword` 新申請帳號尚未設定密碼, `reset` 忘記密碼還沒設定, `verify` 帳號被復用尚未點擊驗證連結.
 */
export const AWAITED = ['setPassword', 'reset', 'verify'] as const;
export const Awaited = z.enum(AWAITED);
export type Awaited = z.infer<typeof Awaited>;

/** An account's state: 狀態 × 認證, and what 未認證 waits for. */
export const ACCOUNT_STATES = [
  'pending',
  'rejected',
  'invited',
  'resetting',
  'reenabled',
  'active',
  'disabled',
] as const;
export const AccountState = z.enum(ACCOUNT_STATES);
export type AccountState = z.infer<typeof AccountState>;

interface StateRow {
  /** 狀態 */
  readonly status: AccountStatus;
  /** 認證: true 已認證, false 未認證. */
  readonly verified: boolean;
  readonly awaits: Awaited | null;
  /** A new 登入 is let in: 正常／已認證 alone [A:1123]. */
  readonly maySignIn: boolean;
  /**
   * A session that began earlier goes on. Also while a reset is asked for and not finished: that a
   * stranger who knows name and address asks for one must not throw a clerk out of a filing.
   */
  readonly mayWork: boolean;
  /** Counts as the 主通 of its school: there is at most one. */
  readonly holdsPost: boolean;
}

/** The states as they are stored and shown. */
export const ACCOUNT_STATE_ROWS = {
  pending: {
    status: 'pending',
    verified: false,
    awaits: null,
    maySignIn: false,
    mayWork: false,
    holdsPost: false,
  },
  rejected: {
    status: 'rejected',
    verified: false,
    awaits: null,
    maySignIn: false,
    mayWork: false,
    holdsPost: false,
  },
  invited: {
    status: 'normal',
    verified: false,
    awaits: 'setPassword',
    maySignIn: false,
    mayWork: false,
    holdsPost: true,
  },
  resetting: {
    status: 'normal',
    verified: false,
    awaits: 'reset',
    maySignIn: false,
    mayWork: true,
    holdsPost: true,
  },
  reenabled: {
    status: 'normal',
    verified: false,
    awaits: 'verify',
    maySignIn: false,
    mayWork: false,
    holdsPost: true,
  },
  active: { status: 'normal', verified: true, awaits: null, maySignIn: true, mayWork: true, holdsPost: true },
  disabled: {
    status: 'disabled',
    verified: false,
    awaits: null,
    maySignIn: false,
    mayWork: false,
    holdsPost: false,
  },
} as const satisfies Record<AccountState, StateRow>;

/** What happens to an account. `finish…` come from a link in a mail, `forget` from 忘記密碼. */
export const ACCOUNT_EVENTS = [
  'approve',
  'reject',
  'finishSetPassword',
  'forget',
  'finishReset',
  'finishVerify',
  'changePassword',
  'disable',
  'enable',
  'promote',
  'demote',
  'resend',
] as const;
export const AccountEvent = z.enum(ACCOUNT_EVENTS);
export type AccountEvent = z.infer<typeof AccountEvent>;

/**
 * The state machine of an account (domain §1.4): state × event → state; an event that is not there is
 * refused. `enable` of an account that never had a password leads to `invited` instead (AC8).
 * `promote` 升為主通 and `demote` 原主通降為一級主管且停用 happen together, in one transaction [A:155].
 */
export const ACCOUNT_MOVES = {
  pending: { approve: 'invited', reject: 'rejected' },
  rejected: {},
  invited: {
    finishSetPassword: 'active',
    forget: 'invited',
    resend: 'invited',
    disable: 'disabled',
    demote: 'disabled',
  },
  resetting: {
    finishReset: 'active',
    forget: 'resetting',
    changePassword: 'active',
    disable: 'disabled',
    promote: 'invited',
    demote: 'disabled',
  },
  reenabled: {
    finishVerify: 'active',
    forget: 'resetting',
    resend: 'reenabled',
    disable: 'disabled',
    demote: 'disabled',
  },
  active: {
    forget: 'resetting',
    changePassword: 'active',
    disable: 'disabled',
    promote: 'invited',
    demote: 'disabled',
  },
  disabled: { enable: 'reenabled', demote: 'disabled' },
} as const satisfies Record<AccountState, Partial<Record<AccountEvent, AccountState>>>;

const MOVES: Readonly<Record<AccountState, Partial<Record<AccountEvent, AccountState>>>> = ACCOUNT_MOVES;

export interface StoredState {
  readonly status: AccountStatus;
  readonly verified: boolean;
  readonly awaits: Awaited | null;
}

/** The state of a stored account. Throws for a combination that no state has: the database is broken. */
export function stateOf({ status, verified, awaits }: StoredState): AccountState {
  const found = ACCOUNT_STATES.find((state) => {
    const row = ACCOUNT_STATE_ROWS[state];
    return row.status === status && row.verified === verified && row.awaits === awaits;
  });
  if (found === undefined) throw new RangeError(`no account is ${status}/${verified}/${awaits}`);
  return found;
}

/** The state after an event, or null when the state does not know it. `hasPassword`: one was ever set. */
export function moveAccount(
  state: AccountState,
  event: AccountEvent,
  hasPassword: boolean,
): AccountState | null {
  const next = MOVES[state][event] ?? null;
  return event === 'enable' && next === 'reenabled' && !hasPassword ? 'invited' : next;
}
