import type { Operation } from '../../shared/domain/case/operation.ts';
import type { Session } from '../auth/session.ts';
import type { Db } from '../store/database.ts';
import type { Identity } from '../store/meta.ts';
import type { Fate } from './fate.ts';
import { makeReceipt } from './receipt.ts';

/**
 * The stored result of an operation that was seen before: its receipt or its refusal, whatever rights
 * have changed since (I3). Another body, or another account, under the same id is a fault of the sender.
 */
export async function findRemembered(
  trx: Db,
  identity: Identity,
  session: Session,
  op: Operation,
): Promise<Fate | null> {
  const row = await trx
    .selectFrom('operations')
    .select(['account_id', 'payload_sha256', 'epoch', 'commit', 'failure'])
    .where('op_id', '=', op.opId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { opId, payloadSha256 } = op;
  if (row.payload_sha256 !== payloadSha256 || row.account_id !== session.accountId)
    return { fate: 'unkept', failure: { code: 'OP_ID_REUSED' } };
  if (row.failure !== null)
    return { fate: 'known', result: { opId, status: 'refused', failure: row.failure } };
  if (row.commit === null || row.epoch === null) throw new Error('an operation without its result');
  const receipt = makeReceipt(identity, { opId, payloadSha256, epoch: row.epoch, commit: row.commit });
  return { fate: 'known', result: { opId, status: 'committed', receipt } };
}
