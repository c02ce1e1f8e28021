import { sql } from 'kysely';
import { compareKey } from '../../shared/domain/account/fields.ts';
import { checkPerson, fieldFailure, type AccountPerson } from '../../shared/domain/account/person.ts';
import { kindOf } from '../../shared/domain/account/role-set.ts';
import { readRoles, wordKey } from '../../shared/domain/import/words.ts';
import type { School } from '../../shared/domain/school/school.ts';
import type { FieldFailure } from '../../shared/failure.ts';
import type { AccountRow } from '../accounts/account-row.ts';
import { schoolOf } from '../auth/account.ts';
import type { Db } from '../store/database.ts';
import { acceptedLine, firstLines, refusedLine, type Judged } from './judged.ts';
import { checkCode } from './judge-schools.ts';
import type { ListLine } from './read-heads.ts';

type Line = ListLine<'staff'>;

/** 校內人員 to add (`before` null), or whose 姓名, 電子信箱, 連絡電話 change. */
export interface StaffWrite {
  readonly before: AccountRow | null;
  readonly schoolId: string;
  readonly person: AccountPerson;
  readonly changes: readonly ('name' | 'email' | 'phone')[];
}

interface Known {
  readonly schools: ReadonlyMap<string, School>;
  readonly accounts: ReadonlyMap<string, AccountRow>;
}

const CONTACT = ['name', 'email', 'phone'] as const;

const labelOf = ({ cells }: Line): string =>
  [cells.account ?? '', cells.name ?? ''].join(' ').trim().slice(0, 120);

type Read =
  | { readonly ok: true; readonly school: School; readonly person: AccountPerson }
  | { readonly ok: false; readonly failures: readonly FieldFailure[] };

function readLine({ cells }: Line, schools: Known['schools']): Read {
  const code = checkCode(cells.code ?? '');
  const school = code.ok ? schools.get(code.value) : undefined;
  if (!code.ok) return { ok: false, failures: fieldFailure('code', code) };
  if (school === undefined) return { ok: false, failures: [{ path: 'code', code: 'schoolUnknown' }] };
  const roles = readRoles(cells.roles ?? '', school);
  const typed = {
    account: cells.account ?? '',
    name: cells.name ?? '',
    email: cells.email ?? '',
    phone: cells.phone ?? '',
    roles: roles.ok ? roles.value : [],
  };
  const person = checkPerson(typed, school);
  if (person.ok && roles.ok) return { ok: true, school, person: person.value };
  const fields = person.ok ? [] : person.fields.filter(({ path }) => path !== 'roles' || roles.ok);
  return { ok: false, failures: [...fields, ...fieldFailure('roles', roles)] };
}

/** Why an account that is there already is not touched; null when its contact may be brought up to date. */
function findObstacle(row: AccountRow, schoolId: string, person: AccountPerson): FieldFailure | null {
  if (row.school_id !== schoolId) return { path: 'account', code: 'accountTaken' };
  if (kindOf(row.roles) !== 'staff') return { path: 'account', code: 'accountNotStaff' };
  if (row.status === 'pending') return { path: 'account', code: 'accountPending' };
  const same =
    row.roles.length === person.roles.length && person.roles.every((role) => row.roles.includes(role));
  return same ? null : { path: 'roles', code: 'rolesDiffer' };
}

async function findKnown(db: Db, lines: readonly Line[]): Promise<Known> {
  const codes = [...new Set(lines.map(({ cells }) => wordKey(cells.code ?? '')))];
  const names = [...new Set(lines.map(({ cells }) => compareKey(cells.account ?? '')))];
  if (lines.length === 0) return { schools: new Map(), accounts: new Map() };
  const schools = await db.selectFrom('schools').selectAll().where('code', 'in', codes).execute();
  const accounts = await db
    .selectFrom('accounts')
    .selectAll()
    .where(sql<string>`lower(account)`, 'in', names)
    .where('status', '<>', 'rejected')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return {
    schools: new Map(schools.map((row) => [row.code, schoolOf(row)])),
    accounts: new Map(accounts.map((row) => [compareKey(row.account), row])),
  };
}

/**
 * The fate of each line of a list of 校內人員. New accounts are staff alone: 主通 and officers are never made
 * by a list. Of accounts that are there, only 姓名, 電子信箱 and 連絡電話 change; other 帳號類別 are refused, so
 * that nobody believes a list had given them.
 */
export async function judgeStaff(db: Db, lines: readonly Line[]): Promise<Judged<StaffWrite>[]> {
  const keyOf = ({ cells }: Line) => compareKey(cells.account ?? '');
  const first = firstLines(lines, keyOf);
  const { schools, accounts } = await findKnown(db, lines);
  return lines.map((line) => {
    const label = labelOf(line);
    const read = readLine(line, schools);
    if (!read.ok) return refusedLine(line.line, label, read.failures);
    const { person, school } = read;
    const twice = first.get(keyOf(line));
    if (twice !== line.line)
      return refusedLine(line.line, label, [
        { path: 'account', code: 'lineTwice', detail: { line: twice ?? 0 } },
      ]);
    const before = accounts.get(keyOf(line)) ?? null;
    const write = { before, schoolId: school.id, person };
    if (before === null) return acceptedLine(line.line, label, 'create', [], { ...write, changes: [] });
    const obstacle = findObstacle(before, school.id, person);
    if (obstacle !== null) return refusedLine(line.line, label, [obstacle]);
    const changes = CONTACT.filter((field) => before[field] !== person[field]);
    return changes.length === 0
      ? acceptedLine<StaffWrite>(line.line, label, 'same', [], null)
      : acceptedLine(line.line, label, 'update', changes, { ...write, changes });
  });
}
