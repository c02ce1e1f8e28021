import type { z } from 'zod';
import type { AccountDetail } from '../../shared/contract/account-shapes.ts';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { checkLetter, type LetterFacts } from '../../shared/domain/account/letter.ts';
import { checkPerson, fieldFailure, type AccountPerson } from '../../shared/domain/account/person.ts';
import { taipeiDate } from '../../shared/domain/calendar/taipei.ts';
import { refuse } from '../../shared/domain/plain-text/checked.ts';
import { COUNTIES } from '../../shared/domain/school/county.ts';
import { fail, ok, type FieldFailure, type Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { Db } from '../store/database.ts';
import { lockAccounts, type AccountRow } from './account-row.ts';
import { confirmActor, transact } from './act.ts';
import { auditAct } from './audit-act.ts';
import { accountDetailOf } from './describe.ts';
import { lockRequestId } from './locks.ts';
import { tellAccount } from './tell.ts';
import { WAITING_MAIL } from './waiting-mail.ts';

type Given = z.output<CentralDoor['officer.create']['input']>;

interface Officer extends AccountPerson {
  readonly county: string | null;
  readonly letter: LetterFacts | null;
}

/**
 * 縣市教育局承辦 and 管理者, built by the agency itself [A:75]: the officer of a county needs the county and
 * the official letter, an administrator neither. The account waits for its password, the mail leaves.
 * Sent twice it is one account. Failures: FORM_INVALID, ACCOUNT_TAKEN, OP_ID_REUSED.
 */
export async function createOfficer(
  context: CentralContext,
  session: Session,
  given: Given,
): Promise<Result<AccountDetail>> {
  const checked = checkOfficer(given, taipeiDate(context.now()));
  if (!checked.ok) return checked;
  const officer = checked.value;
  return transact(context.db, async (trx) => {
    await lockRequestId(trx, given.accountId);
    const before = await findRow(trx, given.accountId);
    if (before !== undefined) {
      const same = isSame(before, officer);
      return same ? ok(await accountDetailOf(trx, session, before)) : fail('OP_ID_REUSED');
    }
    await lockAccounts(trx, [session.accountId]);
    if ((await confirmActor(trx, session, isoNow(context))) === null) return fail('SIGNED_OUT');
    const row = await insert(trx, context, given.accountId, officer);
    const { template, purpose } = WAITING_MAIL.invited;
    await tellAccount(trx, context, row, template, purpose);
    const detail = await accountDetailOf(trx, session, row);
    await auditAct(trx, context, session, {
      action: 'officer.create',
      subject: row.id,
      schoolId: null,
      fields: ['account', 'name', 'email', 'phone', 'roles', 'county', 'letter'],
    });
    return ok(detail);
  });
}

function checkOfficer(given: Given, today: string): Result<Officer> {
  const person = checkPerson({ ...given, roles: [given.role] }, null);
  const facts = given.role === 'BUREAU' ? checkBureau(given, today) : ok({ county: null, letter: null });
  if (person.ok && facts.ok) return ok({ ...person.value, ...facts.value });
  const more = facts.ok ? [] : (facts.failure.fields ?? []);
  return fail('FORM_INVALID', undefined, [...(person.ok ? [] : person.fields), ...more]);
}

const checkCounty = (county: string | null): FieldFailure[] => {
  if (county === null || county === '') return fieldFailure('county', refuse('required'));
  return COUNTIES.some((known) => known === county) ? [] : fieldFailure('county', refuse('unknownCode'));
};

function checkBureau({ county, letter }: Given, today: string): Result<Pick<Officer, 'county' | 'letter'>> {
  const checked = checkLetter(letter ?? { number: '', date: '' }, today);
  const fields = [...checkCounty(county), ...(checked.ok ? [] : checked.fields)];
  return checked.ok && fields.length === 0
    ? ok({ county, letter: checked.value })
    : fail('FORM_INVALID', undefined, fields);
}

const findRow = (trx: Db, id: string): Promise<AccountRow | undefined> =>
  trx.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();

const isSame = (row: AccountRow, { roles, letter, ...officer }: Officer): boolean =>
  row.account === officer.account &&
  row.name === officer.name &&
  row.email === officer.email &&
  row.phone === officer.phone &&
  row.county === officer.county &&
  row.letter_number === (letter?.number ?? null) &&
  row.letter_date === (letter?.date ?? null) &&
  row.roles.join() === roles.join();

const insert = (
  trx: Db,
  context: CentralContext,
  id: string,
  { letter, roles, ...officer }: Officer,
): Promise<AccountRow> =>
  trx
    .insertInto('accounts')
    .values({
      ...officer,
      id,
      roles: [...roles],
      school_id: null,
      password_hash: null,
      password_set_at: null,
      status: 'normal',
      verified: false,
      awaits: 'setPassword',
      registered_at: isoNow(context),
      letter_number: letter?.number ?? null,
      letter_date: letter?.date ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
