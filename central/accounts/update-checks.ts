import type { z } from 'zod';
import type { AccountUpdate } from '../../shared/contract/account-shapes.ts';
import type { AccountDetail } from '../../shared/contract/account-shapes.ts';
import { checkPerson, type AccountPerson } from '../../shared/domain/account/person.ts';
import { kindOf } from '../../shared/domain/account/role-set.ts';
import { fail, ok, type Result } from '../../shared/failure.ts';
import type { School } from '../../shared/domain/school/school.ts';
import type { AccountRow } from './account-row.ts';
import { accountStateOf } from './account-row.ts';

type Wanted = z.output<typeof AccountUpdate>;
type Field = keyof AccountPerson;

/** What 更新 changes; empty where everything is as wanted already. */
export interface Changes {
  readonly person: Partial<AccountPerson>;
  readonly status: 'enable' | 'disable' | null;
}

const FIELDS = ['account', 'name', 'email', 'phone', 'roles'] as const satisfies readonly Field[];

const same = (one: AccountPerson[Field], other: AccountPerson[Field]): boolean =>
  typeof one === 'string' || typeof other === 'string'
    ? one === other
    : one.length === other.length && one.every((role) => other.includes(role));

/** The right that a changed field needs. */
const RIGHT_FOR = {
  account: 'editIdentity',
  name: 'editIdentity',
  email: 'editContact',
  phone: 'editContact',
  roles: 'editRoles',
} as const satisfies Record<Field, keyof AccountDetail['may']>;

/** A wish that is fulfilled already is none: the second of two clicks changes nothing. */
function statusWish(row: AccountRow, wanted: Wanted['status']): Changes['status'] {
  const state = accountStateOf(row);
  if (wanted === 'disable') return state === 'disabled' ? null : 'disable';
  if (wanted === 'enable') return row.status === 'normal' ? null : 'enable';
  return null;
}

/**
 * The fields that differ from what is stored, in stored form; fields that stay are not judged, so that
 * an account from before these rules can still be disabled. Failure FORM_INVALID.
 */
export function findChanges(
  row: AccountRow,
  wanted: Wanted,
  school: Pick<School, 'regimes'> | null,
): Result<Changes> {
  const status = statusWish(row, wanted.status);
  const touched = FIELDS.filter((field) => !same(wanted[field], row[field]));
  if (touched.length === 0) return ok({ person: {}, status });
  const checked = checkPerson(wanted, school);
  if (checked.ok) {
    const changed = touched.filter((field) => !same(checked.value[field], row[field]));
    return ok({ person: Object.fromEntries(changed.map((field) => [field, checked.value[field]])), status });
  }
  const fields = checked.fields.filter(({ path }) => touched.some((field) => field === path));
  if (fields.length > 0) return fail('FORM_INVALID', undefined, fields);
  return ok({ person: Object.fromEntries(touched.map((field) => [field, wanted[field]])), status });
}

/**
 * Whether the keeper may make these changes. NOT_ALLOWED with a reason (`accountRefusal.<reason>`):
 * `undecided` the request comes first, `ownAccount` the own 狀態 or 帳號類別, `accountField` {field},
 * `roleByRequest` the post of the 主通, `accountState` the state knows no such step.
 */
export function refusedChange(
  row: AccountRow,
  changes: Changes,
  may: AccountDetail['may'],
  self: boolean,
): ReturnType<typeof fail> | null {
  const { person, status } = changes;
  const fields = FIELDS.filter((field) => field in person);
  if (fields.length === 0 && status === null) return null;
  if (row.status === 'pending' || row.status === 'rejected')
    return fail('NOT_ALLOWED', { reason: 'undecided' });
  if (self && (status !== null || person.roles !== undefined))
    return fail('NOT_ALLOWED', { reason: 'ownAccount' });
  if (person.roles !== undefined && [person.roles, row.roles].some((roles) => kindOf(roles) !== 'staff'))
    return fail('NOT_ALLOWED', { reason: 'roleByRequest', field: 'roles' });
  const locked = fields.find((field) => !may[RIGHT_FOR[field]]);
  if (locked !== undefined) return fail('NOT_ALLOWED', { reason: 'accountField', field: locked });
  if (status !== null && !may[status]) return fail('NOT_ALLOWED', { reason: 'accountState' });
  return null;
}
