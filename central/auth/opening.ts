import type { z } from 'zod';
import { audit } from '../audit/audit.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { fail, ok, type FailureCode, type Result } from '../../shared/failure.ts';
import type { Db } from '../store/database.ts';
import { describeAccount, type LiveAccount } from './account.ts';
import { clearAttempts } from './attempts.ts';
import { recoveryKeyOf } from './recovery-key.ts';
import { insertSession, sweepSessions } from './session.ts';
import { issueTokens } from './tokens.ts';

/** What both steps of a sign-in answer. */
export type Opening = Result<z.input<CentralDoor['session.create']['output']>>;

/** Whom a sign-in is about, as far as that is known. */
export interface Claimed {
  readonly id: string;
  readonly school_id: string | null;
}

export interface Device {
  readonly deviceId: string;
  readonly deviceName: string;
}

export const lineOf = (claimed: Claimed | undefined, at: string, action: string) => ({
  at,
  accountId: claimed?.id ?? null,
  sessionId: null,
  schoolId: claimed?.school_id ?? null,
  action,
  subject: claimed?.id ?? null,
  fields: [],
});

/** A session for whoever has shown everything that is asked; earlier failures are forgotten. */
export async function openSession(
  trx: Db,
  context: CentralContext,
  live: LiveAccount,
  { deviceId, deviceName }: Device,
  { key, action }: { readonly key: string; readonly action: string },
): Promise<Opening> {
  const now = isoNow(context);
  const { accountId } = live;
  const sessionId = context.newId();
  await clearAttempts(trx, key);
  await sweepSessions(trx, accountId, now);
  await insertSession(trx, { sessionId, accountId, deviceId, deviceName, now });
  const tokens = await issueTokens(trx, sessionId, now);
  const account = await describeAccount(trx, live);
  const claimed = { id: accountId, school_id: live.school?.id ?? null };
  await audit(trx, { ...lineOf(claimed, now, action), sessionId, outcome: 'ok' });
  const { epoch, receiptKey } = context.identity;
  const recoveryKey = recoveryKeyOf(context.identity, accountId, deviceId);
  return ok({ tokens, account, epoch, now, receiptKey, recoveryKey });
}

/** A try that came to nothing, with its line in the log. */
export async function refusedTry(
  context: CentralContext,
  claimed: Claimed | undefined,
  action: string,
  code: FailureCode,
  seconds?: number,
): Promise<Result<never>> {
  await context.db
    .transaction()
    .execute((trx) => audit(trx, { ...lineOf(claimed, isoNow(context), action), outcome: code }));
  return fail(code, seconds === undefined ? undefined : { seconds, minutes: Math.ceil(seconds / 60) });
}
