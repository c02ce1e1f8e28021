import type { Tokens } from '../../../shared/contract/central.ts';
import type { SessionView } from '../../../shared/contract/core.ts';
import type { Actor, SessionAccount } from '../../../shared/domain/account/account.ts';
import { passwordDaysLeft } from '../../../shared/domain/account/password-rule.ts';
import { unreadyFor } from '../../../shared/domain/account/readiness.ts';
import { createCentralClient } from '../api/central-client.ts';
import { failureOf } from '../fault.ts';
import type { CoreParts } from '../parts.ts';
import { createSync, type Sync } from '../sync/sync.ts';
import type { Store } from '../vault/store.ts';
import type { Vault } from '../vault/vault.ts';
import { createAccess, type Access } from './access.ts';

/** A person at work: the open vault, the way to central, and the synchroniser between them. */
export interface Session {
  readonly account: SessionAccount;
  /** Null for an account without a school: it has no cases. */
  readonly actor: Actor | null;
  readonly store: Store;
  readonly vault: Vault;
  readonly access: Access;
  readonly sync: Sync;
  /** 密碼到期剩餘天數 by central's clock as far as it is known. */
  readonly passwordDaysLeft: number;
  /** What this account has to do before any work; null also while central is out of reach. */
  readonly unready: Unready | null;
  /** Central described the account anew. */
  describe(account: SessionAccount): void;
  /** Central took a new password: it opens the vault from now on, and what waited for it goes on. */
  adoptPassword(password: string): Promise<void>;
  /** Central accepted the password while this session was open. */
  goOnline(opening: Online): void;
  /** With `signOut` the next unlock cannot go online by itself any more, and central is told. */
  close(signOut: boolean): Promise<void>;
}

export type Unready = NonNullable<ReturnType<typeof unreadyFor>>;

/** In the words of the contract. */
export const MUST_DO = {
  PASSWORD_EXPIRED: 'changePassword',
  SECOND_FACTOR_MISSING: 'enrolSecondFactor',
} as const satisfies Record<Unready, SessionView['mustDo']>;

const END_LIMIT_MS = 2000;

/** The password that opened the vault may be none any more: without central it opens no more (security §2). */
const NO_LEASE = { lastContact: 0 } as const;

/** What central gave at a sign-in. */
export interface Online {
  readonly tokens: Tokens;
  readonly account: SessionAccount;
  readonly receiptKey: string;
  /** 32 bytes in base64. */
  readonly recoveryKey: string;
  /** Central's clock. */
  readonly now: string;
}

export interface SessionOutside {
  readonly centralUrl: string;
  readonly vault: Vault;
  readonly parts: CoreParts;
  caseChanged(caseIds: readonly string[]): void;
  syncChanged(): void;
  sessionChanged(): void;
  /** Central ended the session of this account: nobody goes on working in it. */
  sessionRevoked(): void;
}

const actorOf = ({ accountId, name, roles, school }: SessionAccount): Actor | null =>
  school === null || roles.length === 0 ? null : { accountId, name, roles, schoolId: school.id };

/** Begins a session over an open vault; `online` is null for an unlock without central. */
export function openSession(outside: SessionOutside, first: SessionAccount, online: Online | null): Session {
  const { vault, parts } = outside;
  const { store } = vault;
  const note = (fault: unknown) => failureOf('session', fault, (line) => parts.note(line));
  let account = first;
  let closed = false;
  let revoked = false;
  const describe = (next: SessionAccount): void => {
    if (JSON.stringify(next) === JSON.stringify(account)) return;
    account = next;
    store.remember({ account });
    outside.sessionChanged();
    // Other rights may show other cases.
    sync.wake();
  };

  store.remember({ lastSeen: parts.now() });
  store.prune(parts.now());
  const client = createCentralClient(outside.centralUrl, parts.transport, () => parts.now());
  const access = createAccess({
    client,
    store,
    now: () => parts.now(),
    onAccount: describe,
    onChange: () => outside.sessionChanged(),
    // The policy changed while somebody was at work, or this computer's picture of the account is old.
    onUnready: () => {
      if (unready() === null) void askAccount();
    },
    onRevoked: () => {
      if (closed) return;
      revoked = true;
      store.remember(NO_LEASE);
      outside.sessionRevoked();
    },
  });
  const sync = createSync({
    client,
    access,
    store,
    parts,
    caseChanged: (caseIds) => outside.caseChanged(caseIds),
    changed: () => {
      outside.syncChanged();
      tellReadiness();
    },
    scopeChanged: () => void askAccount(),
  });

  /** What cannot be changed without central must not stop work without it. */
  const unready = (): Unready | null =>
    access.isOnline && !sync.isUnreachable ? unreadyFor(account, sync.centralNow()) : null;

  let told: Unready | null = null;
  function tellReadiness(): void {
    const now = unready();
    if (now === told) return;
    told = now;
    outside.sessionChanged();
  }

  /** The feed says that this account sees other cases than before: so it may do other things, too. */
  async function askAccount(): Promise<void> {
    try {
      const answer = await access.call('profile.get', {});
      if (answer.ok && !closed) describe(answer.value);
    } catch (fault) {
      note(fault);
    }
  }

  const goOnline = ({ tokens, account: described, receiptKey, recoveryKey, now }: Online): void => {
    revoked = false;
    store.remember({ account: described, receiptKey, lastContact: parts.now() });
    sync.hearClock(Date.parse(now));
    describe(described);
    access.adopt(tokens);
    told = unready();
    keepRecovery(recoveryKey);
    sync.wake();
  };

  /** A vault that could not write it down is as good as before; the next sign-in tries again. */
  const keepRecovery = (recoveryKey: string): void => {
    try {
      vault.keepRecovery(Buffer.from(recoveryKey, 'base64'));
    } catch (fault) {
      note(fault);
    }
  };
  if (online === null) sync.wake();
  else goOnline(online);

  return {
    get account() {
      return account;
    },
    get actor() {
      return actorOf(account);
    },
    store,
    vault,
    access,
    sync,
    get passwordDaysLeft() {
      return passwordDaysLeft(account.passwordSetAt, sync.centralNow());
    },
    get unready() {
      return unready();
    },
    describe: (next) => {
      if (!closed) describe(next);
    },
    adoptPassword: async (password) => {
      // Central has it already. A vault that keeps the old one is opened by recovery at the next sign-in.
      await vault.adoptPassword(password).catch(note);
      sync.wake();
    },
    goOnline,
    close: async (signOut) => {
      closed = true;
      await sync.stop();
      let last: string | null = null;
      try {
        if (signOut) last = access.drop();
        store.remember({ lastSeen: parts.now(), ...(revoked ? NO_LEASE : {}) });
      } finally {
        vault.close();
      }
      if (last !== null) void endAtCentral(outside, last);
    },
  };
}

/** Told, not waited for: without an answer central's session ends by itself. */
export async function endAtCentral(
  { centralUrl, parts }: Pick<SessionOutside, 'centralUrl' | 'parts'>,
  accessToken: string,
): Promise<void> {
  const client = createCentralClient(centralUrl, parts.transport, () => parts.now());
  await client.call('session.end', {}, { accessToken, limit: END_LIMIT_MS });
}
