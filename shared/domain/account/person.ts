import type { FieldFailure } from '../../failure.ts';
import { checkPhoneList } from '../phone/phone-list.ts';
import type { Checked } from '../plain-text/checked.ts';
import { checkName } from '../plain-text/name.ts';
import type { School } from '../school/school.ts';
import { checkAccountName, checkEmail } from './fields.ts';
import { checkRoleSet } from './role-set.ts';
import type { Role } from './role.ts';

/** What a form of the account flows asks about a person, as typed or as stored. */
export interface AccountPerson {
  /** 帳號 */
  readonly account: string;
  /** 姓名 */
  readonly name: string;
  /** 電子信箱 */
  readonly email: string;
  /** 連絡電話, several with `;` between them. */
  readonly phone: string;
  /** 帳號類別 */
  readonly roles: readonly Role[];
}

export type CheckedPerson =
  | { readonly ok: true; readonly value: AccountPerson }
  | { readonly ok: false; readonly fields: FieldFailure[] };

/** A check's outcome as the failure of one field, or nothing. */
export const fieldFailure = (path: string, checked: Checked<unknown>): FieldFailure[] =>
  checked.ok
    ? []
    : [
        {
          path,
          code: checked.code,
          ...(checked.detail === undefined ? {} : { detail: { ...checked.detail } }),
        },
      ];

/**
 * All five fields at once, in the window and at central alike; paths `account`, `name`, `email`,
 * `phone`, `roles`, codes of their checks. `school` is null for an officer of a county or the agency.
 */
export function checkPerson(person: AccountPerson, school: Pick<School, 'regimes'> | null): CheckedPerson {
  const account = checkAccountName(person.account);
  const name = checkName(person.name);
  const email = checkEmail(person.email);
  const phone = checkPhoneList(person.phone);
  const roles = checkRoleSet(person.roles, school);
  if (account.ok && name.ok && email.ok && phone.ok && roles.ok) {
    return {
      ok: true,
      value: {
        account: account.value,
        name: name.value,
        email: email.value,
        phone: phone.value,
        roles: roles.value,
      },
    };
  }
  return {
    ok: false,
    fields: [
      ...fieldFailure('account', account),
      ...fieldFailure('name', name),
      ...fieldFailure('email', email),
      ...fieldFailure('phone', phone),
      ...fieldFailure('roles', roles),
    ],
  };
}
