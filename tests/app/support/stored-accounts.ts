import { sql } from 'kysely';
import type { TestDatabase } from '../../helpers/postgres.ts';

const DAY_MS = 86_400_000;

/** So many days have passed since the password of an account was set. */
export async function agePassword({ db }: TestDatabase, account: string, days: number): Promise<void> {
  const password_set_at = new Date(Date.now() - days * DAY_MS).toISOString();
  await db.updateTable('accounts').set({ password_set_at }).where('account', '=', account).execute();
}

/** Long enough has passed since the last code of the authenticator: the present one is a new one. */
export async function forgetLastCode({ db }: TestDatabase, account: string): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ totp_last_step: sql<number>`totp_last_step - 100` })
    .where('account', '=', account)
    .execute();
}
