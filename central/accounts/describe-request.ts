import type { z } from 'zod';
import type { RequestDetail, RequestLine } from '../../shared/contract/account-shapes.ts';
import { REQUEST_ROWS, type RequestKind } from '../../shared/domain/account/request.ts';
import { filesOf } from '../files/store-files.ts';
import type { Db } from '../store/database.ts';
import type { AccountRow } from './account-row.ts';
import { accountLineOf } from './describe.ts';
import { findPrimary } from './primary.ts';
import type { FoundRequest, RequestRow } from './request-scope.ts';
import { schoolUnitOf, type SchoolRow } from './school-row.ts';

type Line = z.input<typeof RequestLine>;
type Detail = z.input<typeof RequestDetail>;

const getAccountRow = (db: Db, accountId: string): Promise<AccountRow> =>
  db.selectFrom('accounts').selectAll().where('id', '=', accountId).executeTakeFirstOrThrow();

/** Kinds by which the post of the 主通 goes over. */
export const isHandOver = (kind: RequestKind): boolean => kind === 'transfer' || kind === 'promotion';

/** A line of the queue; `applicant` is who is to get the right. */
const requestLineOf = (
  request: RequestRow,
  applicant: Pick<AccountRow, 'name' | 'account' | 'roles'>,
  school: { readonly id: string; readonly name: string },
): Line => ({
  requestId: request.id,
  kind: request.kind,
  status: request.status,
  name: applicant.name,
  account: applicant.account,
  roles: [...applicant.roles],
  school: { id: school.id, name: school.name },
  createdAt: request.created_at,
  decidedAt: request.decided_at,
});

/** The line of a stored request. */
export const findRequestLine = async (db: Db, request: RequestRow, school: SchoolRow): Promise<Line> =>
  requestLineOf(request, await getAccountRow(db, request.account_id), school);

const partyOf = (row: AccountRow): Detail['applicant'] => {
  const { school: _school, county: _county, ...party } = accountLineOf(row, null);
  return party;
};

/** Nobody decides over a request of his own, or over his own account. */
export const isOwn = (request: RequestRow, accountId: string): boolean =>
  request.requested_by === accountId || request.account_id === accountId;

/** The request beside its scans, for a session that reviews it. */
export async function requestDetailOf(
  db: Db,
  { request, school }: FoundRequest,
  reviewerId: string,
): Promise<Detail> {
  const applicant = await getAccountRow(db, request.account_id);
  const asker = await getAccountRow(db, request.requested_by);
  const decider = request.decided_by === null ? null : await getAccountRow(db, request.decided_by);
  const outgoing = await findOutgoing(db, request);
  const { revision: _revision, ...unit } = schoolUnitOf(school);
  return {
    ...requestLineOf(request, applicant, school),
    revision: request.revision,
    school: unit,
    applicant: partyOf(applicant),
    outgoing: outgoing === undefined ? null : partyOf(outgoing),
    requestedBy: asker.name,
    files: await filesOf(db, request.id),
    letter:
      request.letter_number === null || request.letter_date === null
        ? null
        : { number: request.letter_number, date: request.letter_date },
    reason: request.reason,
    decidedBy: decider?.name ?? null,
    needsLetter: REQUEST_ROWS[request.kind].letter,
    mayDecide: request.status === 'pending' && !isOwn(request, reviewerId),
  };
}

/** While it waits, the 主通 of now; afterwards the one that it was about. */
async function findOutgoing(db: Db, request: RequestRow): Promise<AccountRow | undefined> {
  if (!isHandOver(request.kind)) return undefined;
  if (request.status === 'pending') return findPrimary(db, request.school_id);
  return request.outgoing_id === null ? undefined : getAccountRow(db, request.outgoing_id);
}
