import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_ACCOUNTS } from '../../../central/demo/demo-accounts.ts';
import { DEMO_SCHOOLS } from '../../../central/demo/demo-schools.ts';
import { makeDemoStudents } from '../../../central/demo/demo-students.ts';
import { demoSamples } from '../../../central/demo/samples.ts';
import { seedDemo } from '../../../central/demo/seed.ts';
import { ROLES } from '../../../shared/domain/account/role.ts';
import { adultOn, ageOn, isAdult } from '../../../shared/domain/calendar/age.ts';
import { addDays } from '../../../shared/domain/calendar/iso-date.ts';
import { IdentityNumber } from '../../../shared/domain/identity/check.ts';
import { checkPerson } from '../../../shared/domain/account/person.ts';
import { checkName } from '../../../shared/domain/plain-text/name.ts';
import { School } from '../../../shared/domain/school/school.ts';
import { StudentFacts } from '../../../shared/domain/student/student.ts';
import { TEXTS } from '../../../shared/text/index.ts';
import { schoolOf } from '../../../central/auth/account.ts';
import { TODAY } from '../../helpers/case-builders.ts';
import { factsOf } from '../../helpers/central-students.ts';
import { CHEAP } from '../../helpers/password-cost.ts';
import { useDatabase, type TestDatabase } from '../../helpers/postgres.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await useDatabase();
});
afterAll(() => database.close());

const everything = async () => {
  const { db } = database;
  return {
    schools: await db.selectFrom('schools').selectAll().orderBy('id').execute(),
    accounts: await db.selectFrom('accounts').selectAll().orderBy('id').execute(),
    passwords: await db.selectFrom('account_passwords').selectAll().orderBy('account_id').execute(),
    students: await db.selectFrom('students').selectAll().orderBy('identity_number').execute(),
  };
};

describe('seeding', () => {
  test('again on the same day changes nothing, not even a salt', async () => {
    await seedDemo(database.db, { today: TODAY, cost: CHEAP });
    const first = await everything();
    await seedDemo(database.db, { today: TODAY, cost: CHEAP });
    expect(await everything()).toEqual(first);
    expect(first.schools.map((row) => School.safeParse(schoolOf(row)).success)).not.toContain(false);
  });

  test('data of an earlier version get what it did not keep yet; what people changed stays', async () => {
    const { db } = database;
    const before = await everything();
    const [xr, qh] = DEMO_SCHOOLS;
    await db
      .updateTable('schools')
      .set({ address: '', phone: '', jurisdiction: 'county' })
      .where('id', '=', xr!.id)
      .execute();
    await db
      .updateTable('accounts')
      .set({ email: '', phone: '', county: null })
      .where('account', 'in', ['bureau', 'xr-head'])
      .execute();
    await seedDemo(db, { today: TODAY, cost: CHEAP });
    expect(await everything()).toEqual(before);

    await db.updateTable('schools').set({ address: '', revision: 2 }).where('id', '=', qh!.id).execute();
    await db
      .updateTable('accounts')
      .set({ phone: '0912-345-678' })
      .where('account', '=', 'xr-head')
      .execute();
    const changed = await everything();
    await seedDemo(db, { today: TODAY, cost: CHEAP });
    expect(await everything()).toEqual(changed);
  });

  test('on the next day the register is imported anew: somebody is 18 tomorrow again', async () => {
    const tomorrow = addDays(TODAY, 1);
    await seedDemo(database.db, { today: tomorrow, cost: CHEAP });
    const [student] = demoSamples(tomorrow).xr.adultTomorrow;
    const { students } = await everything();
    expect(students).toHaveLength(makeDemoStudents(TODAY).length);
    expect(
      students.find(({ identity_number }) => identity_number === student?.identity_number),
    ).toMatchObject({
      birth_date: student?.birth_date,
      as_of: tomorrow,
    });
  });
});

describe('the rosters', () => {
  const students = makeDemoStudents(TODAY);

  test('hold at least 2,000 students with valid, distinct numbers and names in stored form', () => {
    expect(students.length).toBeGreaterThanOrEqual(2000);
    expect(new Set(students.map((student) => student.identity_number)).size).toBe(students.length);
    for (const student of students) {
      expect(IdentityNumber.safeParse(student.identity_number).success, student.identity_number).toBe(true);
      expect(StudentFacts.safeParse(factsOf(student)).success).toBe(true);
      expect(checkName(student.name)).toMatchObject({ ok: true, value: student.name });
    }
  });

  test('are the same for everybody, and the same next week but for those whose birthday moves', () => {
    expect(makeDemoStudents(TODAY)).toEqual(students);
    const moving = new Set(['adultTomorrow', 'adultToday']);
    const still = (list: typeof students) =>
      list.filter(({ kind }) => !moving.has(kind)).map(({ as_of: _asOf, ...row }) => row);
    expect(still(makeDemoStudents(addDays(TODAY, 7)))).toEqual(still(students));
  });

  test('every school and part has its students, of an age that fits, with codes that have a label', () => {
    for (const { prefix } of DEMO_SCHOOLS)
      expect(students.filter((student) => student.prefix === prefix).length).toBeGreaterThan(200);
    const texts = TEXTS['zh-TW'];
    for (const student of students) {
      const age = ageOn(student.birth_date, TODAY);
      const range = { JUNIOR_HIGH: [12, 15], ELEMENTARY: [6, 12] }[student.school_system ?? ''] ?? [15, 18];
      expect(age, JSON.stringify(student)).toBeGreaterThanOrEqual(range[0] ?? 0);
      expect(age, JSON.stringify(student)).toBeLessThanOrEqual(range[1] ?? 0);
      expect(texts).toHaveProperty([`grade.${student.grade}`]);
      expect(texts).toHaveProperty([`schoolSystem.${student.school_system}`]);
      expect(student.enrolled_on! < TODAY).toBe(true);
    }
  });

  test.each(['2026-02-28', '2026-08-01', '2026-12-31', '2027-02-28', '2028-02-28', '2028-02-29'])(
    'on %s somebody is 18 today and somebody is not yet 18 but tomorrow',
    (today) => {
      for (const samples of [demoSamples(today).xr, demoSamples(today).mh]) {
        expect(samples.adultToday.length).toBeGreaterThan(0);
        for (const student of samples.adultToday) expect(isAdult(student.birth_date, today)).toBe(true);
        for (const student of samples.adultTomorrow) {
          expect(isAdult(student.birth_date, today)).toBe(false);
          // Nobody comes of age on 29 February.
          expect(adultOn(student.birth_date) <= addDays(today, 2)).toBe(true);
        }
        for (const student of samples.ordinary)
          expect(isAdult(student.birth_date, addDays(today, 30))).toBe(false);
        expect(samples.ordinary.length).toBeGreaterThan(20);
        expect(samples.withoutNumber.every(({ student_number }) => student_number === null)).toBe(true);
        expect(samples.elsewhere.length).toBeGreaterThan(20);
      }
    },
  );
});

describe('the accounts', () => {
  test('cover every role, at every school those that its parts have', () => {
    expect(new Set(DEMO_ACCOUNTS.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
    expect(new Set(DEMO_ACCOUNTS.map(({ account }) => account)).size).toBe(DEMO_ACCOUNTS.length);
    for (const { prefix } of DEMO_SCHOOLS) {
      const own = DEMO_ACCOUNTS.filter(({ school }) => school?.prefix === prefix);
      const primaries = own.filter(({ roles }) => roles.includes('PRIMARY'));
      expect(primaries).toHaveLength(['xr', 'qh', 'mh'].includes(prefix) ? 1 : 0);
    }
  });

  test('have addresses and phones in stored form, of a domain that can not exist; the officer has a 縣市', () => {
    for (const { account, name, email, phone, roles, school } of DEMO_ACCOUNTS) {
      const person = { account, name, email, phone, roles: [...roles] };
      const row = school && {
        ...school,
        has_senior_high: 'senior-high' in school.students,
        has_junior_high: 'junior-high' in school.students,
        has_elementary: 'elementary' in school.students,
      };
      expect(checkPerson(person, row && schoolOf(row))).toEqual({ ok: true, value: person });
      expect(email).toBe(`${account}@xuelu.example`);
    }
    expect(DEMO_ACCOUNTS.filter(({ county }) => county !== null)).toMatchObject([
      { account: 'bureau', county: '雲林縣' },
    ]);
    expect(DEMO_SCHOOLS.map(({ prefix, jurisdiction }) => [prefix, jurisdiction])).toEqual([
      ['xr', 'national'],
      ['qh', 'national'],
      ['mh', 'county'],
      ['sf', 'county'],
      ['zx', 'county'],
    ]);
  });

  test('[A:1227–1243] have passwords that the rules allow', () => {
    const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'abcdefghijklmnopqrstuvwxyz'];
    const runs = ROWS.flatMap((row) => [row, [...row].toReversed().join('')]).flatMap((row) =>
      Array.from({ length: row.length - 3 }, (_, at) => row.slice(at, at + 4)),
    );
    for (const { account, password, roles } of DEMO_ACCOUNTS) {
      const classes = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d]/].filter((one) => one.test(password));
      expect(classes.length).toBeGreaterThanOrEqual(3);
      expect(password.length).toBeGreaterThanOrEqual(roles.includes('BUREAU') ? 12 : 8);
      expect(password.toLowerCase()).not.toBe(account);
      expect(runs.filter((run) => password.toLowerCase().includes(run))).toEqual([]);
      expect(password).not.toMatch(/(.)\1{3}|[A-Za-z][1289A-Da-d]\d{8}/);
    }
  });
});
