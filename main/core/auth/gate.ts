import type { SessionView } from '../../../shared/contract/core.ts';
import type { StartMessage } from '../../../shared/contract/start.ts';
import type { PushedEvent } from '../../../shared/contract/wire.ts';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { fail, ok, type Result } from '../../../shared/failure.ts';
import { failureOf } from '../fault.ts';
import type { CoreParts } from '../parts.ts';
import type { Settings } from '../settings.ts';
import type { Vault } from '../vault/vault.ts';
import { createIdleClock, type IdleClock } from './idle.ts';
import { endAtCentral, openSession, type Online, type Session } from './session.ts';
import {
  askCentral,
  openAccepted,
  unlockOffline,
  type Captcha,
  type Credentials,
  type Desk,
} from './sign-in.ts';

/** Who is signed in; one person at a time. */
export interface Gate {
  readonly current: Session | null;
  /** The session of a call that answers only after sign-in. */
  getSession(): Session;
  view(): SessionView;
  /** A person did something. */
  touch(): void;
  /** Ends a session whose time ran out while the computer slept. */
  endIfOver(): void;
  signIn(who: Credentials, captcha: Captcha | null): Promise<Result<SessionView>>;
  signOut(): Promise<SessionView>;
  close(): Promise<void>;
}

export interface GateOutside {
  readonly start: StartMessage;
  readonly parts: CoreParts;
  readonly settings: Settings;
  emit(event: PushedEvent): void;
}

const KEY_BYTES = 32;

function deviceKeyOf({ deviceKey }: StartMessage): Buffer | null {
  const bytes = deviceKey === null ? null : Buffer.from(deviceKey, 'base64');
  return bytes?.length === KEY_BYTES ? bytes : null;
}

/** More changed cases than this are told as one. */
const MOST_EVENTS = 50;

export function createGate(outside: GateOutside): Gate {
  const { start, parts, settings, emit } = outside;
  const deviceKey = deviceKeyOf(start);
  let open: { readonly session: Session; readonly idle: IdleClock } | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const caseChanged = (caseIds: readonly string[]): void => {
    if (caseIds.length > MOST_EVENTS) emit({ event: 'case.changed' });
    else for (const id of caseIds) emit({ event: 'case.changed', id });
  };

  const surroundings = {
    parts,
    caseChanged,
    syncChanged: () => emit({ event: 'sync.changed' }),
    sessionChanged: () => emit({ event: 'session.changed' }),
  };

  const begin = (centralUrl: string, vault: Vault, account: SessionAccount, online: Online | null): void => {
    try {
      const session = openSession({ ...surroundings, centralUrl, vault }, account, online);
      open = { session, idle: createIdleClock(parts, () => void end(true)) };
    } catch (fault) {
      vault.close();
      throw fault;
    }
    emit({ event: 'session.changed' });
  };

  /** From here on nobody is signed in; what is under way ends behind it. */
  const end = async (signOut: boolean): Promise<void> => {
    if (open === null) return;
    const { session, idle } = open;
    open = null;
    idle.stop();
    emit({ event: 'session.changed' });
    await session.close(signOut).catch((fault: unknown) => {
      failureOf('session.close', fault, (line) => parts.note(line));
    });
  };

  const faultOf = (fault: unknown): Result<never> => ({
    ok: false,
    failure: failureOf('session.signIn', fault, (line) => parts.note(line)),
  });

  const signInOnline = async (desk: Desk, who: Credentials, captcha: Captcha): Promise<Result<null>> => {
    const answer = await askCentral(desk, who, captcha);
    if (!answer.ok) return answer;
    const online = answer.value;
    const session = open?.session;
    if (session?.account.accountId === online.account.accountId) {
      await session.vault.adoptPassword(who.password);
      if (open?.session === session) {
        session.goOnline(online);
        open.idle.touch();
        return ok(null);
      }
    }
    const opened = await openAccepted(desk, who.password, online.account).catch(faultOf);
    // Central let us in, but the vault does not open: its session is of no use.
    if (!opened.ok) {
      void endAtCentral(desk, online.tokens.accessToken);
      return opened;
    }
    await end(true);
    begin(desk.centralUrl, opened.value.vault, online.account, online);
    return ok(null);
  };

  const signInOffline = async (desk: Desk, who: Credentials): Promise<Result<null>> => {
    const opened = await unlockOffline(desk, who);
    if (!opened.ok) return opened;
    await end(true);
    begin(desk.centralUrl, opened.value.vault, opened.value.account, null);
    return ok(null);
  };

  const signIn = async (who: Credentials, captcha: Captcha | null): Promise<Result<SessionView>> => {
    const { centralUrl } = settings;
    if (centralUrl === null) return fail('CENTRAL_UNKNOWN');
    const desk: Desk = { start, parts, deviceKey, centralUrl };
    const done = captcha === null ? await signInOffline(desk, who) : await signInOnline(desk, who, captcha);
    return done.ok ? ok(view()) : done;
  };

  const view = (): SessionView => ({
    state: open !== null ? 'signedIn' : settings.centralUrl === null ? 'centralUnknown' : 'signedOut',
    account: open?.session.account ?? null,
    endsAt: open === null ? null : new Date(open.idle.endsAt).toISOString(),
    offline: open !== null && !open.session.access.isOnline,
    centralUrl: settings.centralUrl,
    centralFixed: settings.centralFixed,
    vaultKept: open?.session.store.kept ?? deviceKey !== null,
  });

  return {
    get current() {
      return open?.session ?? null;
    },
    getSession: () => {
      if (open === null) throw new Error('a call was served without its session');
      return open.session;
    },
    view,
    touch: () => open?.idle.touch(),
    endIfOver: () => {
      if (open?.idle.isOver() === true) void end(true);
    },
    // One after another: two at once would count wrong passwords wrongly.
    signIn: (who, captcha) => {
      const mine = queue.then(() => signIn(who, captcha));
      queue = mine.catch(() => undefined);
      return mine;
    },
    signOut: async () => {
      await end(true);
      return view();
    },
    close: async () => {
      await queue;
      await end(false);
    },
  };
}
