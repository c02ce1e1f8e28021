import type { ColumnType, Generated, Kysely } from 'kysely';
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
}

/** 狀態 × 認證 (domain §1.4.1): only `normal` and verified may sign in. */
export interface AccountsTable {
  id: string;
  account: string;
  password_hash: string;
  name: string;
  roles: Role[];
  school_id: string | null;
  status: 'pending' | 'normal' | 'disabled';
  verified: boolean;
  password_set_at: Instant;
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
