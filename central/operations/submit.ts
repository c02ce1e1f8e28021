import type { OperationResult } from '../../shared/contract/central.ts';
import type { Operation } from '../../shared/domain/case/operation.ts';
import type { Session } from '../auth/session.ts';
import type { CentralContext } from '../context.ts';
import { failureOf, isUnstorable } from '../http/faults.ts';
import { isKept, type Fate } from './fate.ts';
import { opIdOf, readOperation } from './read-operation.ts';
import { makeReceipt } from './receipt.ts';
import { settle } from './transaction.ts';

/** SQLSTATE: serialization failure, deadlock, and a unique key that another transaction was faster with. */
const TRANSIENT: readonly unknown[] = ['40001', '40P01', '23505'];
const ATTEMPTS = 4;

const isTransient = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && TRANSIENT.includes(fault.code);

async function attempt(context: CentralContext, session: Session, op: Operation): Promise<Fate> {
  const trx = await context.db.startTransaction().execute();
  try {
    const fate = await settle(context, trx, session, op);
    await (isKept(fate) ? trx.commit() : trx.rollback()).execute();
    return fate;
  } catch (fault) {
    // The first fault is the one that counts; a broken connection cannot roll back, the server does.
    await trx
      .rollback()
      .execute()
      .catch(() => undefined);
    throw fault;
  }
}

async function settled(context: CentralContext, session: Session, op: Operation): Promise<Fate> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(context, session, op);
    } catch (fault) {
      if (isUnstorable(fault)) return { fate: 'unkept', failure: { code: 'INVALID_INPUT' } };
      if (tries < ATTEMPTS && isTransient(fault)) continue;
      // Rolled back and forgotten: whatever it was, the client sends again (I4).
      return { fate: 'later', failure: failureOf(context, `operation.${op.kind}`, fault) };
    }
  }
}

/** Judges one operation in a transaction of its own and gives its fate as the client gets it. Never throws. */
export async function submitOperation(
  context: CentralContext,
  session: Session,
  raw: unknown,
): Promise<OperationResult> {
  const read = readOperation(raw);
  if (!read.ok) return { opId: opIdOf(raw), status: 'refused', failure: read.failure };
  const { opId } = read.value;
  const fate = await settled(context, session, read.value);
  switch (fate.fate) {
    case 'known':
      return fate.result;
    case 'committed':
      return { opId, status: 'committed', receipt: makeReceipt(context.identity, fate.committed) };
    case 'refused':
    case 'unkept':
      return { opId, status: 'refused', failure: fate.failure };
    case 'later':
      return { opId, status: 'retry', failure: fate.failure };
    default:
      return fate satisfies never;
  }
}
