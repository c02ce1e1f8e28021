import type { Tokens } from '../../../shared/contract/central.ts';
import type { Actor, SessionAccount } from '../../../shared/domain/account/account.ts';
import { createCentralClient } from '../api/central-client.ts';
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
  /** Central accepted the password while this session was open. */
  goOnline(opening: Online): void;
  /** With `signOut` the next unlock cannot go online by itself any more, and central is told. */
  close(signOut: boolean): Promise<void>;
}

const END_LIMIT_MS = 2000;

/** What central gave at a sign-in. */
export interface Online {
  readonly tokens: Tokens;
  readonly account: SessionAccount;
  readonly receiptKey: string;
}

export interface SessionOutside {
  readonly centralUrl: string;
  readonly vault: Vault;
  readonly parts: CoreParts;
  caseChanged(caseIds: readonly string[]): void;
  syncChanged(): void;
  sessionChanged(): void;
}

const actorOf = ({ accountId, name, roles, school }: SessionAccount): Actor | null =>
  school === null || roles.length === 0 ? null : { accountId, name, roles, schoolId: school.id };

/** Begins a session over an open vault; `online` is null for an unlock without central. */
export function openSession(outside: SessionOutside, first: SessionAccount, online: Online | null): Session {
  const { vault, parts } = outside;
  const { store } = vault;
  let account = first;
  const describe = (next: SessionAccount): void => {
    if (JSON.stringify(next) === JSON.stringify(account)) return;
    account = next;
    store.remember({ account });
    outside.sessionChanged();
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
  });
  const sync = createSync({
    client,
    access,
    store,
    parts,
    caseChanged: (caseIds) => outside.caseChanged(caseIds),
    changed: () => outside.syncChanged(),
  });

  const goOnline = ({ tokens, account: described, receiptKey }: Online): void => {
    store.remember({ account: described, receiptKey, lastContact: parts.now() });
    describe(described);
    access.adopt(tokens);
    sync.wake();
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
    goOnline,
    close: async (signOut) => {
      await sync.stop();
      let last: string | null = null;
      try {
        if (signOut) last = access.drop();
        store.remember({ lastSeen: parts.now() });
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
