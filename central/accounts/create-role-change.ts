import type { z } from 'zod';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import { checkUploads } from '../files/check-uploads.ts';
import { storeFiles } from '../files/store-files.ts';
import type { Db } from '../store/database.ts';
import { lockAccounts } from './account-row.ts';
import { confirmActor, transact } from './act.ts';
import { auditAct } from './audit-act.ts';
import { findRequestLine } from './describe-request.ts';
import { lockRequestId, lockSchool } from './locks.ts';
import { findPrimary } from './primary.ts';
import { isRemembered, requestHash } from './remembered-request.ts';
import { getSchoolRow } from './school-row.ts';
import { maySucceed } from './successors.ts';

type Row = CentralDoor['roleChange.create'];
type Given = z.output<Row['input']>;
type Line = z.input<Row['output']>;

/**
 * 權限異動申請: 轉移帳號 by the 主通 to one of the school's staff [A:182–203], 申請權限提升 by staff for
 * themselves [A:215–246]; until it is approved everything stays as it is. Failures: FORM_INVALID
 * (`successorId`), FORBIDDEN, FILE_REFUSED, NOT_FOUND for a successor who is none, REQUEST_PENDING,
 * OP_ID_REUSED.
 */
export async function createRoleChange(
  context: CentralContext,
  session: Session,
  given: Given,
): Promise<Result<Line>> {
  const { requestId, successorId, files } = given;
  const primary = session.roles.includes('PRIMARY');
  const { school } = session;
  if (school === null || (!primary && successorId !== null)) return fail('FORBIDDEN');
  if (primary && successorId === null)
    return fail('FORM_INVALID', undefined, [{ path: 'successorId', code: 'required' }]);
  const hash = requestHash('roleChange.create', { successorId }, files);
  const known = await isRemembered(context.db, requestId, hash, session.accountId);
  if (!known.ok) return known;
  if (known.value) return ok(await readLine(context.db, requestId));
  const kind = primary ? 'transfer' : 'promotion';
  const checked = await checkUploads(context, kind, files);
  if (!checked.ok) return checked;
  const accountId = successorId ?? session.accountId;
  return transact(context.db, async (trx) => {
    const now = isoNow(context);
    await lockRequestId(trx, requestId);
    const meanwhile = await isRemembered(trx, requestId, hash, session.accountId);
    if (!meanwhile.ok) return meanwhile;
    if (meanwhile.value) return ok(await readLine(trx, requestId));
    await lockSchool(trx, school.id);
    const rows = await lockAccounts(trx, [session.accountId, accountId]);
    if ((await confirmActor(trx, session, now)) === null) return fail('SIGNED_OUT');
    const successor = rows.get(accountId);
    if (successor === undefined || !maySucceed(successor, school.id, kind)) return fail('NOT_FOUND');
    if (await isWaiting(trx, session.accountId, accountId)) return fail('REQUEST_PENDING');
    const outgoing = await findPrimary(trx, school.id);
    await trx
      .insertInto('requests')
      .values({
        id: requestId,
        kind,
        status: 'pending',
        account_id: accountId,
        outgoing_id: outgoing?.id ?? null,
        requested_by: session.accountId,
        school_id: school.id,
        payload_sha256: hash,
        created_at: now,
      })
      .execute();
    await storeFiles(trx, context, { requestId, schoolId: school.id }, checked.value);
    await auditAct(trx, context, session, {
      action: 'roleChange.create',
      subject: accountId,
      schoolId: school.id,
      fields: checked.value.map((file) => file.kind),
    });
    return ok(await readLine(trx, requestId));
  });
}

/** One at a time, for who asks and for who is to get the post. */
const isWaiting = async (trx: Db, askerId: string, accountId: string): Promise<boolean> =>
  (await trx
    .selectFrom('requests')
    .select('id')
    .where('status', '=', 'pending')
    .where((eb) => eb.or([eb('requested_by', '=', askerId), eb('account_id', '=', accountId)]))
    .executeTakeFirst()) !== undefined;

async function readLine(db: Db, requestId: string): Promise<Line> {
  const request = await db
    .selectFrom('requests')
    .selectAll()
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow();
  return findRequestLine(db, request, await getSchoolRow(db, request.school_id));
}
