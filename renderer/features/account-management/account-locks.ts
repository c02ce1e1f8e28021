import type { AccountDetail } from '../../../shared/contract/account-shapes.ts';
import { kindOf } from '../../../shared/domain/account/role-set.ts';

/** Why something of an account is not changed here; text `accounts.lock.<reason>`. */
export type AccountLock = 'pending' | 'rejected' | 'own' | 'letter' | 'identity' | 'roles' | 'ownStatus';

/**
 * The reasons behind what `may` leaves out (domain §1.4.9): a request decides about its account; data of
 * 主通 and officers go by letter to 國教署; 帳號 and 姓名 are 管理者's; nobody changes the own 狀態.
 */
export function locksOf(detail: AccountDetail, self: boolean): readonly AccountLock[] {
  const { may, state, roles } = detail;
  if (state === 'pending' || state === 'rejected') return [state];
  if (!may.editContact) return [self ? 'own' : 'letter'];
  return [
    ...(may.editIdentity ? [] : ['identity' as const]),
    ...(may.editRoles || self || kindOf(roles) === 'staff' ? [] : ['roles' as const]),
    ...(self ? ['ownStatus' as const] : []),
  ];
}
