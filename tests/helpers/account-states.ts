import type { Db } from '../../central/store/database.ts';
import { ACCOUNT_STATE_ROWS, type AccountState } from '../../shared/domain/account/account-state.ts';

/** Puts an account into a state as if everything before had happened; its sessions and links stay. */
export async function putState(db: Db, account: string, state: AccountState): Promise<void> {
  const { status, verified, awaits } = ACCOUNT_STATE_ROWS[state];
  await db
    .updateTable('accounts')
    .set({ status, verified, awaits })
    .where('account', '=', account)
    .executeTakeFirstOrThrow();
}
