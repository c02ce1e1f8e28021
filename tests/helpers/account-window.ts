import {
  AccountDetail,
  AccountLine,
  RequestDetail,
  RequestLine,
} from '../../shared/contract/account-shapes.ts';
import type { CoreDoor, SessionView } from '../../shared/contract/core.ts';
import type { Handlers } from '../../shared/contract/door.ts';
import type { Role } from '../../shared/domain/account/role.ts';
import { ok } from '../../shared/failure.ts';
import { uuidOf } from './case-builders.ts';
import { aSession } from './window-app.tsx';

/** What central answers to the window about accounts, made by hand; parsed, so that no shape is wrong. */

export const OWN_SCHOOL = { id: '22222222-2222-4222-8222-222222222222', name: '示範高級中學' };

/** Somebody who looks after accounts: 主通 of OWN_SCHOOL, or 管理者. */
export function aKeeper(role: Extract<Role, 'PRIMARY' | 'ADMIN'> = 'PRIMARY'): SessionView {
  const session = aSession();
  const { account } = session;
  if (account === null) throw new Error('nobody is signed in');
  return {
    ...session,
    account: {
      ...account,
      accountId: uuidOf(0x9001),
      name: role === 'ADMIN' ? '管理者' : '陳主任',
      roles: [role],
      school: role === 'ADMIN' ? null : account.school,
    },
  };
}

export const anAccount = (n: number, over: Partial<AccountLine> = {}): AccountLine =>
  AccountLine.parse({
    accountId: uuidOf(n),
    account: `teacher${n}`,
    name: `人員${n}`,
    roles: ['HOMEROOM'],
    school: OWN_SCHOOL,
    county: null,
    email: `teacher${n}@school.example`,
    phone: '05-5522000',
    state: 'active',
    ...over,
  });

const ALL_RIGHTS: AccountDetail['may'] = {
  editContact: true,
  editRoles: true,
  editIdentity: false,
  disable: true,
  enable: false,
  resend: false,
  resetSecondFactor: false,
};

export const anAccountDetail = (
  n: number,
  over: Partial<Omit<AccountDetail, 'may'>> & { readonly may?: Partial<AccountDetail['may']> } = {},
): AccountDetail =>
  AccountDetail.parse({
    ...anAccount(n),
    revision: 4,
    registeredAt: '2026-09-01T01:00:00.000Z',
    passwordSetAt: '2026-10-01T01:00:00.000Z',
    secondFactor: false,
    link: null,
    ...over,
    may: { ...ALL_RIGHTS, ...over.may },
  });

export const aRequest = (n: number, over: Partial<RequestLine> = {}): RequestLine =>
  RequestLine.parse({
    requestId: uuidOf(0x100 + n),
    kind: 'staff',
    status: 'pending',
    name: `申請人${n}`,
    account: `new${n}`,
    roles: ['HOMEROOM'],
    school: OWN_SCHOOL,
    createdAt: '2026-11-20T02:00:00.000Z',
    decidedAt: null,
    ...over,
  });

/** A stored scan of some pages. */
export const aScan = (
  n: number,
  kind: RequestDetail['files'][number]['kind'],
  pages = 1,
): RequestDetail['files'][number] => ({
  fileId: uuidOf(0x500 + n),
  kind,
  name: `${kind}.pdf`,
  type: 'application/pdf',
  size: 1000,
  pages,
  sha256: 'a'.repeat(64),
});

/** The request of a line, as 待審核 that the session may decide. */
export function aRequestDetail(line: RequestLine, over: Partial<RequestDetail> = {}): RequestDetail {
  const { accountId, email, phone } = anAccount(0x300);
  return RequestDetail.parse({
    ...line,
    revision: 2,
    school: {
      ...line.school,
      code: '010301',
      county: '雲林縣',
      regimes: ['senior-high'],
      jurisdiction: 'national',
      address: '示範路一號',
      phone: '05-5522000',
    },
    applicant: {
      accountId,
      account: line.account,
      name: line.name,
      roles: line.roles,
      email,
      phone,
      state: 'pending',
    },
    outgoing: null,
    requestedBy: line.name,
    files: [],
    letter: null,
    reason: null,
    decidedBy: null,
    needsLetter: false,
    mayDecide: line.status === 'pending',
    ...over,
  });
}

/** 帳號管理 over these accounts; what was asked is found in the calls of the window. */
export const accountsCore = (
  rows: readonly AccountLine[],
  over: Partial<Handlers<CoreDoor>> = {},
  pending = 0,
): Partial<Handlers<CoreDoor>> => ({
  'account.list': ({ page, size }) =>
    Promise.resolve(ok({ rows: rows.slice((page - 1) * size, page * size), total: rows.length, pending })),
  'policy.get': () => Promise.resolve(ok({ secondFactor: 'optional' as const, revision: 1 })),
  ...over,
});
