import { moveAccount, type AccountState } from '../../shared/domain/account/account-state.ts';
import { kindOf } from '../../shared/domain/account/role-set.ts';
import type { AccountDetail } from '../../shared/contract/account-shapes.ts';
import type { LiveAccount } from '../auth/account.ts';
import { accountStateOf, type AccountRow } from './account-row.ts';

/** Whoever acts upon accounts: 主通 or 管理者. */
export type Keeper = Pick<LiveAccount, 'accountId' | 'roles' | 'school'>;

type Rights = AccountDetail['may'];

export const isAgency = (keeper: Pick<Keeper, 'roles'>): boolean => keeper.roles.includes('ADMIN');

/** Still under review, or refused: such an account is decided by its request, not edited. */
const UNDECIDED: readonly AccountState[] = ['pending', 'rejected'];

/** States whose mail may be sent once more. */
const WAITING: readonly AccountState[] = ['invited', 'reenabled'];

/**
 * Whether the keeper may know of the account at all: 管理者 of everybody, 主通 of the staff 校內人員 of the
 * own school and of himself. The same as a condition of queries: scope.ts.
 */
export const maySeeAccount = (keeper: Keeper, row: Pick<AccountRow, 'id' | 'roles' | 'school_id'>): boolean =>
  isAgency(keeper) ||
  row.id === keeper.accountId ||
  (keeper.school !== null &&
    keeper.roles.includes('PRIMARY') &&
    row.school_id === keeper.school.id &&
    kindOf(row.roles) === 'staff');

/**
 * What the keeper may do with an account that he sees (domain §1.4.6–1.4.9; scenarios 26, 27). Nobody
 * changes the own 狀態 or 帳號類別; data of 主通 and officers are 管理者's alone; 帳號類別 of staff stays
 * among the staff's, because the post of the 主通 is given by request only.
 */
export function rightsOver(keeper: Keeper, row: AccountRow): Rights {
  const state = accountStateOf(row);
  const agency = isAgency(keeper);
  const self = row.id === keeper.accountId;
  const staff = kindOf(row.roles) === 'staff';
  const decided = maySeeAccount(keeper, row) && !UNDECIDED.includes(state);
  const keeps = decided && (agency || (staff && !self));
  const has = (event: 'disable' | 'enable') =>
    keeps && !self && moveAccount(state, event, row.password_hash !== null) !== null;
  return {
    editContact: keeps,
    editRoles: keeps && staff && !self,
    editIdentity: decided && agency,
    disable: has('disable'),
    enable: has('enable'),
    resend: keeps && WAITING.includes(state),
    resetSecondFactor: decided && agency && !self && row.totp_secret !== null,
  };
}
