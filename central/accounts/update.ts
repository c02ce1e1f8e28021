import { sql } from 'kysely';
import type { z } from 'zod';
import type { AccountDetail, AccountUpdate } from '../../shared/contract/account-shapes.ts';
import type { AccountPerson } from '../../shared/domain/account/person.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import { schoolOf } from '../auth/account.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import type { AccountRow } from './account-row.ts';
import { transact } from './act.ts';
import { auditAct } from './audit-act.ts';
import { rightsOver } from './authority.ts';
import { accountDetailOf } from './describe.ts';
import { lockForAct } from './lock-for-act.ts';
import { moveLink } from './move-link.ts';
import { moveStored } from './move.ts';
import { getSchoolRow } from './school-row.ts';
import { tellAccount } from './tell.ts';
import { findChanges, refusedChange, type Changes } from './update-checks.ts';
import { WAITING_MAIL } from './waiting-mail.ts';

/**
 * 更新 of 查看 (domain §1.4.6, 1.4.7, 1.4.9): contact, 帳號類別, 啟用／停用, and for 管理者 帳號 and 姓名. A change
 * that was made already is answered alike, so a second click does nothing. Failures: NOT_FOUND,
 * FORM_INVALID, NOT_ALLOWED with its reason, CONFLICT, ACCOUNT_TAKEN, PRIMARY_EXISTS.
 */
export const updateAccount = (
  context: CentralContext,
  session: Session,
  wanted: z.output<typeof AccountUpdate>,
): Promise<Result<AccountDetail>> =>
  transact(context.db, async (trx) => {
    const locked = await lockForAct(trx, context, session, wanted.accountId);
    if (!locked.ok) return locked;
    const row = locked.value;
    const school = row.school_id === null ? null : schoolOf(await getSchoolRow(trx, row.school_id));
    const found = findChanges(row, wanted, school);
    if (!found.ok) return found;
    const { person, status } = found.value;
    const fields = [...Object.keys(person), ...(status === null ? [] : ['status'])];
    if (fields.length === 0) return ok(await accountDetailOf(trx, session, row));
    if (row.revision !== wanted.revision)
      return fail('CONFLICT', { revision: row.revision, baseRevision: wanted.revision });
    const refusal = refusedChange(row, found.value, rightsOver(session, row), row.id === session.accountId);
    if (refusal !== null) return refusal;
    const done = await carryOut(trx, context, row, found.value);
    if (!done.ok) return done;
    const detail = await accountDetailOf(trx, session, await readRow(trx, row.id));
    await auditAct(trx, context, session, {
      action: status === null ? 'account.update' : `account.${status}`,
      subject: row.id,
      schoolId: row.school_id,
      fields,
    });
    return ok(detail);
  });

const readRow = (trx: Db, id: string): Promise<AccountRow> =>
  trx.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

async function carryOut(
  trx: Db,
  context: CentralContext,
  row: AccountRow,
  { person, status }: Changes,
): Promise<Result<null>> {
  const changed: AccountRow = { ...row, ...person, roles: [...(person.roles ?? row.roles)] };
  if (Object.keys(person).length > 0) await writePerson(trx, changed);
  if (status === null) {
    if (person.email !== undefined) await moveLink(trx, context, changed);
    return ok(null);
  }
  // Without an address nobody could follow the link.
  if (status === 'enable' && changed.email === '')
    return fail('FORM_INVALID', undefined, [{ path: 'email', code: 'required' }]);
  const next = await moveStored(trx, changed, status, isoNow(context));
  if (next === null) return fail('NOT_ALLOWED', { reason: 'accountState' });
  if (next === 'invited' || next === 'reenabled')
    await tellAccount(trx, context, changed, WAITING_MAIL[next].template, WAITING_MAIL[next].purpose);
  else await tellAccount(trx, context, changed, 'disabled');
  return ok(null);
}

async function writePerson(trx: Db, row: Omit<AccountPerson, 'roles'> & AccountRow): Promise<void> {
  const { id, account, name, email, phone, roles } = row;
  await trx
    .updateTable('accounts')
    .set({ account, name, email, phone, roles, revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .execute();
}
