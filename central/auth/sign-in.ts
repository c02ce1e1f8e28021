import type { z } from 'zod';
import { audit } from '../audit/audit.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { fail, ok, type FailureCode, type Result } from '../../shared/failure.ts';
import type { Db } from '../store/database.ts';
import { describeAccount, findLiveAccount } from './account.ts';
import { attemptKey, beginAttempt, clearAttempts, failAttempt } from './attempts.ts';
import { useCaptcha } from './captcha.ts';
import { verifyPassword } from './password.ts';
import { insertSession, sweepSessions } from './session.ts';
import { issueTokens } from './tokens.ts';

type Row = CentralDoor['session.create'];
type Given = z.output<Row['input']>;
type Answer = Result<z.input<Row['output']>>;

interface Known {
  readonly id: string;
  readonly password_hash: string | null;
  readonly school_id: string | null;
}

const findByName = (db: Db, account: string): Promise<Known | undefined> =>
  db
    .selectFrom('accounts')
    .select(['id', 'password_hash', 'school_id'])
    .where('status', '<>', 'rejected')
    .where((eb) =>
      eb(eb.fn<string>('lower', ['account']), '=', account.normalize('NFKC').trim().toLowerCase()),
    )
    .executeTakeFirst();

/**
 * 登入: captcha first and used up, then the lock, then the password. An unknown account and a wrong
 * password differ in no byte and take the same time; a disabled account says so to its owner alone.
 */
export async function signIn(context: CentralContext, given: Given): Promise<Answer> {
  const { db } = context;
  const now = isoNow(context);
  if (!(await useCaptcha(db, now, given.captchaId, given.captchaAnswer))) return fail('WRONG_CAPTCHA');
  const key = attemptKey(given.account);
  const lockedFor = await beginAttempt(db, key, now);
  const known = await findByName(db, given.account);
  if (lockedFor !== null) return refused(context, known, 'LOCKED_OUT', lockedFor);
  const right = await verifyPassword(known?.password_hash ?? null, given.password, context.passwordCost);
  if (!right || known === undefined) {
    await failAttempt(db, key, now);
    return refused(context, known, 'WRONG_CREDENTIALS');
  }
  const live = await findLiveAccount(db, known.id, 'signIn');
  if (live === null) return refused(context, known, 'ACCOUNT_DISABLED');
  const sessionId = context.newId();
  return db.transaction().execute(async (trx) => {
    await clearAttempts(trx, key);
    await sweepSessions(trx, known.id, now);
    const { deviceId, deviceName } = given;
    await insertSession(trx, { sessionId, accountId: known.id, deviceId, deviceName, now });
    const tokens = await issueTokens(trx, sessionId, now);
    const account = await describeAccount(trx, live);
    await audit(trx, { ...lineOf(known, now), sessionId, outcome: 'ok' });
    const { epoch, receiptKey } = context.identity;
    return ok({ tokens, account, epoch, now, receiptKey });
  });
}

const lineOf = (known: Known | undefined, at: string) => ({
  at,
  accountId: known?.id ?? null,
  sessionId: null,
  schoolId: known?.school_id ?? null,
  action: 'session.create',
  subject: known?.id ?? null,
  fields: [],
});

async function refused(
  context: CentralContext,
  known: Known | undefined,
  code: FailureCode,
  seconds?: number,
): Promise<Answer> {
  await context.db
    .transaction()
    .execute((trx) => audit(trx, { ...lineOf(known, isoNow(context)), outcome: code }));
  return fail(code, seconds === undefined ? undefined : { seconds, minutes: Math.ceil(seconds / 60) });
}
