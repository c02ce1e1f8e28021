import type { Awaited } from '../../shared/domain/account/account-state.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';

/** How long a link is good from the moment its mail left: seven days, and one hour for 忘記密碼 [A:350]. */
export const LINK_MINUTES = {
  setPassword: 7 * 24 * 60,
  verify: 7 * 24 * 60,
  reset: 60,
} as const satisfies Record<Awaited, number>;

/** No earlier link of the account is good any more. */
export async function voidLinks(trx: Db, accountId: string, now: string): Promise<void> {
  await trx
    .updateTable('account_links')
    .set({ voided_at: now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute();
}

/**
 * Asks for a link; older ones of the account are void. Its token is drawn when the mail leaves
 * (mail/send.ts), so no copy of the database can open an account. Gives the id for the mail.
 */
export async function requestLink(
  trx: Db,
  context: Pick<CentralContext, 'now' | 'newId'>,
  accountId: string,
  purpose: Awaited,
): Promise<string> {
  const now = isoNow(context);
  await voidLinks(trx, accountId, now);
  const id = context.newId();
  await trx
    .insertInto('account_links')
    .values({ id, account_id: accountId, purpose, requested_at: now })
    .execute();
  return id;
}
