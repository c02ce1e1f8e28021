import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Account flows (domain §1.4): what an account waits for, links, requests with their scans, mail. */
const TABLES = sql`
alter table meta add column secret text not null
  default encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex');

alter table schools
  add column jurisdiction text not null default 'county' check (jurisdiction in ('national', 'county')),
  add column address text not null default '',
  add column phone text not null default '',
  add column revision integer not null default 1;

alter table accounts
  alter column password_hash drop not null,
  alter column password_set_at drop not null,
  drop constraint accounts_status_check,
  add column email text not null default '',
  add column phone text not null default '',
  add column county text,
  -- The official letter by which an officer was asked for.
  add column letter_number text,
  add column letter_date date,
  add column awaits text check (awaits in ('setPassword', 'reset', 'verify')),
  add column revision integer not null default 1,
  add column registered_at timestamptz not null default now(),
  add column totp_secret text,
  add column totp_enabled boolean not null default false,
  add column totp_last_step bigint;
update accounts set verified = false where status <> 'normal';
update accounts set awaits = 'verify' where status = 'normal' and not verified;
alter table accounts
  add constraint accounts_status_check check (status in ('pending', 'normal', 'disabled', 'rejected')),
  add constraint accounts_state check (
    case when status = 'normal' then verified = (awaits is null) else not verified and awaits is null end),
  add constraint accounts_may_sign_in check (not verified or password_hash is not null),
  add constraint accounts_totp check (not totp_enabled or totp_secret is not null);
-- A rejected registration does not keep its name from anybody.
drop index accounts_account;
create unique index accounts_account on accounts (lower(account)) where status <> 'rejected';

create table account_passwords (
  account_id uuid not null references accounts,
  hash text not null,
  set_at timestamptz not null
);
create index account_passwords_account on account_passwords (account_id, set_at);
insert into account_passwords (account_id, hash, set_at)
  select id, password_hash, password_set_at from accounts where password_hash is not null;

create table account_links (
  id uuid primary key,
  account_id uuid not null references accounts,
  purpose text not null check (purpose in ('setPassword', 'reset', 'verify')),
  requested_at timestamptz not null,
  -- Made when the mail leaves: until then nobody, and no copy of the database, has the link.
  token_hash text unique,
  sent_at timestamptz,
  expires_at timestamptz,
  used_at timestamptz,
  voided_at timestamptz
);
-- A newer link voids the older ones.
create unique index account_links_one_live on account_links (account_id)
  where used_at is null and voided_at is null;
create index account_links_account on account_links (account_id, requested_at);

create table mail_outbox (
  id uuid primary key,
  account_id uuid references accounts,
  to_address text not null,
  template text not null,
  data jsonb not null,
  link_id uuid references account_links,
  created_at timestamptz not null,
  next_try_at timestamptz not null,
  tries integer not null default 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  last_error text
);
create index mail_outbox_due on mail_outbox (next_try_at) where sent_at is null and given_up_at is null;

create table requests (
  id uuid primary key,
  kind text not null check (kind in ('staff', 'primary', 'transfer', 'promotion')),
  status text not null check (status in ('pending', 'approved', 'returned', 'superseded')),
  account_id uuid not null references accounts,
  outgoing_id uuid references accounts,
  requested_by uuid not null references accounts,
  school_id uuid not null references schools,
  payload_sha256 text not null,
  created_at timestamptz not null,
  revision integer not null default 1,
  letter_number text,
  letter_date date,
  reason text,
  decided_by uuid references accounts,
  decided_at timestamptz
);
create unique index requests_one_pending on requests (account_id) where status = 'pending';
create index requests_school on requests (school_id, created_at);
create index requests_status on requests (status, kind, created_at);

create table files (
  id uuid primary key,
  request_id uuid not null references requests,
  school_id uuid not null references schools,
  kind text not null check (kind in ('accountForm', 'transferForm', 'appointment')),
  name text not null,
  type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  size integer not null,
  pages integer not null,
  sha256 text not null,
  content bytea not null,
  created_at timestamptz not null,
  unique (request_id, kind)
);

create table sign_in_challenges (
  id uuid primary key,
  account_id uuid not null references accounts,
  device_id uuid not null,
  device_name text not null,
  tries integer not null default 0,
  expires_at timestamptz not null
);

create table policies (
  single boolean primary key default true check (single),
  second_factor text not null check (second_factor in ('off', 'optional', 'required')),
  revision integer not null default 1
);
insert into policies (second_factor) values ('optional');

create table imports (
  id uuid primary key,
  kind text not null check (kind in ('schools', 'staff')),
  payload_sha256 text not null,
  account_id uuid not null references accounts,
  at timestamptz not null,
  result jsonb not null
);

create index audit_log_school on audit_log (school_id, seq);
create index audit_log_subject on audit_log (subject, seq);
`;

export const ACCOUNTS: Migration = {
  up: async (db) => {
    await TABLES.execute(db);
  },
};
