import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Email } from 'postal-mime';
import { buildCentral } from '../../central/app.ts';
import type { CentralContext } from '../../central/context.ts';
import { seedDemo } from '../../central/demo/seed.ts';
import { LIMITS, type Limits } from '../../central/http/limits.ts';
import { openCarrier } from '../../central/mail/carrier.ts';
import { startMailer } from '../../central/mail/loop.ts';
import { embeddedRegister } from '../../central/neighbours/student-register.ts';
import { getIdentity } from '../../central/store/meta.ts';
import { taipeiDate } from '../../shared/domain/calendar/taipei.ts';
import { NOW, TODAY } from './case-builders.ts';
import { signInAt, type CentralClient, type SignInParts } from './central-client.ts';
import { addressesOf, openMailbox, type Mailbox } from './mailbox.ts';
import { CHEAP } from './password-cost.ts';
import { useDatabase } from './postgres.ts';

export interface StartParts {
  /** Clock at the start, milliseconds; else NOW of the case builders. */
  readonly now?: number;
  /** With the demo's schools, accounts and register (default), or an empty schema. */
  readonly seed?: boolean;
  /** Listens on a free port of loopback. */
  readonly listen?: boolean;
  readonly limits?: Partial<Limits>;
  /** Replaces parts of the context, e.g. a register or a log that listens. */
  readonly over?: Partial<CentralContext>;
}

export interface TestCentral {
  readonly app: FastifyInstance;
  readonly context: CentralContext;
  /** Postgres URL of its database. */
  readonly databaseUrl: string;
  /** Empty unless it listens. */
  readonly url: string;
  /** Milliseconds since 1970; tests move it. */
  readonly clock: { now: number };
  /** Answer of a captcha that this service has drawn. */
  readonly captchaAnswer: (captchaId: string) => string;
  /** Signs in through the real captcha, each time from a new device unless one is given. */
  readonly signIn: (account: string, parts?: SignInParts) => Promise<CentralClient>;
  /** The SMTP service that its mails go to. */
  readonly mailbox: Mailbox;
  /** Waits until what is due in the outbox has left, or was tried. */
  readonly mailsSent: () => Promise<void>;
  /** The newest mail to an address, once all that is due has left; throws when there is none. */
  readonly newestMailTo: (address: string) => Promise<Email>;
  /** What went to the log: faults by name. */
  readonly faults: unknown[];
  readonly close: () => Promise<void>;
}

/** No test meets a limit by accident; those about limits lower them. */
const GENEROUS: Limits = {
  perAddress: 1_000_000,
  signInPerAddress: 1_000_000,
  perAccount: 1_000_000,
  maxLagMs: 0,
  forgetMs: 0,
};

/** Base of the links in mails; a test that listens knows the true one. */
const PUBLIC_URL = 'https://central.test';

/** The real service in this process, on a database of its own in a real PostgreSQL. */
export async function startCentral(parts: StartParts = {}): Promise<TestCentral> {
  const seed = parts.seed ?? true;
  const database = await useDatabase(seed ? 'template_demo' : 'template_empty');
  const clock = { now: parts.now ?? Date.parse(NOW) };
  const today = taipeiDate(clock.now);
  if (seed && today !== TODAY) await seedDemo(database.db, { today, cost: CHEAP });
  const answers = new Map<string, string>();
  const faults: unknown[] = [];
  const mailbox = await openMailbox();
  const base: Pick<CentralContext, 'db' | 'now' | 'newId' | 'log'> = {
    db: database.db,
    now: () => clock.now,
    newId: randomUUID,
    log: { note: () => undefined, fault: (_reportId, _where, fault) => void faults.push(fault) },
  };
  const mailer = startMailer({
    ...base,
    carrier: openCarrier(mailbox.place, 'noreply@central.test'),
    publicUrl: () => PUBLIC_URL,
  });
  const context: CentralContext = {
    ...base,
    identity: await getIdentity(database.db),
    mail: mailer,
    caughtMails: null,
    registerFor: embeddedRegister,
    passwordCost: CHEAP,
    limits: { ...LIMITS, ...GENEROUS, ...parts.limits },
    revealCaptcha: (captchaId, answer) => void answers.set(captchaId, answer),
    ...parts.over,
  };
  const app = await buildCentral(context);
  const url = parts.listen === true ? await app.listen({ host: '127.0.0.1', port: 0 }) : '';
  const captchaAnswer = (captchaId: string): string => {
    const answer = answers.get(captchaId);
    if (answer === undefined) throw new RangeError('a captcha that nobody drew');
    return answer;
  };
  const mailsSent = async () => {
    mailer.wake();
    await mailer.settled();
  };
  return {
    app,
    context,
    databaseUrl: database.url,
    url,
    clock,
    captchaAnswer,
    signIn: (account, signInParts) => signInAt({ app, captchaAnswer }, account, signInParts),
    mailbox,
    mailsSent,
    newestMailTo: async (address) => {
      await mailsSent();
      const mail = mailbox.mails.findLast((one) => addressesOf(one).includes(address));
      if (mail === undefined) throw new RangeError(`no mail to ${address}`);
      return mail;
    },
    faults,
    close: async () => {
      await app.close();
      await mailer.stop();
      await mailbox.close();
      await database.close();
    },
  };
}
