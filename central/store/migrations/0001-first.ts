import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Tables as database.ts describes them. */
const TABLES = sql`
create table meta (
  single boolean primary key default true check (single),
  epoch uuid not null,
  signing_key text not null
);
create table ledger (
  single boolean primary key default true check (single),
  commit_seq bigint not null,
  audit_seq bigint not null,
  audit_hash text not null
);
create table schools (
  id uuid primary key,
  code text not null unique,
  name text not null,
  county text not null,
  has_senior_high boolean not null,
  has_junior_high boolean not null,
  has_elementary boolean not null,
  check (has_senior_high or has_junior_high or has_elementary)
);
create table accounts (
  id uuid primary key,
  account text not null,
  password_hash text not null,
  name text not null,
  roles text[] not null check (cardinality(roles) > 0),
  school_id uuid references schools,
  status text not null check (status in ('pending', 'normal', 'disabled')),
  verified boolean not null,
  password_set_at timestamptz not null
);
create unique index accounts_account on accounts (lower(account));
create index accounts_school on accounts (school_id);
-- 主要通報人: exactly one per school [A:29-31].
create unique index accounts_one_primary on accounts (school_id)
  where 'PRIMARY' = any (roles) and status = 'normal';
create table sign_in_attempts (
  account_key text primary key,
  failures integer not null,
  locked_until timestamptz,
  last_at timestamptz not null
);
create table sessions (
  id uuid primary key,
  account_id uuid not null references accounts,
  device_id uuid not null,
  device_name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  ends_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_account on sessions (account_id);
create table session_tokens (
  hash text primary key,
  session_id uuid not null references sessions on delete cascade,
  kind text not null check (kind in ('access', 'refresh')),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index session_tokens_session on session_tokens (session_id);
create table captchas (
  id uuid primary key,
  answer_hash text not null,
  expires_at timestamptz not null
);
create index captchas_expiry on captchas (expires_at);
create table students (
  identity_number text primary key,
  name text not null,
  birth_date date not null,
  school_id uuid not null references schools,
  student_number text,
  sex text check (sex in ('male', 'female')),
  school_system text,
  department text,
  grade text,
  class_name text,
  enrolled_on date,
  status text not null check (status in ('ENROLLED', 'SUSPENDED', 'LEFT', 'GRADUATED')),
  as_of date not null
);
create table cases (
  id uuid primary key,
  school_id uuid not null references schools,
  regime text not null,
  student_identity text not null,
  state text not null,
  phase text not null check (phase in ('unreported', 'reported', 'ended')),
  filed_by uuid not null references accounts,
  case_number text not null unique,
  revision integer not null,
  folded jsonb not null,
  last_commit_seq bigint not null
);
create index cases_school on cases (school_id, regime);
create index cases_student on cases (student_identity);
-- One open case per student and kind (I16), whatever the code above does.
create unique index cases_one_open on cases (regime, student_identity) where phase <> 'ended';
create table operations (
  op_id uuid primary key,
  commit_seq bigint unique,
  epoch uuid,
  case_id uuid not null,
  school_id uuid not null references schools,
  account_id uuid not null references accounts,
  device_id uuid not null,
  device_seq bigint not null,
  prev_op_id uuid,
  kind text not null,
  payload_sha256 text not null,
  operation jsonb not null,
  commit jsonb,
  status text not null check (status in ('pending', 'committed', 'refused')),
  failure jsonb,
  received_at timestamptz not null,
  check ((status = 'committed') = (commit_seq is not null and commit is not null and epoch is not null)),
  check ((status = 'refused') = (failure is not null))
);
create index operations_case on operations (case_id, commit_seq);
create index operations_school on operations (school_id, commit_seq);
create table case_number_days (
  day date primary key,
  last integer not null
);
create table audit_log (
  seq bigint primary key,
  at timestamptz not null,
  account_id uuid,
  session_id uuid,
  school_id uuid,
  action text not null,
  subject text,
  fields text[] not null,
  outcome text not null,
  prev_hash text not null,
  hash text not null unique
);
`;

export const FIRST: Migration = {
  up: async (db) => {
    await TABLES.execute(db);
  },
};
