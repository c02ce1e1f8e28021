import type { PasswordCost } from './auth/password.ts';
import type { Limits } from './http/limits.ts';
import type { RegisterFor } from './neighbours/student-register.ts';
import type { Db } from './store/database.ts';
import type { Identity } from './store/meta.ts';

/** Where faults and remarks go. Never personal data: a fault is told by name, code and place. */
export interface Log {
  readonly note: (text: string) => void;
  /** `reportId` is what the person reads on the screen. */
  readonly fault: (reportId: string, where: string, fault: unknown) => void;
}

/** Everything the service needs from outside; tests move the clock and count the ids. */
export interface CentralContext {
  readonly db: Db;
  readonly identity: Identity;
  /** Milliseconds since 1970 UTC: the clock that decides ages, times and numbers (I15). */
  readonly now: () => number;
  /** A new UUID. */
  readonly newId: () => string;
  readonly log: Log;
  /** 學籍系統; the embedded one reads the table `students`. */
  readonly registerFor: RegisterFor;
  readonly passwordCost: PasswordCost;
  readonly limits: Limits;
  /** Sends what lies in the outbox; woken after each answer that may have put something there. */
  readonly mail: { readonly wake: () => void };
  /** Folder of mails that the embedded catch-all keeps, readable at /mails on this computer; null without. */
  readonly caughtMails: string | null;
  /** Tests alone: hears the answer of each captcha. The server refuses it beyond loopback. */
  readonly revealCaptcha?: (captchaId: string, answer: string) => void;
}

export const isoNow = (context: Pick<CentralContext, 'now'>): string => new Date(context.now()).toISOString();
