import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../../central/auth/password.ts';
import type { Db } from '../../../central/store/database.ts';
import type { Role } from '../../../shared/domain/account/role.ts';
import { makeIdentityNumber } from '../../../shared/domain/identity/make.ts';
import { aStudent, completeTracking, NOW, nextId } from '../case-builders.ts';
import type { TestCentral } from '../central.ts';
import { CHEAP } from '../password-cost.ts';
import { SCAN } from './scan.ts';
import { ROLE_SETS, SECOND_STEP_ROLES } from './who.ts';

export const PASSWORD = 'Mt7!kelp-gr4n';
export const NEXT_PASSWORD = 'Vu2#borl-ny6w';
/** Stands in every name and address of a school that is not the asker's. */
export const CANARY = 'zzforeignzz';
/** Secret of accounts that have begun to set up a second step and not finished. */
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** The asker's school, another one of the county, and one of another county. */
export const RELATIONS = ['own', 'county', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

export interface Person {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly roles: readonly Role[];
}

/** A school with everything that a call may point at. Each has both regimes. */
export interface Place {
  readonly schoolId: string;
  readonly primary: Person;
  /** 正常／已認證, and who filed the case. */
  readonly teacher: Person;
  /** 正常／未認證: re-enabled, the link not followed. */
  readonly returning: Person;
  /** 待審核 */
  readonly applicant: Person;
  readonly staffRequestId: string;
  readonly primaryRequestId: string;
  /** 申請提升為主通, with a scan. */
  readonly promotionId: string;
  readonly fileId: string;
  readonly caseId: string;
  readonly identityNumber: string;
}

export interface World {
  readonly places: Readonly<Record<Relation, Place>>;
  /** A 國中 of the county, whose staff the agency reviews. */
  readonly compulsory: { readonly schoolId: string; readonly staffRequestId: string };
  /** An officer who asks nothing himself. */
  readonly officer: Person;
  /** The asker of each role set, at the own school or at none. */
  readonly askers: readonly Person[];
}

const COUNTIES = { own: '雲林縣', county: '雲林縣', other: '臺北市' } as const satisfies Record<
  Relation,
  string
>;

const person = (account: string, roles: readonly Role[], at: Relation | null): Person => {
  const mark = at === null || at === 'own' ? '' : CANARY;
  return {
    id: nextId(),
    account: `${account}${mark}`,
    name: `${mark}某${account}`,
    email: `${account}${mark}@school.test`,
    phone: '05-5551234',
    roles,
  };
};

type AccountState = 'active' | 'verify' | 'pending';

function insertPerson(
  db: Db,
  who: Person,
  schoolId: string | null,
  hash: string,
  state: AccountState = 'active',
): Promise<unknown> {
  const { roles, ...facts } = who;
  const hasPassword = state !== 'pending';
  const secret = roles.some((role) => SECOND_STEP_ROLES.includes(role)) ? TOTP_SECRET : null;
  return db
    .insertInto('accounts')
    .values({
      ...facts,
      roles: [...roles],
      school_id: schoolId,
      county: roles.includes('BUREAU') ? COUNTIES.own : null,
      password_hash: hasPassword ? hash : null,
      password_set_at: hasPassword ? NOW : null,
      status: state === 'pending' ? 'pending' : 'normal',
      verified: state === 'active',
      awaits: state === 'verify' ? 'verify' : null,
      registered_at: NOW,
      totp_secret: secret,
    })
    .execute();
}

const insertSchool = (db: Db, id: string, at: Relation, compulsoryOnly: boolean): Promise<unknown> =>
  db
    .insertInto('schools')
    .values({
      id,
      code: `99${compulsoryOnly ? 8 : 7}70${RELATIONS.indexOf(at)}`,
      name: `${at === 'own' ? '' : '他校'}學校${at}${compulsoryOnly ? '國中' : ''}`,
      county: COUNTIES[at],
      has_senior_high: !compulsoryOnly,
      has_junior_high: true,
      has_elementary: false,
      jurisdiction: at === 'own' ? 'national' : 'county',
      address: '示範路1號',
      phone: '05-5551234',
    })
    .execute();

const insertRequest = (
  db: Db,
  id: string,
  kind: 'staff' | 'primary' | 'promotion',
  accountId: string,
  schoolId: string,
): Promise<unknown> =>
  db
    .insertInto('requests')
    .values({
      id,
      kind,
      status: 'pending',
      account_id: accountId,
      requested_by: accountId,
      school_id: schoolId,
      payload_sha256: id,
      created_at: NOW,
    })
    .execute();

const insertFile = (
  db: Db,
  id: string,
  requestId: string,
  schoolId: string,
  kind: 'transferForm',
): Promise<unknown> =>
  db
    .insertInto('files')
    .values({
      id,
      request_id: requestId,
      school_id: schoolId,
      kind,
      name: 'scan.png',
      type: 'image/png',
      size: SCAN.length,
      pages: 1,
      sha256: 'a'.repeat(64),
      content: SCAN,
      created_at: NOW,
    })
    .execute();

const SERIALS = { own: 1_000_001, county: 1_000_002, other: 1_000_003 } as const satisfies Record<
  Relation,
  number
>;

async function makePlace(central: TestCentral, at: Relation, hash: string): Promise<Place> {
  const { db } = central.context;
  const schoolId = nextId();
  await insertSchool(db, schoolId, at, false);
  const primary = person(`primary.${at}`, ['PRIMARY'], at);
  const teacher = person(`teacher.${at}`, ['HOMEROOM'], at);
  const returning = person(`returning.${at}`, ['COUNSELOR'], at);
  const promoted = person(`promoted.${at}`, ['HEAD'], at);
  const applicant = person(`applicant.${at}`, ['HOMEROOM'], at);
  const heir = person(`heir.${at}`, ['PRIMARY'], at);
  await insertPerson(db, primary, schoolId, hash);
  await insertPerson(db, teacher, schoolId, hash);
  await insertPerson(db, promoted, schoolId, hash);
  await insertPerson(db, returning, schoolId, hash, 'verify');
  await insertPerson(db, applicant, schoolId, hash, 'pending');
  await insertPerson(db, heir, schoolId, hash, 'pending');
  const [staffRequestId, primaryRequestId, promotionId, fileId] = [nextId(), nextId(), nextId(), nextId()];
  await insertRequest(db, staffRequestId, 'staff', applicant.id, schoolId);
  await insertRequest(db, primaryRequestId, 'primary', heir.id, schoolId);
  await insertRequest(db, promotionId, 'promotion', promoted.id, schoolId);
  await insertFile(db, fileId, promotionId, schoolId, 'transferForm');
  const identityNumber = makeIdentityNumber({ letter: 'P', second: '1', serial: SERIALS[at] });
  const caseId = await fileCase(central, teacher, schoolId, identityNumber);
  return {
    schoolId,
    primary,
    teacher,
    returning,
    applicant,
    staffRequestId,
    primaryRequestId,
    promotionId,
    fileId,
    caseId,
    identityNumber,
  };
}

/** A case of the teacher's that may be reported, through the service itself. */
async function fileCase(
  central: TestCentral,
  teacher: Person,
  schoolId: string,
  number: string,
): Promise<string> {
  const facts = aStudent({ identityNumber: number, name: `${teacher.name}之學生` });
  await central.context.db
    .insertInto('students')
    .values({
      identity_number: number,
      name: facts.name,
      birth_date: facts.birthDate,
      school_id: schoolId,
      student_number: facts.studentNumber,
      sex: facts.sex,
      school_system: facts.schoolSystem,
      department: facts.department,
      grade: facts.grade,
      class_name: facts.className,
      enrolled_on: facts.enrolledOn,
      status: 'ENROLLED',
      as_of: facts.asOf ?? '2026-11-01',
    })
    .execute();
  const client = await central.signIn(teacher.account, { password: PASSWORD });
  const caseId = nextId();
  const results = [
    await client.act('submit', { caseId, student: facts }),
    await client.act('sendTracking', { caseId, values: completeTracking('senior-high') }),
  ];
  for (const { status, ...rest } of results)
    if (status !== 'committed') throw new Error(`the case was not made: ${JSON.stringify(rest)}`);
  return caseId;
}

/** Fills an empty database. */
export async function makeWorld(central: TestCentral): Promise<World> {
  const { db } = central.context;
  const hash = await hashPassword(PASSWORD, CHEAP);
  const places = {
    own: await makePlace(central, 'own', hash),
    county: await makePlace(central, 'county', hash),
    other: await makePlace(central, 'other', hash),
  };
  const compulsory = { schoolId: nextId(), staffRequestId: nextId() };
  await insertSchool(db, compulsory.schoolId, 'county', true);
  const clerk = person('clerk', ['B_GUIDANCE'], 'county');
  await insertPerson(db, clerk, compulsory.schoolId, hash, 'pending');
  await insertRequest(db, compulsory.staffRequestId, 'staff', clerk.id, compulsory.schoolId);
  const officer = person(`officer${CANARY}`, ['BUREAU'], null);
  await insertPerson(db, officer, null, hash);
  const askers: Person[] = [];
  for (const roles of ROLE_SETS) {
    if (roles[0] === 'PRIMARY') {
      askers.push(places.own.primary);
      continue;
    }
    const asker = person(`asker.${roles.join('-')}`, roles, 'own');
    const isOfficer = roles[0] === 'BUREAU' || roles[0] === 'ADMIN';
    await insertPerson(db, asker, isOfficer ? null : places.own.schoolId, hash);
    askers.push(asker);
  }
  // Nobody of the fixture is signed in any more.
  await db.deleteFrom('session_tokens').execute();
  await db.deleteFrom('sessions').execute();
  return { places, compulsory, officer, askers };
}

const other = (who: Person): Person => ({ ...who, id: randomUUID() });

/** The same place with ids that nobody was ever given. */
export const unknownPlace = (place: Place): Place => ({
  ...place,
  schoolId: randomUUID(),
  primary: other(place.primary),
  teacher: other(place.teacher),
  returning: other(place.returning),
  applicant: other(place.applicant),
  staffRequestId: randomUUID(),
  primaryRequestId: randomUUID(),
  promotionId: randomUUID(),
  fileId: randomUUID(),
  caseId: randomUUID(),
});
