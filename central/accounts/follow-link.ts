import { fail, ok, type Result } from '../../shared/failure.ts';
import { audit } from '../audit/audit.ts';
import { storePassword } from '../auth/store-password.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { lockAccount } from './account-row.ts';
import { transact } from './act.ts';
import { awaitsLink, LINK_EVENTS, type LiveLink } from './live-link.ts';
import { endSessions, moveStored } from './move.ts';
import { tellAccount } from './tell.ts';

/** Uses the link up: of two at the same moment, one does. */
async function takeLink(trx: Db, { id }: LiveLink, now: string): Promise<boolean> {
  const taken = await trx
    .updateTable('account_links')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

/**
 * What the person at the link's page decided: the account works from now on, with the new password where
 * the link was for one (`hash`); then all its sessions end and a mail tells the owner. Failure:
 * NOT_FOUND when somebody was faster, or the account changed meanwhile; then nothing is changed.
 */
export const followLink = (
  context: CentralContext,
  link: LiveLink,
  hash: string | null,
): Promise<Result<null>> =>
  transact(context.db, async (trx) => {
    const now = isoNow(context);
    const row = await lockAccount(trx, link.account.id);
    if (row === undefined || !awaitsLink(row, link.purpose)) return fail('NOT_FOUND');
    if (!(await takeLink(trx, link, now))) return fail('NOT_FOUND');
    if (hash !== null) await storePassword(trx, row.id, hash, now);
    if ((await moveStored(trx, row, LINK_EVENTS[link.purpose], now)) === null) return fail('NOT_FOUND');
    if (hash !== null) {
      await endSessions(trx, row.id, now);
      await tellAccount(trx, context, row, 'passwordChanged');
    }
    await audit(trx, {
      at: now,
      accountId: row.id,
      sessionId: null,
      schoolId: row.school_id,
      action: `link.${link.purpose}`,
      subject: row.id,
      fields: hash === null ? ['verified'] : ['verified', 'password'],
      outcome: 'ok',
    });
    return ok(null);
  });
