import { fail, type Result } from '../../shared/failure.ts';
import { findLiveAccount, type LiveAccount } from '../auth/account.ts';
import { findLiveSession, type Session } from '../auth/session.ts';
import type { Db } from '../store/database.ts';

/** What a unique key of the tables means to the person; it decides when two were at the same moment. */
const KEYS: Readonly<Record<string, Result<never>>> = {
  accounts_account: fail('ACCOUNT_TAKEN', undefined, [{ path: 'account', code: 'accountTaken' }]),
  accounts_one_primary: fail('PRIMARY_EXISTS'),
  requests_one_pending: fail('REQUEST_PENDING'),
};

const textOf = (fault: unknown, name: 'code' | 'constraint'): string => {
  const value: unknown = typeof fault === 'object' && fault !== null ? Reflect.get(fault, name) : undefined;
  return typeof value === 'string' ? value : '';
};

/** SQLSTATE: serialization failure, deadlock. */
const TRANSIENT: readonly string[] = ['40001', '40P01'];
const ATTEMPTS = 4;

async function once<T>(db: Db, act: (trx: Db) => Promise<Result<T>>): Promise<Result<T>> {
  const trx = await db.startTransaction().execute();
  try {
    const result = await act(trx);
    await (result.ok ? trx.commit() : trx.rollback()).execute();
    return result;
  } catch (fault) {
    // The first fault is the one that counts; a broken connection cannot roll back, the server does.
    await trx
      .rollback()
      .execute()
      .catch(() => undefined);
    throw fault;
  }
}

/**
 * One act upon accounts in one transaction: a refusal leaves nothing behind, whatever was written before
 * it. Keys that another transaction was faster with become ACCOUNT_TAKEN, PRIMARY_EXISTS, REQUEST_PENDING.
 */
export async function transact<T>(db: Db, act: (trx: Db) => Promise<Result<T>>): Promise<Result<T>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(db, act);
    } catch (fault) {
      const code = textOf(fault, 'code');
      if (tries < ATTEMPTS && TRANSIENT.includes(code)) continue;
      const refusal = code === '23505' ? KEYS[textOf(fault, 'constraint')] : undefined;
      if (refusal === undefined) throw fault;
      return refusal;
    }
  }
}

/**
 * The session's account once more, inside the transaction and after lockAccounts() with its id: whoever
 * was disabled or handed over a moment ago does nothing any more. Null when it may not act.
 */
export async function confirmActor(trx: Db, session: Session, now: string): Promise<LiveAccount | null> {
  const live = await findLiveAccount(trx, session.accountId, 'work', true);
  if (live === null || (await findLiveSession(trx, session.sessionId, now)) === undefined) return null;
  const lost = session.roles.some((role) => !live.roles.includes(role));
  return lost ? null : live;
}
