import type { SessionView } from '../../../shared/contract/core.ts';
import type { StartMessage } from '../../../shared/contract/start.ts';
import type { PushedEvent } from '../../../shared/contract/wire.ts';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { fail, FAILURES, ok, type Result } from '../../../shared/failure.ts';
import { failureOf } from '../fault.ts';
import type { CoreParts } from '../parts.ts';
import type { Settings } from '../settings.ts';
import type { Vault } from '../vault/vault.ts';
import { createIdleClock, type IdleClock } from './idle.ts';
import { createFirstSteps } from './first-step.ts';
import { endAtCentral, MUST_DO, openSession, type Online, type Session, type Unready } from './session.ts';
import {
  askCentral,
  confirmAtCentral,
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
  /** The second step after SECOND_FACTOR; SIGNED_OUT where no first one is held. */
  confirm(code: string): Promise<Result<SessionView>>;
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

const mustDoOf = (unready: Unready | null): SessionView['mustDo'] =>
  unready === null ? null : MUST_DO[unready];

/** After central ended a session the window leaves at once; what it has not kept yet comes in until then. */
export const LAST_WORDS_MS = 3000;

/** More changed cases than this are told as one. */
const MOST_EVENTS = 50;

export function createGate(outside: GateOutside): Gate {
  const { start, parts, settings, emit } = outside;
  const deviceKey = deviceKeyOf(start);
  let open: { readonly session: Session; readonly idle: IdleClock } | null = null;
  /** Calls off the end of a session that central has ended; null while none is ending. */
  let ending: (() => void) | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const firstStep = createFirstSteps(parts);

  const caseChanged = (caseIds: readonly string[]): void => {
    if (caseIds.length > MOST_EVENTS) emit({ event: 'case.changed' });
    else for (const id of caseIds) emit({ event: 'case.changed', id });
  };

  const surroundings = {
    parts,
    caseChanged,
    syncChanged: () => emit({ event: 'sync.changed' }),
    sessionChanged: () => emit({ event: 'session.changed' }),
    sessionRevoked: () => {
      ending ??= parts.setTimer(() => void end(false), LAST_WORDS_MS);
      emit({ event: 'session.changed' });
    },
  };

  const stay = (): void => {
    ending?.();
    ending = null;
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
    stay();
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
    if (answer.ok) return enter(desk, who, answer.value);
    if (answer.failure.code !== 'SECOND_FACTOR') return answer;
    const challengeId = answer.failure.detail?.['challengeId'];
    if (typeof challengeId !== 'string') return fail('INTERCEPTED');
    firstStep.hold({ who, desk, challengeId });
    // What the first step is known by stays here.
    return fail('SECOND_FACTOR');
  };

  const confirm = async (code: string): Promise<Result<SessionView>> => {
    const held = firstStep.held;
    if (held === null) return fail('SIGNED_OUT');
    const answer = await confirmAtCentral(held, code);
    // Given up meanwhile: the session that was begun is of no use.
    if (firstStep.held !== held) {
      if (answer.ok) void endAtCentral(held.desk, answer.value.tokens.accessToken);
      return fail('SIGNED_OUT');
    }
    if (!answer.ok) {
      const { code: why } = answer.failure;
      if (why !== 'WRONG_CODE' && FAILURES[why].retry !== 'later') firstStep.drop();
      return answer;
    }
    firstStep.drop();
    const done = await enter(held.desk, held.who, answer.value);
    return done.ok ? ok(view()) : done;
  };

  /** Central has let the person in: now the vault. */
  const enter = async (desk: Desk, who: Credentials, online: Online): Promise<Result<null>> => {
    const session = open?.session;
    if (session?.account.accountId === online.account.accountId) {
      await session.vault.adoptPassword(who.password);
      if (open?.session === session) {
        stay();
        session.goOnline(online);
        open.idle.touch();
        return ok(null);
      }
    }
    const opened = await openAccepted(desk, who.password, online).catch(faultOf);
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
    firstStep.drop();
    if (centralUrl === null) return fail('CENTRAL_UNKNOWN');
    const desk: Desk = { start, parts, deviceKey, centralUrl };
    const done = captcha === null ? await signInOffline(desk, who) : await signInOnline(desk, who, captcha);
    return done.ok ? ok(view()) : done;
  };

  const view = (): SessionView => {
    const shown = ending === null ? open : null;
    return {
      state: shown !== null ? 'signedIn' : settings.centralUrl === null ? 'centralUnknown' : 'signedOut',
      account: shown?.session.account ?? null,
      endsAt: shown === null ? null : new Date(shown.idle.endsAt).toISOString(),
      offline: shown !== null && !shown.session.access.isOnline,
      centralUrl: settings.centralUrl,
      centralFixed: settings.centralFixed,
      vaultKept: shown?.session.store.kept ?? deviceKey !== null,
      passwordDaysLeft: shown?.session.passwordDaysLeft ?? null,
      mustDo: mustDoOf(shown?.session.unready ?? null),
    };
  };

  // One after another: two at once would count wrong passwords wrongly.
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = queue.then(act);
    queue = mine.catch(() => undefined);
    return mine;
  };

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
    signIn: (who, captcha) => inTurn(() => signIn(who, captcha)),
    confirm: (code) => inTurn(() => confirm(code)),
    signOut: async () => {
      firstStep.drop();
      await end(true);
      return view();
    },
    close: async () => {
      firstStep.drop();
      await queue;
      await end(false);
    },
  };
}
