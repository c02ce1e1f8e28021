import type { ColumnType, Generated, Kysely } from 'kysely';
import type { ImportRow } from '../../shared/contract/account-shapes.ts';
import type { AccountStatus, Awaited } from '../../shared/domain/account/account-state.ts';
import type { FileKind, RequestKind, RequestStatus } from '../../shared/domain/account/request.ts';
import type { Role } from '../../shared/domain/account/role.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { Commit, Operation } from '../../shared/domain/case/operation.ts';
import type { CaseState, Phase } from '../../shared/domain/case/state.ts';
import type { Failure } from '../../shared/failure.ts';
import type { RegimeId } from '../../shared/regime/regime-id.ts';

/** jsonb: written as text, because the driver would turn arrays into PostgreSQL arrays. */
type Json<T> = ColumnType<T, string, string>;
type JsonOrNull<T> = ColumnType<T | null, string | null | undefined, string | null>;

/** timestamptz as an ISO instant, date as `YYYY-MM-DD`, bigint as a safe number (pg-types.ts). */
type Instant = string;

/** One row: who this service is. A restored backup gets a new epoch (I12). */
export interface MetaTable {
  readonly single: Generated<boolean>;
  epoch: string;
  /** Ed25519, PKCS #8 PEM. */
  signing_key: string;
  /** 256 random bits: keys that central gives out again and again are derived from it (recovery key). */
  secret: Generated<string>;
}

/** One row, locked by whoever commits: the heads of the log and of the audit chain. */
export interface LedgerTable {
  readonly single: Generated<boolean>;
  commit_seq: number;
  audit_seq: number;
  audit_hash: string;
}

export interface SchoolsTable {
  id: string;
  code: string;
  name: string;
  county: string;
  has_senior_high: boolean;
  has_junior_high: boolean;
  has_elementary: boolean;
  /** 主管機關: where an official letter goes first [A:125–126]. */
  jurisdiction: Generated<'national' | 'county'>;
  /** 單位住址, 連絡電話 */
  address: Generated<string>;
  phone: Generated<string>;
  revision: Generated<number>;
}

/** 狀態 × 認證 (domain §1.4.1) and what an unverified account waits for: see ACCOUNT_STATE_ROWS. */
export interface AccountsTable {
  id: string;
  account: string;
  /** Argon2id; null until the first link was followed. */
  password_hash: string | null;
  name: string;
  roles: Role[];
  school_id: string | null;
  /** 縣市 of a county officer. */
  county: ColumnType<string | null, string | null | undefined, string | null>;
  /** 文號／日期 of the letter by which an officer was asked for. */
  letter_number: ColumnType<string | null, string | null | undefined, string | null>;
  letter_date: ColumnType<string | null, string | null | undefined, string | null>;
  email: Generated<string>;
  phone: Generated<string>;
  status: AccountStatus;
  verified: boolean;
  awaits: ColumnType<Awaited | null, Awaited | null | undefined, Awaited | null>;
  password_set_at: Instant | null;
  revision: Generated<number>;
  registered_at: Generated<Instant>;
  /** Base32; counts only when `totp_enabled`. */
  totp_secret: ColumnType<string | null, string | null | undefined, string | null>;
  totp_enabled: Generated<boolean>;
  /** Time step of the last code taken: none is good twice. */
  totp_last_step: ColumnType<number | null, number | null | undefined, number | null>;
}

/** The settings of a password, newest last; three are looked at. */
export interface AccountPasswordsTable {
  account_id: string;
  hash: string;
  set_at: Instant;
}

/** A link in a mail: single use; at most one live per account. */
export interface AccountLinksTable {
  id: string;
  account_id: string;
  purpose: Awaited;
  requested_at: Instant;
  /** SHA-256; null until the mail leaves. */
  token_hash: ColumnType<string | null, string | null | undefined, string | null>;
  sent_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  expires_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  used_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  voided_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
}

/** Mail that has to leave; a row with a link gets its token when it is sent. */
export interface MailOutboxTable {
  id: string;
  account_id: string | null;
  to_address: string;
  template: string;
  /** What fills the blanks of the template; never a token. */
  data: Json<Record<string, string>>;
  link_id: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: Instant;
  next_try_at: Instant;
  tries: Generated<number>;
  sent_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  given_up_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  last_error: ColumnType<string | null, string | null | undefined, string | null>;
}

/** 申請 (REQUEST_ROWS). `account_id` is who is to get the right, `requested_by` who asked. */
export interface RequestsTable {
  id: string;
  kind: RequestKind;
  status: RequestStatus;
  account_id: string;
  /** The 主通 at the time of a transfer or promotion. */
  outgoing_id: string | null;
  requested_by: string;
  school_id: string;
  payload_sha256: string;
  created_at: Instant;
  revision: Generated<number>;
  letter_number: ColumnType<string | null, string | null | undefined, string | null>;
  letter_date: ColumnType<string | null, string | null | undefined, string | null>;
  reason: ColumnType<string | null, string | null | undefined, string | null>;
  decided_by: ColumnType<string | null, string | null | undefined, string | null>;
  decided_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
}

/** 附件 after the checks of central/files: a PDF as it came, a picture drawn anew. */
export interface FilesTable {
  id: string;
  request_id: string;
  school_id: string;
  kind: FileKind;
  name: string;
  type: 'application/pdf' | 'image/jpeg' | 'image/png';
  size: number;
  pages: number;
  sha256: string;
  content: Buffer;
  created_at: Instant;
}

/** A password was right, the second step is open. */
export interface SignInChallengesTable {
  id: string;
  account_id: string;
  device_id: string;
  device_name: string;
  tries: Generated<number>;
  expires_at: Instant;
}

/** One row: what 管理者 switches for all. */
export interface PoliciesTable {
  readonly single: Generated<boolean>;
  second_factor: 'off' | 'optional' | 'required';
  revision: Generated<number>;
}

/** Imports that were carried out: sent twice, they happen once. */
export interface ImportsTable {
  id: string;
  kind: 'schools' | 'staff';
  payload_sha256: string;
  account_id: string;
  at: Instant;
  result: Json<ImportRow[]>;
}

export interface SignInAttemptsTable {
  /** SHA-256 of the account as typed, so unknown accounts are counted alike. */
  account_key: string;
  failures: number;
  locked_until: Instant | null;
  last_at: Instant;
}

/** A family of tokens: one sign-in on one device. */
export interface SessionsTable {
  id: string;
  account_id: string;
  device_id: string;
  device_name: string;
  created_at: Instant;
  last_used_at: Instant;
  ends_at: Instant;
  revoked_at: Instant | null;
}

export interface SessionTokensTable {
  hash: string;
  session_id: string;
  kind: 'access' | 'refresh';
  expires_at: Instant;
  used_at: Instant | null;
}

export interface CaptchasTable {
  id: string;
  answer_hash: string;
  expires_at: Instant;
}

/** 學籍: whether the student is in school now. */
export const STUDENT_STATUS = ['ENROLLED', 'SUSPENDED', 'LEFT', 'GRADUATED'] as const;

/** The embedded student register 學籍系統: one row per student, at the school of the enrolment. */
export interface StudentsTable {
  identity_number: string;
  name: string;
  birth_date: string;
  school_id: string;
  student_number: string | null;
  sex: 'male' | 'female' | null;
  school_system: string | null;
  department: string | null;
  grade: string | null;
  class_name: string | null;
  enrolled_on: string | null;
  status: (typeof STUDENT_STATUS)[number];
  as_of: string;
}

/** The fold of a case's log, kept beside the log; `folded` equals fold(log) at every commit. */
export interface CasesTable {
  id: string;
  school_id: string;
  regime: RegimeId;
  student_identity: string;
  state: CaseState;
  phase: Phase;
  filed_by: string;
  case_number: string;
  revision: number;
  folded: Json<Case>;
  last_commit_seq: number;
}

/** The log: append-only, terminal results alone (I4). */
export interface OperationsTable {
  op_id: string;
  commit_seq: ColumnType<number | null, number | null | undefined, number | null>;
  /** Epoch of the receipt, so that a replay after a restore gives the same bytes. */
  epoch: ColumnType<string | null, string | null | undefined, string | null>;
  case_id: string;
  school_id: string;
  account_id: string;
  device_id: string;
  device_seq: number;
  prev_op_id: string | null;
  kind: string;
  payload_sha256: string;
  operation: Json<Operation>;
  commit: JsonOrNull<Commit>;
  /** `pending` exists inside a transaction only. */
  status: 'pending' | 'committed' | 'refused';
  failure: JsonOrNull<Failure>;
  received_at: Instant;
}

/** 通報字號 of a day: the last sequence given. Blocks for offline numbers are to be drawn from here too. */
export interface CaseNumberDaysTable {
  day: string;
  last: number;
}

export interface AuditLogTable {
  seq: number;
  at: Instant;
  account_id: string | null;
  session_id: string | null;
  school_id: string | null;
  action: string;
  subject: string | null;
  /** Names of fields read or changed, never their values. */
  fields: string[];
  outcome: string;
  prev_hash: string;
  hash: string;
}

export interface Database {
  meta: MetaTable;
  ledger: LedgerTable;
  schools: SchoolsTable;
  accounts: AccountsTable;
  account_passwords: AccountPasswordsTable;
  account_links: AccountLinksTable;
  mail_outbox: MailOutboxTable;
  requests: RequestsTable;
  files: FilesTable;
  sign_in_challenges: SignInChallengesTable;
  policies: PoliciesTable;
  imports: ImportsTable;
  sign_in_attempts: SignInAttemptsTable;
  sessions: SessionsTable;
  session_tokens: SessionTokensTable;
  captchas: CaptchasTable;
  students: StudentsTable;
  cases: CasesTable;
  operations: OperationsTable;
  case_number_days: CaseNumberDaysTable;
  audit_log: AuditLogTable;
}

/** The database, or a transaction in it. */
export type Db = Kysely<Database>;
