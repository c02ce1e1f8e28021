import type { AccountDetail, AccountUpdate } from '../../../shared/contract/account-shapes.ts';
import { checkPerson } from '../../../shared/domain/account/person.ts';
import type { Role } from '../../../shared/domain/account/role.ts';
import type { School } from '../../../shared/domain/school/school.ts';
import type { FieldFailure } from '../../../shared/failure.ts';
import type { Translate } from '../../../shared/text/index.ts';
import { roleWords } from '../../bridge/role-words.ts';

/** 帳號狀態 as it is chosen: 啟用 or 停用. */
export type ChosenStatus = 'enable' | 'disable';

/** What 查看 lets one change. */
export interface EditValues {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly roles: readonly Role[];
  readonly status: ChosenStatus;
}

export type EditField = keyof EditValues;

const FIELDS = ['account', 'name', 'roles', 'email', 'phone', 'status'] as const satisfies EditField[];

export const statusOf = ({ state }: Pick<AccountDetail, 'state'>): ChosenStatus =>
  state === 'disabled' ? 'disable' : 'enable';

export const valuesOf = (detail: AccountDetail): EditValues => ({
  account: detail.account,
  name: detail.name,
  email: detail.email,
  phone: detail.phone,
  roles: detail.roles,
  status: statusOf(detail),
});

const same = (one: EditValues[EditField], other: EditValues[EditField]): boolean =>
  typeof one === 'string' || typeof other === 'string'
    ? one === other
    : one.length === other.length && one.every((role) => other.includes(role));

/** Fields that are not as they are stored, in the order in which they are told. */
export const changedFields = (stored: EditValues, values: EditValues): readonly EditField[] =>
  FIELDS.filter((field) => !same(stored[field], values[field]));

/** The changed fields alone: what is kept of the typing, and laid over a newer account. */
export const onlyChanged = (stored: EditValues, values: EditValues): Partial<EditValues> =>
  Object.fromEntries(changedFields(stored, values).map((field) => [field, values[field]]));

/**
 * What is wrong with the changed fields; what stays as it is stored is not judged. Roles are judged by
 * central while the school's offices are not known here (`school` undefined).
 */
export function problemsOf(
  stored: EditValues,
  values: EditValues,
  school: Pick<School, 'regimes'> | null | undefined,
): readonly FieldFailure[] {
  const changed: readonly string[] = changedFields(stored, values);
  const checked = checkPerson(values, school ?? null);
  if (checked.ok) return [];
  return checked.fields.filter(
    ({ path }) => changed.includes(path) && (path !== 'roles' || school !== undefined),
  );
}

/** A value as it is told: roles and 狀態 in words, nothing as a dash. */
export function valueWords(t: Translate, field: EditField, values: EditValues): string {
  const value = values[field];
  if (typeof value !== 'string') return value.length === 0 ? t('accounts.nothing') : roleWords(t, value);
  if (field === 'status') return t(`accounts.status.${value}`);
  return value === '' ? t('accounts.nothing') : value;
}

/** 更新 as it is sent, made on the revision that was seen. */
export const updateOf = (
  { accountId, revision }: Pick<AccountDetail, 'accountId' | 'revision'>,
  stored: EditValues,
  { status, roles, ...text }: EditValues,
): AccountUpdate => ({
  accountId,
  revision,
  ...text,
  roles: [...roles],
  status: status === stored.status ? null : status,
});
