import { sql, type Insertable } from 'kysely';
import { findSchoolName } from '../accounts/describe.ts';
import { moveLink } from '../accounts/move-link.ts';
import { WAITING_MAIL } from '../accounts/waiting-mail.ts';
import { isoNow, type CentralContext } from '../context.ts';
import type { AccountLinksTable, AccountsTable, Db, MailOutboxTable } from '../store/database.ts';
import type { StaffWrite } from './judge-staff.ts';
import type { Written } from './written.ts';

/** Rows of one insert: below the 65,535 parameters that one statement takes. */
const CHUNK = 500;

/**
 * Adds accounts that wait for their first password, each with its mail, and brings the contact of others
 * up to date; gives what was done to whom, for the audit.
 */
export async function writeStaff(
  trx: Db,
  context: CentralContext,
  writes: readonly StaffWrite[],
): Promise<Written[]> {
  const added = writes.filter(({ before }) => before === null);
  const done: Written[] = [];
  for (let from = 0; from < added.length; from += CHUNK)
    done.push(...(await add(trx, context, added.slice(from, from + CHUNK))));
  for (const write of writes)
    if (write.before !== null) done.push(await change(trx, context, write, write.before));
  return done;
}

interface NewRows {
  readonly account: Insertable<AccountsTable>;
  readonly link: Insertable<AccountLinksTable>;
  readonly mail: Insertable<MailOutboxTable>;
}

/** What requestLink() and queueMail() write for one account, made for many at once. */
function rowsOf(context: CentralContext, { schoolId, person }: StaffWrite, school: string): NewRows {
  const now = isoNow(context);
  const id = context.newId();
  const linkId = context.newId();
  const { template, purpose } = WAITING_MAIL.invited;
  return {
    account: {
      ...person,
      id,
      roles: [...person.roles],
      school_id: schoolId,
      password_hash: null,
      password_set_at: null,
      status: 'normal',
      verified: false,
      awaits: purpose,
      registered_at: now,
    },
    link: { id: linkId, account_id: id, purpose, requested_at: now },
    mail: {
      id: context.newId(),
      account_id: id,
      to_address: person.email,
      template,
      data: JSON.stringify({ name: person.name, account: person.account, school }),
      link_id: linkId,
      created_at: now,
      next_try_at: now,
    },
  };
}

async function add(trx: Db, context: CentralContext, writes: readonly StaffWrite[]): Promise<Written[]> {
  const names = new Map<string, string>();
  for (const { schoolId } of writes)
    if (!names.has(schoolId)) names.set(schoolId, (await findSchoolName(trx, schoolId))?.name ?? '');
  const rows = writes.map((write) => rowsOf(context, write, names.get(write.schoolId) ?? ''));
  await trx
    .insertInto('accounts')
    .values(rows.map(({ account }) => account))
    .execute();
  await trx
    .insertInto('account_links')
    .values(rows.map(({ link }) => link))
    .execute();
  await trx
    .insertInto('mail_outbox')
    .values(rows.map(({ mail }) => mail))
    .execute();
  return rows.map(({ account }) => ({
    action: 'account.import',
    subject: account.id,
    schoolId: account.school_id ?? null,
    fields: ['account', 'name', 'email', 'phone', 'roles'],
  }));
}

async function change(
  trx: Db,
  context: CentralContext,
  { person, changes, schoolId }: StaffWrite,
  before: NonNullable<StaffWrite['before']>,
): Promise<Written> {
  const { name, email, phone } = person;
  await trx
    .updateTable('accounts')
    .set({ name, email, phone, revision: sql<number>`revision + 1` })
    .where('id', '=', before.id)
    .execute();
  if (changes.includes('email')) await moveLink(trx, context, { ...before, name, email, phone });
  return { action: 'account.import', subject: before.id, schoolId, fields: changes };
}
