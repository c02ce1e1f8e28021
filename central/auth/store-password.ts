import { cleanPassword } from '../../shared/domain/account/password-check.ts';
import { PASSWORD_HISTORY } from '../../shared/domain/account/password-rule.ts';
import type { Db } from '../store/database.ts';
import { hashPassword, type PasswordCost } from './password.ts';

/** Hash of a password in the form in which it is compared later. */
export const hashNewPassword = (password: string, cost: PasswordCost): Promise<string> =>
  hashPassword(cleanPassword(password).value, cost);

/**
 * Writes a new password of a locked account and remembers it among the last three; sign-ins that are
 * half done with the old one are over. Sessions are the caller's affair.
 */
export async function storePassword(trx: Db, accountId: string, hash: string, now: string): Promise<void> {
  await trx
    .updateTable('accounts')
    .set({ password_hash: hash, password_set_at: now })
    .where('id', '=', accountId)
    .execute();
  await trx.insertInto('account_passwords').values({ account_id: accountId, hash, set_at: now }).execute();
  await trx
    .deleteFrom('account_passwords')
    .where('account_id', '=', accountId)
    .where('hash', 'not in', (eb) =>
      eb
        .selectFrom('account_passwords')
        .select('hash')
        .where('account_id', '=', accountId)
        .orderBy('set_at', 'desc')
        .limit(PASSWORD_HISTORY),
    )
    .execute();
  await trx.deleteFrom('sign_in_challenges').where('account_id', '=', accountId).execute();
}
