import { moveAccount, type AccountEvent, type Awaited } from '../../shared/domain/account/account-state.ts';
import { hashLinkToken } from '../mail/draw-link.ts';
import type { Db } from '../store/database.ts';
import { accountStateOf, type AccountRow } from './account-row.ts';

/** What following a link of this purpose does to the account. */
export const LINK_EVENTS = {
  setPassword: 'finishSetPassword',
  reset: 'finishReset',
  verify: 'finishVerify',
} as const satisfies Record<Awaited, AccountEvent>;

/** A link that may be followed now. */
export interface LiveLink {
  readonly id: string;
  readonly purpose: Awaited;
  readonly account: AccountRow;
}

/** Whether the account's state still waits for such a link. */
export const awaitsLink = (row: AccountRow, purpose: Awaited): boolean =>
  moveAccount(accountStateOf(row), LINK_EVENTS[purpose], row.password_hash !== null) !== null;

/**
 * The link of a token: null when it is unknown, used, void or over, or when its account does not wait for
 * it any more. Looking uses nothing up: programs that check mails open their links too.
 */
export async function findLiveLink(db: Db, token: string, now: string): Promise<LiveLink | null> {
  const link = await db
    .selectFrom('account_links')
    .select(['id', 'purpose', 'account_id'])
    .where('token_hash', '=', hashLinkToken(token))
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (link === undefined) return null;
  const account = await db
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', link.account_id)
    .executeTakeFirstOrThrow();
  return awaitsLink(account, link.purpose) ? { id: link.id, purpose: link.purpose, account } : null;
}
