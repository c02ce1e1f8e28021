import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { ACCOUNT_STATE_ROWS, moveAccount } from '../../shared/domain/account/account-state.ts';
import { compareKey, sameEmail } from '../../shared/domain/account/fields.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import { accountStateOf, type AccountRow } from '../accounts/account-row.ts';
import { voidLinks } from '../accounts/links.ts';
import { moveStored } from '../accounts/move.ts';
import { tellAccount } from '../accounts/tell.ts';
import { audit } from '../audit/audit.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { useCaptcha } from './captcha.ts';

type Given = z.output<CentralDoor['password.forget']['input']>;

/** Mails of 忘記密碼 to one account within an hour; a further one is silently not sent (domain §6.12). */
export const FORGETS_PER_HOUR = 3;
const HOUR_MS = 3_600_000;
const ACTION = 'password.forget';

/**
 * 忘記密碼 [A:343–349]: one answer, whoever asks for whomever. Whether there is such an account tells
 * neither the answer nor its time: both ways ask and write alike, and the answer waits for a fixed moment.
 */
export async function forgetPassword(
  context: CentralContext,
  given: Given,
): Promise<Result<Record<string, never>>> {
  const since = performance.now();
  const { db } = context;
  if (!(await useCaptcha(db, isoNow(context), given.captchaId, given.captchaAnswer)))
    return fail('WRONG_CAPTCHA');
  await db.transaction().execute(async (trx) => {
    const row = await findForgetful(trx, given);
    const sent = await countSent(trx, row?.id ?? context.newId(), context.now());
    if (row !== null && sent < FORGETS_PER_HOUR) await sendLink(trx, context, row);
    else await pretend(trx, context);
  });
  const left = context.limits.forgetMs - (performance.now() - since);
  if (left > 0) await sleep(left);
  return ok({});
}

/** The account whose name and registered address were both given, held still, while its state may forget. */
async function findForgetful(trx: Db, { account, email }: Given): Promise<AccountRow | null> {
  const row = await trx
    .selectFrom('accounts')
    .selectAll()
    .where('status', '<>', 'rejected')
    .where((eb) => eb(eb.fn<string>('lower', ['account']), '=', compareKey(account)))
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined || row.email === '' || !sameEmail(row.email, email)) return null;
  return moveAccount(accountStateOf(row), 'forget', row.password_hash !== null) === null ? null : row;
}

async function countSent(trx: Db, accountId: string, now: number): Promise<number> {
  const { sent } = await trx
    .selectFrom('mail_outbox')
    .select((eb) => eb.fn.countAll<number>().as('sent'))
    .where('account_id', '=', accountId)
    .where('template', '=', 'reset')
    .where('created_at', '>', new Date(now - HOUR_MS).toISOString())
    .executeTakeFirstOrThrow();
  return sent;
}

async function sendLink(trx: Db, context: CentralContext, row: AccountRow): Promise<void> {
  const now = isoNow(context);
  const next = await moveStored(trx, row, 'forget', now);
  const awaited = next === null ? null : ACCOUNT_STATE_ROWS[next].awaits;
  if (awaited === null) throw new Error('an account that forgot its password awaits nothing');
  await tellAccount(trx, context, row, 'reset', awaited);
  await write(trx, now, row);
}

/** As much work for an account that is not there: the same tables are asked, and as many times. */
async function pretend(trx: Db, context: CentralContext): Promise<void> {
  const now = isoNow(context);
  const nobody = context.newId();
  await voidLinks(trx, nobody, now);
  await trx.updateTable('accounts').set({ awaits: 'reset' }).where('id', '=', nobody).execute();
  await voidLinks(trx, nobody, now);
  await trx.updateTable('account_links').set({ voided_at: now }).where('id', '=', nobody).execute();
  await trx.selectFrom('schools').select(['id', 'name']).where('id', '=', nobody).execute();
  await trx.updateTable('mail_outbox').set({ tries: 0 }).where('id', '=', nobody).execute();
  await write(trx, now, null);
}

const write = (trx: Db, at: string, row: AccountRow | null): Promise<void> =>
  audit(trx, {
    at,
    accountId: row?.id ?? null,
    sessionId: null,
    schoolId: row?.school_id ?? null,
    action: ACTION,
    subject: row?.id ?? null,
    fields: [],
    outcome: row === null ? 'NOT_FOUND' : 'ok',
  });
