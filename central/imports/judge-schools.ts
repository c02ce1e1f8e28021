import { readCounty, readJurisdiction, readYesNo, wordKey } from '../../shared/domain/import/words.ts';
import { ROLE_ROWS } from '../../shared/domain/account/role-set.ts';
import { fieldFailure } from '../../shared/domain/account/person.ts';
import { accept, refuse, type Checked } from '../../shared/domain/plain-text/checked.ts';
import type { FieldFailure } from '../../shared/failure.ts';
import type { RegimeId } from '../../shared/regime/regime-id.ts';
import type { SchoolRow } from '../accounts/school-row.ts';
import { checkUnit } from '../accounts/unit.ts';
import { schoolOf } from '../auth/account.ts';
import type { Db } from '../store/database.ts';
import { acceptedLine, firstLines, refusedLine, type Judged } from './judged.ts';
import type { ListLine } from './read-heads.ts';

type Line = ListLine<'schools'>;
type Facts = Omit<SchoolRow, 'id' | 'revision'>;

/** A school to add (`before` null) or to change. */
export interface SchoolWrite {
  readonly before: SchoolRow | null;
  readonly facts: Facts;
  readonly changes: readonly string[];
}

/** 學校代碼: six digits or letters. A table program that took it for a number has dropped its zeros. */
export const checkCode = (text: string): Checked<string, 'required' | 'schoolCode'> => {
  const code = wordKey(text);
  if (code === '') return refuse('required');
  return /^[0-9A-Z]{6}$/.test(code) ? accept(code) : refuse('schoolCode');
};

/** Columns of the table by the fields of the file; names of the changes that are shown. */
const SHOWN = {
  name: 'name',
  county: 'county',
  jurisdiction: 'jurisdiction',
  has_senior_high: 'seniorHigh',
  has_junior_high: 'juniorHigh',
  has_elementary: 'elementary',
  address: 'address',
  phone: 'phone',
} as const;

const labelOf = ({ cells }: Line): string =>
  [cells.code ?? '', cells.name ?? ''].join(' ').trim().slice(0, 120);

type Read =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly failures: readonly FieldFailure[] };

/** One line without a look at others; what its file has no column for stays as it is. */
function readLine({ cells }: Line, before: SchoolRow | undefined): Read {
  const code = checkCode(cells.code ?? '');
  const county = readCounty(cells.county ?? '');
  const jurisdiction = readJurisdiction(cells.jurisdiction ?? '');
  const seniorHigh = readYesNo(cells.seniorHigh ?? '');
  const juniorHigh = readYesNo(cells.juniorHigh ?? '');
  const elementary = readYesNo(cells.elementary ?? '');
  const unit = checkUnit({
    name: cells.name ?? '',
    address: cells.address ?? before?.address ?? '',
    phone: cells.phone ?? before?.phone ?? '',
  });
  const none = [seniorHigh, juniorHigh, elementary].every((part) => part.ok && !part.value);
  const failures = [
    ...fieldFailure('code', code),
    ...(unit.ok ? [] : (unit.failure.fields ?? [])),
    ...fieldFailure('county', county),
    ...fieldFailure('jurisdiction', jurisdiction),
    ...fieldFailure('seniorHigh', none ? refuse('schoolPart') : seniorHigh),
    ...fieldFailure('juniorHigh', juniorHigh),
    ...fieldFailure('elementary', elementary),
  ];
  if (!code.ok || !county.ok || !jurisdiction.ok || !unit.ok || none) return { ok: false, failures };
  if (!seniorHigh.ok || !juniorHigh.ok || !elementary.ok) return { ok: false, failures };
  return {
    ok: true,
    facts: {
      ...unit.value,
      code: code.value,
      county: county.value,
      jurisdiction: jurisdiction.value,
      has_senior_high: seniorHigh.value,
      has_junior_high: juniorHigh.value,
      has_elementary: elementary.value,
    },
  };
}

/** Regimes of a school that accounts or cases stand on: the part cannot be taken away under them. */
async function regimesInUse(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<RegimeId>>> {
  const used = new Map<string, Set<RegimeId>>();
  if (ids.length === 0) return used;
  const add = (id: string | null, regime: RegimeId | null) => {
    if (id === null || regime === null) return;
    const set = used.get(id) ?? new Set();
    used.set(id, set.add(regime));
  };
  const accounts = await db
    .selectFrom('accounts')
    .select(['school_id', 'roles'])
    .where('school_id', 'in', [...ids])
    .where('status', '<>', 'rejected')
    .execute();
  for (const { school_id, roles } of accounts)
    for (const role of roles) add(school_id, ROLE_ROWS[role].regime);
  const cases = await db
    .selectFrom('cases')
    .select(['school_id', 'regime'])
    .distinct()
    .where('school_id', 'in', [...ids])
    .execute();
  for (const { school_id, regime } of cases) add(school_id, regime);
  return used;
}

/** The fate of each line of a list of schools, by the schools as they are now. */
export async function judgeSchools(db: Db, lines: readonly Line[]): Promise<Judged<SchoolWrite>[]> {
  const keyOf = ({ cells }: Line) => wordKey(cells.code ?? '');
  const first = firstLines(lines, keyOf);
  const codes = [...first.keys()];
  const rows =
    codes.length === 0
      ? []
      : await db
          .selectFrom('schools')
          .selectAll()
          .where('code', 'in', codes)
          .orderBy('id')
          .forNoKeyUpdate()
          .execute();
  const known = new Map(rows.map((row) => [row.code, row]));
  const used = await regimesInUse(
    db,
    rows.map(({ id }) => id),
  );
  return lines.map((line) => {
    const before = known.get(keyOf(line));
    const label = labelOf(line);
    const read = readLine(line, before);
    if (!read.ok) return refusedLine(line.line, label, read.failures);
    const twice = first.get(keyOf(line));
    if (twice !== line.line)
      return refusedLine(line.line, label, [
        { path: 'code', code: 'lineTwice', detail: { line: twice ?? 0 } },
      ]);
    const { facts } = read;
    if (before === undefined)
      return acceptedLine(line.line, label, 'create', [], { before: null, facts, changes: [] });
    const { regimes } = schoolOf({ ...facts, id: before.id });
    const lost = [...(used.get(before.id) ?? [])].some((regime) => !regimes.includes(regime));
    if (lost) return refusedLine(line.line, label, [{ path: 'seniorHigh', code: 'schoolPartInUse' }]);
    const columns = Object.keys(SHOWN) as (keyof typeof SHOWN)[];
    const changes = columns
      .filter((column) => before[column] !== facts[column])
      .map((column) => SHOWN[column]);
    return changes.length === 0
      ? acceptedLine<SchoolWrite>(line.line, label, 'same', [], null)
      : acceptedLine(line.line, label, 'update', changes, { before, facts, changes });
  });
}
