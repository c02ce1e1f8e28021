import type { CentralContext } from '../context.ts';
import type { Carrier } from './carrier.ts';
import { sendNext } from './send.ts';

/** How often the outbox is looked at without being woken: retries, and mails of other processes. */
const POLL_MS = 5000;

/** Sends what lies in the outbox, one mail after the other. */
export interface Mailer {
  /** There may be new mail; called after the answer to whoever caused it. */
  readonly wake: () => void;
  /** Resolves when nothing is being sent; tests wait for it. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Parts extends Pick<CentralContext, 'db' | 'now' | 'newId' | 'log'> {
  readonly carrier: Carrier;
  /** Null until the service knows where it listens; nothing leaves before. */
  readonly publicUrl: () => string | null;
}

/** Starts the loop; a fault of the database ends one round, not the loop. */
export function startMailer({ publicUrl, ...parts }: Parts): Mailer {
  let round: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const send = async (base: string): Promise<void> => {
    do {
      again = false;
      let sending = await sendNext({ ...parts, publicUrl: base });
      // One failure ends the round: SMTP is away, and the others wait for the next look.
      while (!stopped && (sending === 'sent' || sending === 'void'))
        sending = await sendNext({ ...parts, publicUrl: base });
    } while (again && !stopped);
  };
  const wake = (): void => {
    const base = publicUrl();
    if (stopped || base === null) return;
    again = true;
    round ??= send(base)
      .catch((fault: unknown) => {
        again = false;
        parts.log.fault(parts.newId(), 'mail', fault);
      })
      .finally(() => {
        round = null;
        // Woken between the last look and now.
        if (again) wake();
      });
  };
  const settled = async (): Promise<void> => {
    while (round !== null) await round;
  };
  const timer = setInterval(wake, POLL_MS);
  timer.unref();

  return {
    wake,
    settled,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await settled();
      parts.carrier.close();
    },
  };
}
