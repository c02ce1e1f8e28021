import type { School } from '../school/school.ts';
import { accept, refuse, type Checked } from '../plain-text/checked.ts';
import type { RegimeId } from '../../regime/regime-id.ts';
import type { Role } from './role.ts';

/**
 * Where an account with this role belongs: `staff` 校內人員 of a school that has the regime, the
 * `primary` 主要通報人 of a school, an officer of a `county` 縣市, or the `national` agency 國教署.
 */
interface RoleRow {
  readonly kind: 'primary' | 'staff' | 'county' | 'national';
  /** Schools that have such an office; null for every one and for none. */
  readonly regime: RegimeId | null;
}

/** Closed by the roles: a new one has to say where it belongs (domain §1.1, §2.5). */
export const ROLE_ROWS = {
  PRIMARY: { kind: 'primary', regime: 'senior-high' },
  HOMEROOM: { kind: 'staff', regime: 'senior-high' },
  COUNSELOR: { kind: 'staff', regime: 'senior-high' },
  HEAD: { kind: 'staff', regime: 'senior-high' },
  BUREAU: { kind: 'county', regime: null },
  ADMIN: { kind: 'national', regime: null },
  B_REGISTRAR: { kind: 'staff', regime: 'compulsory' },
  B_DISCIPLINE: { kind: 'staff', regime: 'compulsory' },
  B_GUIDANCE: { kind: 'staff', regime: 'compulsory' },
  B_HOMEROOM: { kind: 'staff', regime: 'compulsory' },
  B_SUBJECT: { kind: 'staff', regime: 'compulsory' },
  B_HEAD: { kind: 'staff', regime: 'compulsory' },
} as const satisfies Record<Role, RoleRow>;

const ROWS: Readonly<Record<Role, RoleRow>> = ROLE_ROWS;

/**
 * Whose acts a role may do as well: 主通 may do all that the staff of his school may [domain §1.3], so
 * that what somebody wrote as 導師 and had not sent yet is still his to send when he has become 主通.
 */
export const COVERS = {
  PRIMARY: ['HOMEROOM', 'COUNSELOR', 'HEAD'],
  HOMEROOM: [],
  COUNSELOR: [],
  HEAD: [],
  BUREAU: [],
  ADMIN: [],
  B_REGISTRAR: [],
  B_DISCIPLINE: [],
  B_GUIDANCE: [],
  B_HOMEROOM: [],
  B_SUBJECT: [],
  B_HEAD: [],
} as const satisfies Record<Role, readonly Role[]>;

const COVERED: Readonly<Record<Role, readonly Role[]>> = COVERS;

/** Those of the `claimed` roles in which somebody with the `live` ones may still act. */
export const stillHeld = (claimed: readonly Role[], live: readonly Role[]): readonly Role[] =>
  claimed.filter((role) => live.some((held) => held === role || COVERED[held].includes(role)));

export type AccountKind = RoleRow['kind'];

/** The kind of an account by its set of roles; a well-formed set has one kind (AC2). */
export const kindOf = (roles: readonly Role[]): AccountKind =>
  (['national', 'county', 'primary'] as const).find((kind) =>
    roles.some((role) => ROWS[role].kind === kind),
  ) ?? 'staff';

/** 帳號類別 that 校內人員 of a school may ask for, in the order of the roles. */
export const staffRolesOf = (school: Pick<School, 'regimes'>): readonly Role[] =>
  (Object.keys(ROWS) as Role[]).filter((role) => {
    const { kind, regime } = ROWS[role];
    return kind === 'staff' && regime !== null && school.regimes.includes(regime);
  });

export type RoleSetProblem = 'required' | 'rolesAlone' | 'rolesOfSchool';

/**
 * Whether one account may hold this set (AC2): 主通, 縣市承辦 and 管理者 stand alone [domain §1.1],
 * staff hold one or more posts that their school has. Gives the set in the order of the roles.
 * Failures: `required` for none, `rolesAlone`, `rolesOfSchool`.
 */
export function checkRoleSet(
  roles: readonly Role[],
  school: Pick<School, 'regimes'> | null,
): Checked<readonly Role[], RoleSetProblem> {
  const set = (Object.keys(ROWS) as Role[]).filter((role) => roles.includes(role));
  if (set.length === 0) return refuse('required');
  const kind = kindOf(set);
  if (kind !== 'staff') {
    if (set.length > 1) return refuse('rolesAlone');
    const inSchool = kind === 'primary';
    if (inSchool !== (school !== null)) return refuse('rolesOfSchool');
    if (inSchool && school?.regimes.includes(ROLE_ROWS.PRIMARY.regime) !== true)
      return refuse('rolesOfSchool');
    return accept(set);
  }
  const allowed = school === null ? [] : staffRolesOf(school);
  return set.every((role) => allowed.includes(role)) ? accept(set) : refuse('rolesOfSchool');
}
