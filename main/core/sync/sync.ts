import type { SyncView } from '../../../shared/contract/core.ts';
import type { Access } from '../auth/access.ts';
import type { CentralClient } from '../api/central-client.ts';
import { failureOf } from '../fault.ts';
import type { CoreParts } from '../parts.ts';
import type { Store } from '../vault/store.ts';
import { LONGEST_WAIT_MS } from './backoff.ts';
import { probe } from './probe.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { isUnreachable, restMs } from './rest.ts';
import { CLOSED, type SyncRoom, type Trouble } from './room.ts';
import { firstStatus, newsOf, syncView } from './status.ts';

/** Brings the outbox to central and the changes of others here, for as long as the session lasts. */
export interface Sync {
  /** Begins, or wakes up at once: something was saved, or the person wants it. */
  wake(): void;
  /** The same, and waits until there is nothing more to do for now. */
  flush(): Promise<void>;
  view(): SyncView;
  isSending(opId: string): boolean;
  /** At the last try nobody answered, or not central. */
  readonly isUnreachable: boolean;
  /** The best guess of central's clock, milliseconds. */
  centralNow(): number;
  /** Central told its time in passing; the next look at it is more exact. */
  hearClock(centralNow: number): void;
  /** Ends; nothing is touched after the promise. */
  stop(): Promise<void>;
}

export interface SyncOutside {
  readonly client: CentralClient;
  readonly access: Access;
  readonly store: Store;
  readonly parts: Pick<CoreParts, 'now' | 'random' | 'setTimer' | 'note'>;
  caseChanged(caseIds: readonly string[]): void;
  /** The pill looks different. */
  changed(): void;
  /** Central shows this account other cases than before. */
  scopeChanged(): void;
}

/** How often central's clock is compared while all is well. */
const CLOCK_MS = 600_000;
/** A difference of the clocks below this is the network's, not the clock's. */
const CLOCK_NOISE_MS = 2000;
/** How often the time of the last contact is written down: the lease counts in days. */
const CONTACT_MS = 300_000;

/** What central asked for counts no longer than this, whatever the clock does meanwhile. */
const LONGEST_AWAY_MS = 3_600_000;

export function createSync(outside: SyncOutside): Sync {
  const { client, access, store, parts } = outside;
  const status = firstStatus(store.readMemory().lastContact ?? null);
  let failures = 0;
  let probedAt: number | null = null;
  let writtenAt = status.lastContact;
  /** Central asked us to stay away until then. */
  let away = 0;
  /** All was in step once in this session. */
  let met = false;
  let over = false;
  let again = false;
  let running: Promise<void> | null = null;
  let cancel = (): void => undefined;
  let news = '';

  const note = (fault: unknown) => failureOf('sync', fault, (line) => parts.note(line));

  /** A vault in trouble must not turn the answer of a saved act into a failure. */
  const tell = (): void => {
    if (over) return;
    try {
      const now = newsOf(syncView(status, store));
      if (now === news) return;
      news = now;
      outside.changed();
    } catch (fault) {
      note(fault);
    }
  };

  const room: SyncRoom = {
    access,
    store,
    now: () => parts.now(),
    random: () => parts.random(),
    changed: (caseIds) => {
      if (caseIds.length > 0) outside.caseChanged(caseIds);
      tell();
    },
    sending: (opIds) => {
      status.sending = new Set(opIds);
      status.busy = !met || opIds.length > 0;
      tell();
    },
    scopeChanged: () => outside.scopeChanged(),
    isOver: () => over,
  };

  const lookForCentral = async (): Promise<Trouble> => {
    const since = probedAt === null ? Infinity : Math.abs(parts.now() - probedAt);
    const due = !status.online || status.failure !== null || since > CLOCK_MS;
    if (!due) return null;
    const found = await probe(client, () => parts.now());
    if (over) return CLOSED;
    if (!found.ok) return found;
    probedAt = parts.now();
    status.skewMs = found.value;
    status.online = true;
    return null;
  };

  const contact = (): void => {
    const now = parts.now();
    status.lastContact = now;
    if (writtenAt !== null && Math.abs(now - writtenAt) < CONTACT_MS) return;
    writtenAt = now;
    store.remember({ lastContact: now });
  };

  const work = async (): Promise<Trouble> => {
    const unfound = await lookForCentral();
    if (unfound !== null) return unfound;
    if (!access.hasTokens) return { ok: false, failure: { code: 'SIGNED_OUT' } };
    room.sending([]);
    for (;;) {
      const trouble = (await push(room)) ?? (await pull(room));
      if (trouble !== null) return trouble;
      contact();
      // More was saved meanwhile, or a new mirror showed that the service lost what it had receipted.
      if (store.listDue(parts.now(), 1).length === 0) return null;
    }
  };

  const conclude = (trouble: Trouble): void => {
    const now = parts.now();
    failures = trouble === null ? 0 : failures + 1;
    met = met || trouble === null;
    status.failure = trouble?.failure ?? null;
    status.sending = new Set();
    status.busy = false;
    if (trouble !== null && isUnreachable(trouble.failure.code)) status.online = false;
    if (trouble?.stayAway !== undefined) away = now + trouble.stayAway;
    const next = store.nextTry(now);
    sleep(
      restMs({ trouble, failures, untilNext: next === null ? null : next - now, random: parts.random() }),
    );
    tell();
  };

  const round = async (): Promise<void> => {
    const trouble = await work().catch((fault: unknown): Trouble => ({ ok: false, failure: note(fault) }));
    if (over) return;
    try {
      conclude(trouble);
    } catch (fault) {
      status.failure = note(fault);
      sleep(LONGEST_WAIT_MS);
    }
  };

  const sleep = (ms: number): void => {
    status.nextTry = parts.now() + ms;
    cancel = parts.setTimer(wake, ms);
  };

  function wake(): void {
    if (over) return;
    cancel();
    const wait = Math.min(away - parts.now(), LONGEST_AWAY_MS);
    if (running !== null) again = true;
    else if (wait > 0) sleep(wait);
    else running = round().finally(rounded);
    tell();
  }

  function rounded(): void {
    running = null;
    if (!again) return;
    again = false;
    wake();
  }

  return {
    wake,
    flush: async () => {
      wake();
      while (running !== null) await running;
    },
    view: () => syncView(status, store),
    isSending: (opId) => status.sending.has(opId),
    get isUnreachable() {
      return status.failure !== null && isUnreachable(status.failure.code);
    },
    centralNow: () => {
      const skew = status.skewMs ?? 0;
      return parts.now() + (Math.abs(skew) < CLOCK_NOISE_MS ? 0 : skew);
    },
    hearClock: (centralNow) => {
      status.skewMs ??= centralNow - parts.now();
    },
    stop: async () => {
      over = true;
      cancel();
      access.close();
      await running;
    },
  };
}
