import { createHash, randomBytes } from 'node:crypto';
import { LINK_MINUTES } from '../accounts/links.ts';
import type { Db } from '../store/database.ts';
import type { DrawnLink } from './compose.ts';

/** As the database knows a link: whoever reads a backup cannot follow it. */
export const hashLinkToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Draws the token of a link whose mail leaves now; its time begins now. An earlier token of the same
 * link is void. Null for a link that was used or made void meanwhile: its mail must not leave.
 */
export async function drawLink(
  trx: Db,
  linkId: string,
  now: string,
  publicUrl: string,
): Promise<DrawnLink | null> {
  const row = await trx
    .selectFrom('account_links')
    .select('purpose')
    .where('id', '=', linkId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.parse(now) + LINK_MINUTES[row.purpose] * 60_000).toISOString();
  await trx
    .updateTable('account_links')
    .set({ token_hash: hashLinkToken(token), sent_at: now, expires_at: expiresAt })
    .where('id', '=', linkId)
    .execute();
  return { purpose: row.purpose, url: `${publicUrl}/account/link/${token}`, expiresAt };
}
