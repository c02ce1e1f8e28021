import { reviewerOf } from '../../shared/domain/account/reviewer.ts';
import { fail, ok } from '../../shared/failure.ts';
import { audit } from '../audit/audit.ts';
import { schoolOf } from '../auth/account.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import { showPage } from '../files/show-page.ts';
import { getSession, type CentralHandler } from '../http/handlers.ts';
import type { Db } from '../store/database.ts';

const findFile = (db: Db, fileId: string) =>
  db
    .selectFrom('files')
    .innerJoin('requests', 'requests.id', 'files.request_id')
    .select([
      'files.id',
      'files.kind',
      'files.name',
      'files.pages',
      'files.sha256',
      'requests.kind as request_kind',
      'requests.school_id',
      'requests.account_id',
      'requests.requested_by',
    ])
    .where('files.id', '=', fileId)
    .executeTakeFirst();

type Found = NonNullable<Awaited<ReturnType<typeof findFile>>>;

/**
 * Who reviews the request sees its scans, 國教署 or the 主通 of the school (REQUEST_ROWS), and whoever
 * handed them in. To everybody else they do not exist, as the request itself does not.
 */
async function maySee(db: Db, session: Session, file: Found): Promise<boolean> {
  const agency = session.roles.includes('ADMIN');
  if (!agency && session.school?.id !== file.school_id) return false;
  if (session.accountId === file.requested_by) return true;
  if (!agency && !session.roles.includes('PRIMARY')) return false;
  const school = await db
    .selectFrom('schools')
    .selectAll()
    .where('id', '=', file.school_id)
    .executeTakeFirstOrThrow();
  return reviewerOf(file.request_kind, schoolOf(school)) === (agency ? 'agency' : 'primary');
}

/** A page of a scan as a picture; that it was looked at is written down, whoever it was. */
export const showFilePage =
  (context: CentralContext): CentralHandler<'file.page'> =>
  async ({ fileId, page }, caller) => {
    const session = getSession(caller);
    const { db } = context;
    const file = await findFile(db, fileId);
    if (file === undefined || page > file.pages || !(await maySee(db, session, file)))
      return fail('NOT_FOUND');
    const shown = await showPage(db, file, page);
    if (shown === null) return fail('UNAVAILABLE', { seconds: 10 });
    if (!shown.ok) return fail('FILE_REFUSED', { reason: shown.problem, name: file.name, kind: file.kind });
    await db.transaction().execute((trx) =>
      audit(trx, {
        at: isoNow(context),
        accountId: session.accountId,
        sessionId: session.sessionId,
        schoolId: file.school_id,
        action: 'file.page',
        subject: file.account_id,
        fields: [file.kind],
        outcome: 'ok',
      }),
    );
    return ok({ pngBase64: shown.value.toString('base64'), page, pages: file.pages });
  };
