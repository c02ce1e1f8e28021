import { kindOf } from '../../shared/domain/account/role-set.ts';
import { checkPerson } from '../../shared/domain/account/person.ts';
import { reviewerOf } from '../../shared/domain/account/reviewer.ts';
import type { Role } from '../../shared/domain/account/role.ts';
import type { Registration } from '../../shared/contract/account-shapes.ts';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { fail, ok, type FieldFailure, type Result } from '../../shared/failure.ts';
import type { z } from 'zod';
import { audit } from '../audit/audit.ts';
import { schoolOf } from '../auth/account.ts';
import { useCaptcha } from '../auth/captcha.ts';
import { isoNow, type CentralContext } from '../context.ts';
import { checkUploads } from '../files/check-uploads.ts';
import type { CheckedFile } from '../files/checked-file.ts';
import { storeFiles } from '../files/store-files.ts';
import type { Db } from '../store/database.ts';
import { transact } from './act.ts';
import { lockRequestId } from './locks.ts';
import { findPrimary } from './primary.ts';
import { isRemembered, requestHash } from './remembered-request.ts';
import { findSchoolRow, publicSchoolOf, type SchoolRow } from './school-row.ts';

type Answer = z.input<CentralDoor['registration.create']['output']>;

interface Person {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly roles: readonly Role[];
}

const invalid = (fields: readonly FieldFailure[]): Result<never> =>
  fail('FORM_INVALID', undefined, [...fields]);

const taken = (): Result<never> =>
  fail('ACCOUNT_TAKEN', undefined, [{ path: 'account', code: 'accountTaken' }]);

/**
 * 註冊 [A:77–135]: the captcha is used up first, then person, school and scans are checked, then account
 * (待審核, without a password), request, files and audit line are written together. The answer holds
 * nothing about anybody: a taken name and a school that has its 主通 are all it tells.
 */
export async function register(context: CentralContext, given: Registration): Promise<Result<Answer>> {
  const { db } = context;
  const { requestId, captchaId, captchaAnswer, files, ...typed } = given;
  if (!(await useCaptcha(db, isoNow(context), captchaId, captchaAnswer))) return fail('WRONG_CAPTCHA');
  const school = await findSchoolRow(db, given.schoolId);
  if (school === undefined) return fail('NOT_FOUND');
  const hash = requestHash('registration.create', typed, files);
  const known = await isRemembered(db, requestId, hash, null);
  if (!known.ok) return known;
  const answer = answerOf(given, school);
  if (known.value) return ok(answer);
  const person = personOf(given, school);
  if (!person.ok) return person;
  const free = await checkFree(db, given.kind, school.id, person.value.account);
  if (!free.ok) {
    // The same form, sent a moment earlier, may be what took the name.
    const twin = await isRemembered(db, requestId, hash, null);
    if (!twin.ok) return twin;
    return twin.value ? ok(answer) : free;
  }
  const checked = await checkUploads(context, given.kind, files);
  if (!checked.ok) return checked;
  return transact(db, async (trx) => {
    await lockRequestId(trx, requestId);
    const meanwhile = await isRemembered(trx, requestId, hash, null);
    if (!meanwhile.ok) return meanwhile;
    if (meanwhile.value) return ok(answer);
    const still = await checkFree(trx, given.kind, school.id, person.value.account);
    if (!still.ok) return still;
    await insert(trx, context, given, person.value, hash, checked.value);
    return ok(answer);
  });
}

const answerOf = ({ requestId, kind }: Registration, school: SchoolRow): Answer => ({
  requestId,
  reviewer: reviewerOf(kind, schoolOf(school)),
  school: publicSchoolOf(school),
});

/** The person as stored; the set of roles has to be of the kind that was asked for. */
function personOf(given: Registration, row: SchoolRow): Result<Person> {
  const checked = checkPerson(given, schoolOf(row));
  if (!checked.ok) return invalid(checked.fields);
  if (kindOf(checked.value.roles) !== given.kind) return invalid([{ path: 'roles', code: 'rolesOfSchool' }]);
  return ok(checked.value);
}

/** One 主通 per school [A:31]; one account per name. The unique indexes say the same to whoever is faster than this. */
async function checkFree(
  db: Db,
  kind: Registration['kind'],
  schoolId: string,
  account: string,
): Promise<Result<null>> {
  if (kind === 'primary' && (await findPrimary(db, schoolId)) !== undefined) return fail('PRIMARY_EXISTS');
  const other = await db
    .selectFrom('accounts')
    .select('id')
    .where((eb) => eb(eb.fn<string>('lower', ['account']), '=', account.toLowerCase()))
    .where('status', '<>', 'rejected')
    .executeTakeFirst();
  return other === undefined ? ok(null) : taken();
}

async function insert(
  trx: Db,
  context: CentralContext,
  { requestId, kind, schoolId }: Registration,
  { roles, ...person }: Person,
  hash: string,
  files: readonly CheckedFile[],
): Promise<void> {
  const now = isoNow(context);
  const accountId = context.newId();
  await trx
    .insertInto('accounts')
    .values({
      ...person,
      id: accountId,
      roles: [...roles],
      school_id: schoolId,
      password_hash: null,
      password_set_at: null,
      status: 'pending',
      verified: false,
      registered_at: now,
    })
    .execute();
  await trx
    .insertInto('requests')
    .values({
      id: requestId,
      kind,
      status: 'pending',
      account_id: accountId,
      outgoing_id: null,
      requested_by: accountId,
      school_id: schoolId,
      payload_sha256: hash,
      created_at: now,
    })
    .execute();
  await storeFiles(trx, context, { requestId, schoolId }, files);
  await audit(trx, {
    at: now,
    accountId: null,
    sessionId: null,
    schoolId,
    action: 'registration.create',
    subject: accountId,
    fields: ['account', 'name', 'email', 'phone', 'roles', ...files.map((file) => file.kind)],
    outcome: 'ok',
  });
}
