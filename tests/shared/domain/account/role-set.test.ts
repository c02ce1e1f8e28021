import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkRoleSet,
  COVERS,
  kindOf,
  ROLE_ROWS,
  staffRolesOf,
  stillHeld,
} from '../../../../shared/domain/account/role-set.ts';
import { ROLES, type Role } from '../../../../shared/domain/account/role.ts';
import { allowedActions, maySee } from '../../../../shared/domain/case/allowed-actions.ts';
import type { RegimeId } from '../../../../shared/regime/regime-id.ts';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import { aCase, anActor, statesOf, TODAY } from '../../../helpers/case-builders.ts';

const SENIOR: { regimes: RegimeId[] } = { regimes: ['senior-high'] };
const COMPULSORY: { regimes: RegimeId[] } = { regimes: ['compulsory'] };
const BOTH: { regimes: RegimeId[] } = { regimes: ['senior-high', 'compulsory'] };
const SENIOR_STAFF: Role[] = ['HOMEROOM', 'COUNSELOR', 'HEAD'];
const OFFICES: Role[] = ['B_REGISTRAR', 'B_DISCIPLINE', 'B_GUIDANCE', 'B_HOMEROOM', 'B_SUBJECT', 'B_HEAD'];

test.each([
  ['a senior high school', SENIOR, SENIOR_STAFF],
  ['a compulsory school', COMPULSORY, OFFICES],
  ['a 完全中學', BOTH, [...SENIOR_STAFF, ...OFFICES]],
])('[AC3] posts of %s', (_, school, posts) => {
  expect(staffRolesOf(school)).toEqual(posts);
});

describe('[AC2] sets', () => {
  test.each<[Role[], { regimes: RegimeId[] } | null, Role[]]>([
    [['PRIMARY'], SENIOR, ['PRIMARY']],
    [['PRIMARY'], BOTH, ['PRIMARY']],
    [['BUREAU'], null, ['BUREAU']],
    [['ADMIN'], null, ['ADMIN']],
    [['COUNSELOR', 'HOMEROOM'], SENIOR, ['HOMEROOM', 'COUNSELOR']],
    [['HEAD', 'HOMEROOM', 'COUNSELOR', 'HEAD'], SENIOR, ['HOMEROOM', 'COUNSELOR', 'HEAD']],
    [['B_HEAD', 'HOMEROOM'], BOTH, ['HOMEROOM', 'B_HEAD']],
  ])('%j is stored as %j', (roles, school, stored) => {
    expect(checkRoleSet(roles, school)).toEqual({ ok: true, value: stored });
  });

  test.each<[Role[], { regimes: RegimeId[] } | null, string]>([
    [[], SENIOR, 'required'],
    [['PRIMARY', 'HOMEROOM'], SENIOR, 'rolesAlone'],
    [['ADMIN', 'BUREAU'], null, 'rolesAlone'],
    [['ADMIN', 'PRIMARY'], SENIOR, 'rolesAlone'],
    [['PRIMARY'], COMPULSORY, 'rolesOfSchool'],
    [['PRIMARY'], null, 'rolesOfSchool'],
    [['ADMIN'], SENIOR, 'rolesOfSchool'],
    [['BUREAU'], COMPULSORY, 'rolesOfSchool'],
    [['HOMEROOM'], COMPULSORY, 'rolesOfSchool'],
    [['B_GUIDANCE'], SENIOR, 'rolesOfSchool'],
    [['HOMEROOM', 'B_HEAD'], SENIOR, 'rolesOfSchool'],
    [['HOMEROOM'], null, 'rolesOfSchool'],
  ])('%j at %j is %s', (roles, school, code) => {
    expect(checkRoleSet(roles, school)).toEqual({ ok: false, code });
  });
});

const anySet = fc.array(fc.constantFrom<Role>(...ROLES), { maxLength: 6 });
const anySchool = fc.constantFrom(SENIOR, COMPULSORY, BOTH, null);

test('[AC2] [AC3] whatever passes is of one kind, ordered, without doubles, and passes again', () => {
  fc.assert(
    fc.property(anySet, anySchool, (roles, school) => {
      const checked = checkRoleSet(roles, school);
      if (!checked.ok) return;
      const { value } = checked;
      expect(new Set(value)).toEqual(new Set(roles));
      expect(new Set(value.map((role) => ROLE_ROWS[role].kind))).toEqual(new Set([kindOf(value)]));
      expect(value).toEqual(ROLES.filter((role) => roles.includes(role)));
      if (kindOf(value) !== 'staff') expect(value).toHaveLength(1);
      expect(school === null).toBe(kindOf(value) === 'county' || kindOf(value) === 'national');
      expect(checkRoleSet(value, school)).toEqual(checked);
    }),
  );
});

test('[AC2] order and doubles of what is asked do not matter', () => {
  fc.assert(
    fc.property(anySet, anySchool, fc.integer({ min: 0, max: 5 }), (roles, school, turn) => {
      const other = [...roles.slice(turn), ...roles.slice(0, turn), ...roles].toReversed();
      expect(checkRoleSet(other, school)).toEqual(checkRoleSet(roles, school));
    }),
  );
});

describe('[I9] roles in which somebody may still act', () => {
  test.each<[Role[], Role[], Role[]]>([
    [['HOMEROOM'], ['HOMEROOM'], ['HOMEROOM']],
    [['HOMEROOM'], ['PRIMARY'], ['HOMEROOM']],
    [['HOMEROOM', 'COUNSELOR', 'HEAD'], ['PRIMARY'], ['HOMEROOM', 'COUNSELOR', 'HEAD']],
    [['PRIMARY'], ['HOMEROOM'], []],
    [['PRIMARY'], ['HEAD'], []],
    [['HOMEROOM'], ['COUNSELOR'], []],
    [['HOMEROOM', 'COUNSELOR'], ['HOMEROOM'], ['HOMEROOM']],
    [['B_HOMEROOM'], ['PRIMARY'], []],
    [['ADMIN'], ['PRIMARY'], []],
    [['HOMEROOM'], ['ADMIN'], []],
    [['HOMEROOM'], [], []],
  ])('claimed %j, live %j: %j', (claimed, live, held) => {
    expect(stillHeld(claimed, live)).toEqual(held);
  });
});

test('[I9] whoever covers a role may see and do all that it may, in every state of every regime', () => {
  const pairs = (Object.keys(COVERS) as Role[]).flatMap((role) =>
    COVERS[role].map((covered) => [role, covered] as const),
  );
  let compared = 0;
  for (const regime of Object.values(REGIMES))
    for (const [role, covered] of pairs)
      for (const state of [null, ...statesOf(regime.id)]) {
        const filer = anActor(covered);
        const c = state === null ? null : aCase({ regime: regime.id, state, filer });
        const heir = { ...filer, roles: [role] };
        const more = allowedActions(regime, c, heir, TODAY);
        for (const [action, { allowed }] of Object.entries(allowedActions(regime, c, filer, TODAY))) {
          if (!allowed) continue;
          compared += 1;
          expect(more, `${covered} ${action} ${state}`).toMatchObject({ [action]: { allowed: true } });
        }
        if (c !== null && maySee(regime, c, filer)) expect(maySee(regime, c, heir)).toBe(true);
      }
  expect(compared).toBeGreaterThan(10);
});
