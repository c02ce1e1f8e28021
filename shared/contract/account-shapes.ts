import { z } from 'zod';
import { AccountState, AccountStatus } from '../domain/account/account-state.ts';
import { FileKind, RequestKind, RequestStatus } from '../domain/account/request.ts';
import { Role } from '../domain/account/role.ts';
import { IsoDate } from '../domain/calendar/iso-date.ts';
import { School } from '../domain/school/school.ts';

/** Typed by people, checked by the rules of shared/domain/account; here only what no honest form exceeds. */
const Typed = z.string().max(400);

/** 主管機關: 國教署轄管, 教育局處轄管; it says where the official letter goes first [A:125–126]. */
export const Jurisdiction = z.enum(['national', 'county']);
export type Jurisdiction = z.infer<typeof Jurisdiction>;

/** A school as everybody may know it, before signing in too. */
export const PublicSchool = School.extend({ jurisdiction: Jurisdiction });
export type PublicSchool = z.infer<typeof PublicSchool>;

/** 單位資訊 [A:1171–1189]: 單位全銜, 單位住址, 連絡電話. */
export const SchoolUnit = PublicSchool.extend({
  address: z.string(),
  phone: z.string(),
  revision: z.number().int(),
});
export type SchoolUnit = z.infer<typeof SchoolUnit>;

/** A scan on its way up: its bytes in base64, the name it had, and as what it is handed in. */
export const Upload = z.strictObject({
  kind: FileKind,
  name: z.string().min(1).max(400),
  contentBase64: z.string().max(14_100_000),
});
export type Upload = z.infer<typeof Upload>;
export const Uploads = z.array(Upload).max(2);

/** A stored scan; its pages are asked one by one as pictures. */
export const StoredFile = z.object({
  fileId: z.uuid(),
  kind: FileKind,
  name: z.string(),
  type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  size: z.number().int(),
  pages: z.number().int(),
  sha256: z.string(),
});
export type StoredFile = z.infer<typeof StoredFile>;

/** A line of 帳號管理 [A:1105–1115]. */
export const AccountLine = z.object({
  accountId: z.uuid(),
  account: z.string(),
  name: z.string(),
  roles: z.array(Role),
  school: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** 縣市 of a county officer. */
  county: z.string().nullable(),
  email: z.string(),
  phone: z.string(),
  state: AccountState,
});
export type AccountLine = z.infer<typeof AccountLine>;

/** What whoever opened 查看 may do with the account; the rest is locked with its reason. */
export const AccountDetail = AccountLine.extend({
  /** Rises with each change; an update names the one it was made on. */
  revision: z.number().int(),
  registeredAt: z.iso.datetime(),
  passwordSetAt: z.iso.datetime().nullable(),
  secondFactor: z.boolean(),
  /** A mail whose link still waits for a click, and until when it is good. */
  link: z.object({ sentAt: z.iso.datetime().nullable(), expiresAt: z.iso.datetime().nullable() }).nullable(),
  may: z.object({
    /** 電子郵件, 連絡電話 */
    editContact: z.boolean(),
    /** 帳號類別 */
    editRoles: z.boolean(),
    /** 姓名, 帳號: 管理者 alone (domain §1.4.9). */
    editIdentity: z.boolean(),
    disable: z.boolean(),
    enable: z.boolean(),
    resend: z.boolean(),
    resetSecondFactor: z.boolean(),
  }),
});
export type AccountDetail = z.infer<typeof AccountDetail>;

/** What one asks of 帳號管理: 狀態, 權限, keyword, paging; null is 全部. */
export const AccountQuery = z.strictObject({
  status: AccountStatus.nullable(),
  role: Role.nullable(),
  /** Literal text in 帳號, 姓名, 電子信箱, 連絡電話, and for the agency the school's name. */
  text: z.string().max(60),
  schoolId: z.uuid().nullable(),
  page: z.number().int().min(1).max(100_000),
  size: z.number().int().min(1).max(100),
});

/** 更新 of 查看; fields that the asker may not change have to be as they are. */
export const AccountUpdate = z.strictObject({
  accountId: z.uuid(),
  revision: z.number().int(),
  account: Typed,
  name: Typed,
  email: Typed,
  phone: Typed,
  roles: z.array(Role).max(12),
  /** 啟用／停用; null leaves it. */
  status: z.enum(['enable', 'disable']).nullable(),
});
export type AccountUpdate = z.infer<typeof AccountUpdate>;

/** 註冊 before signing in [A:77–135]. `requestId` is chosen by the window: sent twice, it is one. */
export const Registration = z.strictObject({
  requestId: z.uuid(),
  kind: z.enum(['staff', 'primary']),
  schoolId: z.uuid(),
  /** 帳號類別 of staff; for a 主通 exactly PRIMARY. */
  roles: z.array(Role).max(12),
  account: Typed,
  name: Typed,
  email: Typed,
  phone: Typed,
  files: Uploads,
  captchaId: z.uuid(),
  captchaAnswer: z.string().max(20),
});
export type Registration = z.infer<typeof Registration>;

/** A line of the approval queue. */
export const RequestLine = z.object({
  requestId: z.uuid(),
  kind: RequestKind,
  status: RequestStatus,
  /** Who is to get the right: the applicant, or the new 主通. */
  name: z.string(),
  account: z.string(),
  roles: z.array(Role),
  school: z.object({ id: z.uuid(), name: z.string() }),
  createdAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
});
export type RequestLine = z.infer<typeof RequestLine>;

/** 文號／日期 of the official letter; text and date as on the paper (domain §6.31). */
export const Letter = z.strictObject({ number: Typed, date: IsoDate });
export type Letter = z.infer<typeof Letter>;

const Party = AccountLine.pick({
  accountId: true,
  account: true,
  name: true,
  roles: true,
  email: true,
  phone: true,
  state: true,
});

/** The request beside its scans. */
export const RequestDetail = RequestLine.extend({
  revision: z.number().int(),
  school: PublicSchool.extend({ address: z.string(), phone: z.string() }),
  applicant: Party,
  /** The present 主通 that a transfer or promotion puts in the second row; null when there is none. */
  outgoing: Party.nullable(),
  requestedBy: z.string(),
  files: z.array(StoredFile),
  letter: Letter.nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** A letter is needed to approve. */
  needsLetter: z.boolean(),
  /** This session may decide now. */
  mayDecide: z.boolean(),
});
export type RequestDetail = z.infer<typeof RequestDetail>;

/** A line of the account history: who did what to whom, never with values. */
export const AuditLine = z.object({
  seq: z.number().int(),
  at: z.iso.datetime(),
  /** Null: the service itself, or somebody not signed in. */
  actor: z.object({ name: z.string(), account: z.string(), roles: z.array(Role) }).nullable(),
  /** `audit.<action>` in shared/text; a code without text is shown as it is. */
  action: z.string(),
  subject: z.object({ name: z.string(), account: z.string() }).nullable(),
  school: z.string().nullable(),
  fields: z.array(z.string()),
  outcome: z.string(),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** What becomes of one line of an imported list. */
export const ImportRow = z.object({
  /** Line of the sheet, counted from 1 with its head. */
  line: z.number().int(),
  /** What tells the line to a reader: code and name, or account and name. */
  label: z.string(),
  fate: z.enum(['create', 'update', 'same', 'refuse']),
  /** Field failures of a refused line, or the fields that an update changes. */
  problems: z.array(
    z.object({
      field: z.string(),
      code: z.string(),
      detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  changes: z.array(z.string()),
});
export type ImportRow = z.infer<typeof ImportRow>;
