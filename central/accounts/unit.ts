import type { z } from 'zod';
import type { SchoolUnit } from '../../shared/contract/account-shapes.ts';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { fieldFailure } from '../../shared/domain/account/person.ts';
import { checkPhoneList } from '../../shared/domain/phone/phone-list.ts';
import { accept, refuse, type Checked } from '../../shared/domain/plain-text/checked.ts';
import { cleanText } from '../../shared/domain/plain-text/clean-text.ts';
import { isBlank } from '../../shared/domain/plain-text/count.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import { confirmActor, transact } from './act.ts';
import { lockAccounts } from './account-row.ts';
import { auditAct } from './audit-act.ts';
import { isAgency } from './authority.ts';
import { lockSchool } from './locks.ts';
import { findSchoolRow, schoolUnitOf } from './school-row.ts';

/** Characters of 單位全銜 and 單位住址. */
export const UNIT_NAME_MAX = 100;
export const UNIT_ADDRESS_MAX = 200;

export interface UnitFacts {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
}

const ownOrAny = (session: Session, schoolId: string): boolean =>
  isAgency(session) || session.school?.id === schoolId;

/** 單位資訊 [A:1171–1189]; null asks for the own school. Others' answer like unknown ones: NOT_FOUND. */
export async function getUnit(
  context: CentralContext,
  session: Session,
  schoolId: string | null,
): Promise<Result<SchoolUnit>> {
  const id = schoolId ?? session.school?.id;
  if (id === undefined || !ownOrAny(session, id)) return fail('NOT_FOUND');
  const row = await findSchoolRow(context.db, id);
  return row === undefined ? fail('NOT_FOUND') : ok(schoolUnitOf(row));
}

const line = (text: string, max: number): Checked<string> => cleanText(text, { multiline: false, max });

/** 全銜 is needed, 住址 and 電話 may stay empty. Paths `name`, `address`, `phone`. */
export function checkUnit(given: UnitFacts): Result<UnitFacts> {
  const name: Checked<string> = isBlank(given.name) ? refuse('required') : line(given.name, UNIT_NAME_MAX);
  const address = isBlank(given.address) ? accept('') : line(given.address, UNIT_ADDRESS_MAX);
  const phone: Checked<string> = isBlank(given.phone) ? accept('') : checkPhoneList(given.phone);
  if (name.ok && address.ok && phone.ok)
    return ok({ name: name.value, address: address.value, phone: phone.value });
  return fail('FORM_INVALID', undefined, [
    ...fieldFailure('name', name),
    ...fieldFailure('address', address),
    ...fieldFailure('phone', phone),
  ]);
}

/** 更新 of 單位資訊. Made already, it is answered alike. Failures: NOT_FOUND, FORM_INVALID, CONFLICT. */
export const updateUnit = (
  context: CentralContext,
  session: Session,
  { schoolId, revision, ...given }: z.output<CentralDoor['unit.update']['input']>,
): Promise<Result<SchoolUnit>> =>
  transact(context.db, async (trx) => {
    if (!ownOrAny(session, schoolId)) return fail('NOT_FOUND');
    await lockSchool(trx, schoolId);
    await lockAccounts(trx, [session.accountId]);
    if ((await confirmActor(trx, session, isoNow(context))) === null) return fail('SIGNED_OUT');
    const row = await findSchoolRow(trx, schoolId);
    if (row === undefined) return fail('NOT_FOUND');
    const checked = checkUnit(given);
    if (!checked.ok) return checked;
    const wanted = checked.value;
    const fields = (['name', 'address', 'phone'] as const).filter((field) => wanted[field] !== row[field]);
    if (fields.length === 0) return ok(schoolUnitOf(row));
    if (row.revision !== revision)
      return fail('CONFLICT', { revision: row.revision, baseRevision: revision });
    const after = await trx
      .updateTable('schools')
      .set({ ...wanted, revision: revision + 1 })
      .where('id', '=', schoolId)
      .returningAll()
      .executeTakeFirstOrThrow();
    await auditAct(trx, context, session, { action: 'unit.update', subject: schoolId, schoolId, fields });
    return ok(schoolUnitOf(after));
  });
