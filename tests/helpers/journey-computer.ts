import { randomUUID } from 'node:crypto';
import type { AxiosAdapter } from 'axios';
import { startCore, type RunningCore } from '../../main/core/core.ts';
import { openSqliteTables } from '../../main/core/vault/sqlite/sqlite-tables.ts';
import type { Tables } from '../../main/core/vault/tables.ts';
import { FIRST_STEP_MS } from '../../main/core/auth/first-step.ts';
import { IDLE_MS } from '../../main/core/auth/idle.ts';
import { DEMO_ACCOUNTS, type DemoAccount } from '../../central/demo/demo-accounts.ts';
import type { CoreDoor, SessionView } from '../../shared/contract/core.ts';
import { ask, type Answer, type Ask } from '../../shared/contract/door.ts';
import type { StartMessage } from '../../shared/contract/start.ts';
import type { PushedEvent } from '../../shared/contract/wire.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { Result } from '../../shared/failure.ts';
import { nextId } from './case-builders.ts';
import type { TestCentral } from './central.ts';
import { until, type TestClock } from './clock.ts';
import { aFolder, aStart, CHEAP_KDF, getValue } from './core.ts';
import { openLine, type Line } from './journey-line.ts';

export interface ComputerParts {
  /** How wrong its clock is, milliseconds. */
  readonly skew?: number;
  /** Nobody signs in yet. */
  readonly away?: true;
  readonly start?: Partial<StartMessage>;
  /** Instead of real sockets: a network that a test does not let it have. */
  readonly transport?: AxiosAdapter;
}

/** One desk: the typed client of a window, the real core behind it, its vault and its line to central. */
export interface Computer {
  readonly account: DemoAccount;
  readonly deviceId: string;
  readonly line: Line;
  readonly ask: Ask<CoreDoor>;
  /** The bare door of the core that runs now. */
  readonly answer: Answer;
  readonly events: readonly PushedEvent[];
  /** Lines that the core wrote into its log: faults of the program. */
  readonly notes: string[];
  /** With the captcha, at central. */
  signIn(password?: string): Promise<Result<SessionView>>;
  /** With the password alone, from the vault. */
  unlock(password?: string): Promise<Result<SessionView>>;
  /** Waits until the synchroniser sleeps. */
  rest(): Promise<void>;
  /** The person asks to try now; waits until it is over. Nothing when nobody is signed in. */
  sync(): Promise<void>;
  /** The core ends, and another one begins on the same folder; nobody is signed in. */
  restart(): Promise<void>;
  /** The case as the open vault holds it. */
  caseOf(caseId: string): Case | undefined;
  close(): Promise<void>;
}

interface Place {
  readonly central: Pick<TestCentral, 'captchaAnswer'>;
  readonly clock: TestClock;
  readonly url: () => string;
}

const accountOf = (name: string): DemoAccount => {
  const found = DEMO_ACCOUNTS.find(({ account }) => account === name);
  if (found === undefined) throw new RangeError(`no such account: ${name}`);
  return found;
};

export async function openComputer(place: Place, name: string, parts: ComputerParts): Promise<Computer> {
  const { central, clock, url } = place;
  const account = accountOf(name);
  const folder = aFolder();
  const line = await openLine(url);
  const start = aStart({
    vaultDir: folder.path,
    policyCentralUrl: line.url,
    deviceId: randomUUID(),
    ...parts.start,
  });
  const events: PushedEvent[] = [];
  const notes: string[] = [];
  /** Timers of the synchroniser: while it works there is none. */
  const naps = new Set<symbol>();
  let tables: Tables | null = null;

  const setTimer = (act: () => void, ms: number): (() => void) => {
    const nap = Symbol('nap');
    if (ms !== IDLE_MS && ms !== FIRST_STEP_MS) naps.add(nap);
    const cancel = clock.setTimer(() => {
      naps.delete(nap);
      act();
    }, ms);
    return () => {
      naps.delete(nap);
      cancel();
    };
  };

  const boot = (): Promise<RunningCore> =>
    startCore(
      start,
      { emit: (event) => void events.push(event) },
      {
        now: () => clock.now() + (parts.skew ?? 0),
        newId: nextId,
        random: () => 0.5,
        setTimer,
        transport: parts.transport ?? null,
        kdf: CHEAP_KDF,
        kdfFloor: CHEAP_KDF,
        openTables: (path, key, options) => (tables = openSqliteTables(path, key, options)),
        note: (text) => void notes.push(text),
      },
    );

  let core = await boot();
  // A door that throws is a fault of the program, whatever the asking side makes of it.
  const answer: Answer = (call, input) =>
    core.answer(call, input).catch((fault: unknown) => {
      notes.push(`${call}: ${String(fault)}`);
      throw fault;
    });
  const door = ask(answer as (call: string, input: unknown) => Promise<unknown>) as Ask<CoreDoor>;
  const isSignedIn = async () => getValue(await door('session.get', {})).state === 'signedIn';

  const computer: Computer = {
    account,
    deviceId: start.deviceId,
    line,
    ask: door,
    answer,
    events,
    notes,
    signIn: async (password = account.password) => {
      const captcha = await door('captcha.create', {});
      if (!captcha.ok) return captcha;
      const { captchaId } = captcha.value;
      const given = { captchaId, answer: central.captchaAnswer(captchaId) };
      const session = await door('session.signIn', { account: name, password, captcha: given });
      if (session.ok) await computer.rest();
      return session;
    },
    unlock: async (password = account.password) => {
      const session = await door('session.signIn', { account: name, password, captcha: null });
      if (session.ok) await computer.rest();
      return session;
    },
    rest: async () => {
      if (await isSignedIn()) await until(() => naps.size > 0);
    },
    sync: async () => {
      if (!(await isSignedIn())) return;
      getValue(await door('outbox.retry', {}));
      await computer.rest();
    },
    restart: async () => {
      await core.close();
      core = await boot();
    },
    caseOf: (caseId) => tables?.views.find(caseId),
    close: async () => {
      await core.close();
      await line.close();
      folder.remove();
    },
  };
  if (parts.away === undefined) getValue(await computer.signIn());
  return computer;
}
