import type { z } from 'zod';
import type { CentralDoor } from '../../shared/contract/central.ts';
import { checkLetter, type LetterFacts } from '../../shared/domain/account/letter.ts';
import { fieldFailure } from '../../shared/domain/account/person.ts';
import { REQUEST_ROWS, RETURN_REASON_MAX, type RequestKind } from '../../shared/domain/account/request.ts';
import { taipeiDate } from '../../shared/domain/calendar/taipei.ts';
import { refuse } from '../../shared/domain/plain-text/checked.ts';
import { cleanText } from '../../shared/domain/plain-text/clean-text.ts';
import { isBlank } from '../../shared/domain/plain-text/count.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import type { Session } from '../auth/session.ts';
import { isoNow, type CentralContext } from '../context.ts';
import { queueMail } from '../mail/queue.ts';
import type { Db } from '../store/database.ts';
import { lockAccounts, type AccountRow } from './account-row.ts';
import { confirmActor, transact } from './act.ts';
import { auditAct } from './audit-act.ts';
import { isHandOver, isOwn, requestDetailOf } from './describe-request.ts';
import { handOver } from './hand-over.ts';
import { lockSchool } from './locks.ts';
import { moveStored } from './move.ts';
import { listPrimaries } from './primary.ts';
import { findReviewed, type FoundRequest } from './request-scope.ts';
import { tellAccount } from './tell.ts';

type Row = CentralDoor['request.decide'];
type Given = z.output<Row['input']>;
type Detail = z.input<Row['output']>;

/** What is written beside the decision. */
interface Verdict {
  readonly approved: boolean;
  readonly letter: LetterFacts | null;
  readonly reason: string | null;
}

/** Everything that stands still while the request is decided. */
interface Bench {
  readonly trx: Db;
  readonly context: CentralContext;
  readonly found: FoundRequest;
  readonly rows: ReadonlyMap<string, AccountRow>;
}

/**
 * 核可／退件, in one transaction. Failures: NOT_FOUND for a request that others review, FORBIDDEN for one's
 * own, ALREADY_DECIDED, FORM_INVALID (`letterNumber`, `letterDate`, `reason`), PRIMARY_EXISTS,
 * NOT_ALLOWED {reason} when the account's state does not allow it any more.
 */
export const decideRequest = (
  context: CentralContext,
  session: Session,
  given: Given,
): Promise<Result<Detail>> =>
  transact(context.db, async (trx) => {
    const seen = await findReviewed(trx, session, given.requestId);
    if (seen === undefined) return fail('NOT_FOUND');
    await lockSchool(trx, seen.school.id);
    const request = await lockRequest(trx, given.requestId);
    const found = { request, school: seen.school };
    const primaries = isHandOver(request.kind) ? await listPrimaries(trx, seen.school.id) : [];
    const rows = await lockAccounts(trx, [
      session.accountId,
      request.account_id,
      request.requested_by,
      ...primaries.map(({ id }) => id),
    ]);
    if ((await confirmActor(trx, session, isoNow(context))) === null) return fail('SIGNED_OUT');
    if (isOwn(request, session.accountId)) return fail('FORBIDDEN');
    if (request.status !== 'pending' || request.revision !== given.revision) return fail('ALREADY_DECIDED');
    const verdict = verdictOf(request.kind, given, taipeiDate(context.now()));
    if (!verdict.ok) return verdict;
    const bench = { trx, context, found, rows };
    const done = await (verdict.value.approved
      ? approve(bench)
      : sendBack(bench, verdict.value.reason ?? ''));
    if (!done.ok) return done;
    const request1 = await settle(bench, session, verdict.value, done.value);
    await auditDecision(bench, session, verdict.value, done.value);
    return ok(await requestDetailOf(trx, { request: request1, school: seen.school }, session.accountId));
  });

const lockRequest = (trx: Db, requestId: string) =>
  trx.selectFrom('requests').selectAll().where('id', '=', requestId).forUpdate().executeTakeFirstOrThrow();

/** A letter where the kind needs one [A:70–75]; a reason whenever it is sent back. What is not needed is not kept. */
function verdictOf(kind: RequestKind, given: Given, today: string): Result<Verdict> {
  if (given.decision === 'return') {
    const reason = checkReason(given.reason ?? '');
    return reason.ok
      ? ok({ approved: false, letter: null, reason: reason.value })
      : fail('FORM_INVALID', undefined, fieldFailure('reason', reason));
  }
  if (!REQUEST_ROWS[kind].letter) return ok({ approved: true, letter: null, reason: null });
  const letter = checkLetter(given.letter ?? { number: '', date: '' }, today);
  return letter.ok
    ? ok({ approved: true, letter: letter.value, reason: null })
    : fail('FORM_INVALID', undefined, letter.fields);
}

const checkReason = (text: string) =>
  isBlank(text) ? refuse('required') : cleanText(text.trim(), { multiline: true, max: RETURN_REASON_MAX });

const getRow = (rows: ReadonlyMap<string, AccountRow>, id: string): AccountRow => {
  const row = rows.get(id);
  if (row === undefined) throw new Error('an account of a request that was not locked');
  return row;
};

/** What the decision did to the post: who gave it up. */
type Done = Result<readonly AccountRow[]>;

async function approve({ trx, context, found, rows }: Bench): Promise<Done> {
  const { request, school } = found;
  const applicant = getRow(rows, request.account_id);
  if (isHandOver(request.kind)) {
    const holders = [...rows.values()].filter(
      (row) => row.school_id === school.id && row.roles.includes('PRIMARY'),
    );
    return handOver(trx, context, { request, successor: applicant, holders });
  }
  const next = await moveStored(trx, applicant, 'approve', isoNow(context));
  if (next === null) return fail('NOT_ALLOWED', { reason: 'accountState' });
  await tellAccount(trx, context, applicant, 'approved', 'setPassword');
  return ok([]);
}

/** 退件: a registration is over with its account, whose name is free again; a hand-over leaves everybody as they are. */
async function sendBack({ trx, context, found, rows }: Bench, reason: string): Promise<Done> {
  const { request, school } = found;
  if (!isHandOver(request.kind)) {
    const next = await moveStored(trx, getRow(rows, request.account_id), 'reject', isoNow(context));
    if (next === null) return fail('NOT_ALLOWED', { reason: 'accountState' });
  }
  const { id, email, name, account } = getRow(rows, request.requested_by);
  if (email !== '')
    await queueMail(trx, context, {
      accountId: id,
      to: email,
      template: 'returned',
      data: { name, account, school: school.name, reason },
    });
  return ok([]);
}

const settle = (
  { trx, context, found }: Bench,
  session: Session,
  { approved, letter, reason }: Verdict,
  outgoing: readonly AccountRow[],
) =>
  trx
    .updateTable('requests')
    .set((eb) => ({
      status: approved ? 'approved' : 'returned',
      letter_number: letter?.number ?? null,
      letter_date: letter?.date ?? null,
      reason,
      decided_by: session.accountId,
      decided_at: isoNow(context),
      outgoing_id: outgoing.find(({ status }) => status === 'normal')?.id ?? found.request.outgoing_id,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', found.request.id)
    .returningAll()
    .executeTakeFirstOrThrow();

async function auditDecision(
  { trx, context, found }: Bench,
  session: Session,
  { approved }: Verdict,
  outgoing: readonly AccountRow[],
): Promise<void> {
  const { account_id: subject, school_id: schoolId } = found.request;
  const fields = isHandOver(found.request.kind) && approved ? ['roles', 'status'] : ['status'];
  for (const { id } of outgoing)
    await auditAct(trx, context, session, { action: 'account.demote', subject: id, schoolId, fields });
  await auditAct(trx, context, session, {
    action: approved ? 'request.approve' : 'request.return',
    subject,
    schoolId,
    fields,
  });
}
