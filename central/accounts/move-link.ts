import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { accountStateOf, type AccountRow } from './account-row.ts';
import { voidLinks } from './links.ts';
import { tellAccount } from './tell.ts';
import { WAITING_MAIL } from './waiting-mail.ts';

/**
 * After 電子信箱 of an account has changed: a link that went to the old address is void, and whoever waits
 * for one gets it at the new address. `row` is the account with its new address.
 */
export async function moveLink(trx: Db, context: CentralContext, row: AccountRow): Promise<void> {
  const now = isoNow(context);
  const state = accountStateOf(row);
  if (state === 'invited' || state === 'reenabled')
    return tellAccount(trx, context, row, WAITING_MAIL[state].template, WAITING_MAIL[state].purpose);
  const live = await trx
    .selectFrom('account_links')
    .select('id')
    .where('account_id', '=', row.id)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .executeTakeFirst();
  await voidLinks(trx, row.id, now);
  if (state === 'resetting' && live !== undefined) await tellAccount(trx, context, row, 'reset', 'reset');
}
