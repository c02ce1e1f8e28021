import type { IsoDate } from '../../shared/domain/calendar/iso-date.ts';
import { hashPassword, PASSWORD_COST, type PasswordCost } from '../auth/password.ts';
import type { Db } from '../store/database.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';
import { DEMO_SCHOOLS, type DemoSchool } from './demo-schools.ts';
import { makeDemoStudents } from './demo-students.ts';

export interface SeedOptions {
  /** Date in Taipei: ages, grades and the as-of date follow it. */
  readonly today: IsoDate;
  readonly cost?: PasswordCost;
}

/**
 * Writes schools, accounts and the register of the demo. Again on the same day it changes nothing; on a
 * later day the register is imported anew, as a real one would be, so that somebody is 18 tomorrow again.
 * What people have changed since stays; data of an earlier version get the columns that it had not yet.
 */
export async function seedDemo(db: Db, { today, cost = PASSWORD_COST }: SeedOptions): Promise<void> {
  await db
    .insertInto('schools')
    .values(DEMO_SCHOOLS.map(schoolRow))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((eb) => ({
          jurisdiction: eb.ref('excluded.jurisdiction'),
          address: eb.ref('excluded.address'),
          phone: eb.ref('excluded.phone'),
        }))
        .where('schools.revision', '=', 1)
        .where('schools.address', '=', '')
        .where('schools.phone', '=', ''),
    )
    .execute();
  await seedAccounts(db, today, cost);
  await seedStudents(db, today);
}

/** Whether the database holds the demo's accounts, whose passwords everybody can read. */
export async function hasDemo(db: Db): Promise<boolean> {
  const ids = DEMO_ACCOUNTS.map(({ id }) => id);
  return (
    (await db.selectFrom('accounts').select('id').where('id', 'in', ids).executeTakeFirst()) !== undefined
  );
}

const schoolRow = ({ id, code, name, county, jurisdiction, address, phone, students }: DemoSchool) => ({
  id,
  code,
  name,
  county,
  jurisdiction,
  address,
  phone,
  has_senior_high: 'senior-high' in students,
  has_junior_high: 'junior-high' in students,
  has_elementary: 'elementary' in students,
});

async function seedAccounts(db: Db, today: IsoDate, cost: PasswordCost): Promise<void> {
  const there = await db.selectFrom('accounts').select('id').execute();
  const known = new Set(there.map(({ id }) => id));
  const since = new Date(`${today}T00:00:00+08:00`).toISOString();
  for (const { id, account, password, name, email, phone, county, roles, school } of DEMO_ACCOUNTS) {
    // Argon2 takes its time, so only for those that are missing.
    if (known.has(id)) {
      await db
        .updateTable('accounts')
        .set({ email, phone, county })
        .where('id', '=', id)
        .where('email', '=', '')
        .execute();
      continue;
    }
    const hash = await hashPassword(password, cost);
    await db
      .insertInto('accounts')
      .values({
        id,
        account,
        password_hash: hash,
        name,
        email,
        phone,
        county,
        roles: [...roles],
        school_id: school?.id ?? null,
        status: 'normal',
        verified: true,
        password_set_at: since,
        registered_at: since,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    await db.insertInto('account_passwords').values({ account_id: id, hash, set_at: since }).execute();
  }
}

const CHUNK = 500;

async function seedStudents(db: Db, today: IsoDate): Promise<void> {
  const rows = makeDemoStudents(today).map(({ prefix: _prefix, kind: _kind, ...row }) => row);
  for (let from = 0; from < rows.length; from += CHUNK)
    await db
      .insertInto('students')
      .values(rows.slice(from, from + CHUNK))
      .onConflict((conflict) =>
        conflict
          .column('identity_number')
          .doUpdateSet((eb) => ({
            name: eb.ref('excluded.name'),
            birth_date: eb.ref('excluded.birth_date'),
            school_id: eb.ref('excluded.school_id'),
            student_number: eb.ref('excluded.student_number'),
            grade: eb.ref('excluded.grade'),
            class_name: eb.ref('excluded.class_name'),
            enrolled_on: eb.ref('excluded.enrolled_on'),
            status: eb.ref('excluded.status'),
            as_of: eb.ref('excluded.as_of'),
          }))
          .whereRef('students.as_of', '<', 'excluded.as_of'),
      )
      .execute();
}
