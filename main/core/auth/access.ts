import type { z } from 'zod';
import type { CentralCall, CentralDoor, Tokens } from '../../../shared/contract/central.ts';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { FAILURES, type FailureCode } from '../../../shared/failure.ts';
import type { CallResult } from '../api/call-result.ts';
import type { CallOptions, CentralClient } from '../api/central-client.ts';
import type { Store } from '../vault/store.ts';

/** Calls of central in the name of the signed-in account. Tokens never leave this room. */
export interface Access {
  call<K extends CentralCall>(
    name: K,
    input: z.input<CentralDoor[K]['input']>,
    options?: Pick<CallOptions, 'limit'>,
  ): Promise<CallResult<z.output<CentralDoor[K]['output']>>>;
  /** There are tokens, or one that may become some. */
  readonly hasTokens: boolean;
  /** Central has accepted us in this run. */
  readonly isOnline: boolean;
  /** Tokens of a new sign-in. */
  adopt(tokens: Tokens): void;
  /** Forgets the tokens; gives the last one, with which central can be told that the session is over. */
  drop(): string | null;
  /** What is under way ends, and its answers change nothing any more. */
  close(): void;
}

export interface AccessParts {
  readonly client: CentralClient;
  readonly store: Store;
  now(): number;
  /** Central described the account anew. */
  onAccount(account: SessionAccount): void;
  /** The session with central began or ended. */
  onChange(): void;
  /** Somebody ended it at central: the account was disabled, or its password was changed elsewhere. */
  onRevoked(): void;
  /** Central asks the account to do something first that is not known of here. */
  onUnready(): void;
}

/** A token this near its end is renewed first. */
const MARGIN_MS = 60_000;
const UNREADY: readonly FailureCode[] = ['PASSWORD_EXPIRED', 'SECOND_FACTOR_MISSING'];
const SIGNED_OUT: CallResult<never> = { ok: false, failure: { code: 'SIGNED_OUT' } };
const CLOSED: CallResult<never> = { ok: false, failure: { code: 'OFFLINE' } };

interface AccessToken {
  readonly token: string;
  readonly endsAt: number;
}

export function createAccess(parts: AccessParts): Access {
  const { client, store, now, onAccount, onChange, onRevoked, onUnready } = parts;
  let access: AccessToken | null = null;
  let refreshToken = store.readMemory().refreshToken ?? null;
  let refreshing: Promise<CallResult<AccessToken>> | null = null;
  let closed = false;

  const adopt = (tokens: Tokens): AccessToken => {
    // On the disk before it is used: it is good once, and the next start needs it.
    store.remember({ refreshToken: tokens.refreshToken });
    refreshToken = tokens.refreshToken;
    const wasOnline = access !== null;
    access = { token: tokens.accessToken, endsAt: now() + tokens.expiresIn * 1000 };
    if (!wasOnline) onChange();
    return access;
  };

  const drop = (): string | null => {
    const last = access?.token ?? null;
    const had = last !== null || refreshToken !== null;
    access = null;
    refreshToken = null;
    if (!had) return null;
    store.remember({ refreshToken: null });
    onChange();
    return last;
  };

  const refresh = async (): Promise<CallResult<AccessToken>> => {
    const used = refreshToken;
    if (used === null) return SIGNED_OUT;
    const answer = await client.call('session.refresh', { refreshToken: used });
    if (closed) return CLOSED;
    // A sign-in was faster.
    if (refreshToken !== used) return access === null ? SIGNED_OUT : { ok: true, value: access };
    if (answer.ok) {
      const fresh = adopt(answer.value.tokens);
      onAccount(answer.value.account);
      return { ok: true, value: fresh };
    }
    if (FAILURES[answer.failure.code].retry === 'later') return answer;
    drop();
    if (answer.failure.detail?.['reason'] === 'revoked') onRevoked();
    return answer.failure.code === 'ACCOUNT_DISABLED' ? answer : SIGNED_OUT;
  };

  /** One at a time: a second use of the same token would end the session. */
  const refreshOnce = (): Promise<CallResult<AccessToken>> => {
    refreshing ??= refresh().finally(() => {
      refreshing = null;
    });
    return refreshing;
  };

  const valid = (): AccessToken | null =>
    access !== null && now() < access.endsAt - MARGIN_MS ? access : null;

  const heard = <T>(answer: CallResult<T>): CallResult<T> => {
    if (!answer.ok && UNREADY.includes(answer.failure.code)) onUnready();
    return answer;
  };

  return {
    call: async (name, input, options = {}) => {
      const known = valid();
      const first: CallResult<AccessToken> =
        known === null ? await refreshOnce() : { ok: true, value: known };
      if (!first.ok) return first;
      const answer = await client.call(name, input, { ...options, accessToken: first.value.token });
      if (answer.ok || answer.failure.code !== 'SIGNED_OUT') return heard(answer);
      const second = await refreshOnce();
      if (!second.ok) return second;
      return heard(await client.call(name, input, { ...options, accessToken: second.value.token }));
    },
    get hasTokens() {
      return access !== null || refreshToken !== null;
    },
    get isOnline() {
      return access !== null;
    },
    adopt: (tokens) => void adopt(tokens),
    drop,
    close: () => {
      closed = true;
      client.abort();
    },
  };
}
