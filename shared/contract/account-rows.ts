import { z } from 'zod';
import { IsoDate } from '../domain/calendar/iso-date.ts';
import { SessionAccount } from '../domain/account/account.ts';
import {
  AccountDetail,
  AccountLine,
  AccountQuery,
  AccountUpdate,
  AuditLine,
  ImportRow,
  Letter,
  PublicSchool,
  Registration,
  RequestDetail,
  RequestLine,
  SchoolUnit,
  Uploads,
} from './account-shapes.ts';
import { at, type CentralRow } from './central-row.ts';
import { RequestKind, RequestStatus } from '../domain/account/request.ts';

const nothing = z.strictObject({});
const Typed = z.string().max(400);
const Password = z.string().min(1).max(256);

/** Who looks after accounts: 主通 in the own school, 管理者 everywhere (domain §1.2). */
const KEEPERS = { roles: ['PRIMARY', 'ADMIN'] } as const;
const AGENCY = { roles: ['ADMIN'] } as const;
const ALWAYS = { when: 'always' } as const;

/**
 * Calls of the account flows (domain §1.4). The core passes them on unchanged; they need the network,
 * because only central can decide them. Texts that people look for travel in bodies, never in addresses.
 */
export const ACCOUNT_ROWS = {
  // before signing in
  'school.find': at(
    'POST',
    '/v1/schools/search',
    'public',
    z.strictObject({ county: z.string().max(10).nullable(), text: z.string().max(60) }),
    z.object({ schools: z.array(PublicSchool).max(500), more: z.boolean() }),
  ),
  /** 註冊: refused with PRIMARY_EXISTS, ACCOUNT_TAKEN, FORM_INVALID, FILE_REFUSED. */
  'registration.create': at(
    'POST',
    '/v1/registrations',
    'public',
    Registration,
    z.object({ requestId: z.uuid(), reviewer: z.enum(['primary', 'agency']), school: PublicSchool }),
    { body: 'files' },
  ),
  /** 忘記密碼: one answer, whoever asks for whomever (domain §1.4.8). */
  'password.forget': at(
    'POST',
    '/v1/password-resets',
    'public',
    z.strictObject({
      account: Typed.min(1),
      email: Typed.min(1),
      captchaId: z.uuid(),
      captchaAnswer: z.string().max(20),
    }),
    nothing,
  ),

  // one's own account
  'profile.get': at('GET', '/v1/profile', 'session', nothing, SessionAccount, ALWAYS),
  /** 修改密碼: other sessions of the account end, links in older mails are void. */
  'password.change': at(
    'POST',
    '/v1/profile/password',
    'session',
    z.strictObject({ current: Password, next: Password }),
    SessionAccount,
    ALWAYS,
  ),
  /** A secret for the authenticator; it counts only after `totp.enable`. */
  'totp.begin': at(
    'POST',
    '/v1/profile/second-factor',
    'session',
    nothing,
    z.object({ uri: z.string(), secret: z.string(), qrPngBase64: z.string() }),
    { ...ALWAYS, roles: ['PRIMARY', 'BUREAU', 'ADMIN'] },
  ),
  'totp.enable': at(
    'POST',
    '/v1/profile/second-factor/enable',
    'session',
    z.strictObject({ code: z.string().max(20) }),
    SessionAccount,
    { ...ALWAYS, roles: ['PRIMARY', 'BUREAU', 'ADMIN'] },
  ),
  'totp.disable': at(
    'POST',
    '/v1/profile/second-factor/disable',
    'session',
    z.strictObject({ password: Password, code: z.string().max(20) }),
    SessionAccount,
    { roles: ['PRIMARY', 'BUREAU', 'ADMIN'] },
  ),

  // 帳號管理
  'account.list': at(
    'POST',
    '/v1/accounts/search',
    'session',
    AccountQuery,
    z.object({ rows: z.array(AccountLine), total: z.number().int(), pending: z.number().int() }),
    KEEPERS,
  ),
  'account.get': at(
    'POST',
    '/v1/accounts/get',
    'session',
    z.strictObject({ accountId: z.uuid() }),
    AccountDetail,
    KEEPERS,
  ),
  /** 更新. CONFLICT when somebody else was faster; PRIMARY_EXISTS; NOT_ALLOWED; FORM_INVALID. */
  'account.update': at('POST', '/v1/accounts/update', 'session', AccountUpdate, AccountDetail, KEEPERS),
  /** The mail of an account that still has to follow its link, once more; earlier links are void. */
  'account.resend': at(
    'POST',
    '/v1/accounts/resend',
    'session',
    z.strictObject({ accountId: z.uuid() }),
    AccountDetail,
    KEEPERS,
  ),
  'account.resetSecondFactor': at(
    'POST',
    '/v1/accounts/reset-second-factor',
    'session',
    z.strictObject({ accountId: z.uuid() }),
    AccountDetail,
    AGENCY,
  ),
  /** 縣市教育局承辦 and 管理者: built by the agency itself [A:75]. */
  'officer.create': at(
    'POST',
    '/v1/officers',
    'session',
    z.strictObject({
      accountId: z.uuid(),
      role: z.enum(['BUREAU', 'ADMIN']),
      county: z.string().max(10).nullable(),
      account: Typed,
      name: Typed,
      email: Typed,
      phone: Typed,
      letter: Letter.nullable(),
    }),
    AccountDetail,
    AGENCY,
  ),

  // 申請
  'request.list': at(
    'POST',
    '/v1/requests/search',
    'session',
    z.strictObject({
      status: RequestStatus.nullable(),
      kind: RequestKind.nullable(),
      page: z.number().int().min(1).max(100_000),
      size: z.number().int().min(1).max(100),
    }),
    z.object({ rows: z.array(RequestLine), total: z.number().int() }),
    KEEPERS,
  ),
  'request.get': at(
    'POST',
    '/v1/requests/get',
    'session',
    z.strictObject({ requestId: z.uuid() }),
    RequestDetail,
    KEEPERS,
  ),
  /** 核可／退件. ALREADY_DECIDED when somebody was faster; PRIMARY_EXISTS; FORM_INVALID without letter or reason. */
  'request.decide': at(
    'POST',
    '/v1/requests/decide',
    'session',
    z.strictObject({
      requestId: z.uuid(),
      revision: z.number().int(),
      decision: z.enum(['approve', 'return']),
      letter: z.strictObject({ number: Typed, date: Typed }).nullable(),
      reason: Typed.nullable(),
    }),
    RequestDetail,
    KEEPERS,
  ),
  /** 權限異動申請: `successorId` for 轉移帳號 by the 主通; null for 申請權限提升 by staff. */
  'roleChange.create': at(
    'POST',
    '/v1/role-changes',
    'session',
    z.strictObject({ requestId: z.uuid(), successorId: z.uuid().nullable(), files: Uploads }),
    RequestLine,
    { roles: ['PRIMARY', 'HOMEROOM', 'COUNSELOR', 'HEAD'], body: 'files' },
  ),
  /** One's own 權限異動申請 and how it stands; for the 主通 also whom the post can be handed to. */
  'roleChange.get': at(
    'POST',
    '/v1/role-changes/mine',
    'session',
    nothing,
    z.object({
      school: SchoolUnit,
      pending: RequestLine.nullable(),
      last: RequestLine.extend({ reason: z.string().nullable() }).nullable(),
      successors: z.array(
        AccountLine.pick({
          accountId: true,
          account: true,
          name: true,
          email: true,
          phone: true,
          roles: true,
        }),
      ),
    }),
    { roles: ['PRIMARY', 'HOMEROOM', 'COUNSELOR', 'HEAD'] },
  ),
  /** A page of a scan as a picture; the scan's own bytes never reach the window. */
  'file.page': at(
    'POST',
    '/v1/files/page',
    'session',
    z.strictObject({ fileId: z.uuid(), page: z.number().int().min(1).max(30) }),
    z.object({ pngBase64: z.string(), page: z.number().int(), pages: z.number().int() }),
    { roles: ['PRIMARY', 'ADMIN', 'HOMEROOM', 'COUNSELOR', 'HEAD'] },
  ),

  // 單位資訊, audit, import, policy
  'unit.get': at(
    'POST',
    '/v1/units/get',
    'session',
    z.strictObject({ schoolId: z.uuid().nullable() }),
    SchoolUnit,
    KEEPERS,
  ),
  'unit.update': at(
    'POST',
    '/v1/units/update',
    'session',
    z.strictObject({
      schoolId: z.uuid(),
      revision: z.number().int(),
      name: Typed,
      address: Typed,
      phone: Typed,
    }),
    SchoolUnit,
    KEEPERS,
  ),
  /** Who did what to which account; newest first, before `before`. */
  'audit.list': at(
    'POST',
    '/v1/audit/search',
    'session',
    z.strictObject({
      from: IsoDate.nullable(),
      to: IsoDate.nullable(),
      text: z.string().max(60),
      before: z.number().int().nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    z.object({ rows: z.array(AuditLine), next: z.number().int().nullable() }),
    KEEPERS,
  ),
  /** Schools or staff from CSV or XLSX. With `dryRun` nothing changes; without it refused lines stay out. */
  'list.import': at(
    'POST',
    '/v1/imports',
    'session',
    z.strictObject({
      importId: z.uuid(),
      kind: z.enum(['schools', 'staff']),
      name: z.string().min(1).max(400),
      contentBase64: z.string().max(14_100_000),
      dryRun: z.boolean(),
    }),
    z.object({ rows: z.array(ImportRow).max(5000), done: z.boolean() }),
    { ...AGENCY, body: 'files' },
  ),
  'policy.get': at(
    'GET',
    '/v1/policy',
    'session',
    nothing,
    z.object({ secondFactor: z.enum(['off', 'optional', 'required']), revision: z.number().int() }),
    AGENCY,
  ),
  'policy.set': at(
    'POST',
    '/v1/policy',
    'session',
    z.strictObject({ secondFactor: z.enum(['off', 'optional', 'required']), revision: z.number().int() }),
    z.object({ secondFactor: z.enum(['off', 'optional', 'required']), revision: z.number().int() }),
    AGENCY,
  ),
} as const satisfies Record<string, CentralRow>;
