import { moveAccount } from '../../shared/domain/account/account-state.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { accountStateOf, type AccountRow } from './account-row.ts';
import { moveStored } from './move.ts';
import type { RequestRow } from './request-scope.ts';
import { maySucceed } from './successors.ts';
import { tellAccount } from './tell.ts';

interface HandOver {
  readonly request: RequestRow;
  /** Both locked, like the school (locks.ts). */
  readonly successor: AccountRow;
  /** Accounts of the school that hold the role, 正常 or 停用. */
  readonly holders: readonly AccountRow[];
}

/**
 * The post of the 主通 goes over [A:153–156]: whoever held it becomes 一級主管 and 停用, then the successor
 * 主要通報人員, 正常／未認證, with a mail to set a password. Old before new, so that the one-per-school index
 * holds after each step; nobody else sees anything until both are done. A former 主通 who is disabled
 * already gives the role up too, so that re-enabling him never makes a second one. Other requests for
 * the post are 已失效. Gives who gave it up; NOT_ALLOWED {reason} when the successor may not have it now.
 */
export async function handOver(
  trx: Db,
  context: CentralContext,
  { request, successor, holders }: HandOver,
): Promise<Result<readonly AccountRow[]>> {
  const promoted = moveAccount(accountStateOf(successor), 'promote', successor.password_hash !== null);
  if (promoted === null || !maySucceed(successor, request.school_id, 'promotion'))
    return fail('NOT_ALLOWED', { reason: 'successorState' });
  const now = isoNow(context);
  for (const holder of holders) {
    if ((await moveStored(trx, holder, 'demote', now, ['HEAD'])) === null)
      return fail('NOT_ALLOWED', { reason: 'accountState' });
    if (holder.status === 'normal') await tellAccount(trx, context, holder, 'demoted');
  }
  await moveStored(trx, successor, 'promote', now, ['PRIMARY']);
  await tellAccount(trx, context, successor, 'promoted', 'setPassword');
  await supersedeOthers(trx, request, now);
  return ok(holders);
}

const supersedeOthers = (trx: Db, { id, school_id }: RequestRow, now: string) =>
  trx
    .updateTable('requests')
    .set((eb) => ({ status: 'superseded', decided_at: now, revision: eb('revision', '+', 1) }))
    .where('school_id', '=', school_id)
    .where('status', '=', 'pending')
    .where('kind', 'in', ['transfer', 'promotion'])
    .where('id', '<>', id)
    .execute();
