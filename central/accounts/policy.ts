import type { z } from 'zod';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { lockAccounts } from './account-row.ts';
import { confirmActor, transact } from './act.ts';
import { auditAct } from './audit-act.ts';

type Policy = z.input<CentralDoor['policy.get']['output']>;

const read = async (db: Db, lock: boolean): Promise<Policy> => {
  const query = db.selectFrom('policies').select(['second_factor', 'revision']);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirstOrThrow();
  return { secondFactor: row.second_factor, revision: row.revision };
};

/** What 管理者 switches for all: whether a second step 兩步驟驗證 is off, a choice, or demanded. */
export const getPolicy = async (context: CentralContext): Promise<Result<Policy>> =>
  ok(await read(context.db, false));

/** Holds at the next request of everybody. Failure: CONFLICT when somebody else switched meanwhile. */
export const setPolicy = (
  context: CentralContext,
  session: Session,
  wanted: z.output<CentralDoor['policy.set']['input']>,
): Promise<Result<Policy>> =>
  transact(context.db, async (trx) => {
    await lockAccounts(trx, [session.accountId]);
    if ((await confirmActor(trx, session, isoNow(context))) === null) return fail('SIGNED_OUT');
    const before = await read(trx, true);
    if (before.secondFactor === wanted.secondFactor) return ok(before);
    if (before.revision !== wanted.revision)
      return fail('CONFLICT', { revision: before.revision, baseRevision: wanted.revision });
    const after = { secondFactor: wanted.secondFactor, revision: before.revision + 1 };
    await trx
      .updateTable('policies')
      .set({ second_factor: after.secondFactor, revision: after.revision })
      .execute();
    await auditAct(trx, context, session, {
      action: 'policy.set',
      subject: null,
      schoolId: null,
      fields: ['secondFactor'],
    });
    return ok(after);
  });
