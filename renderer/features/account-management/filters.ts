import type { AccountStatus } from '../../../shared/domain/account/account-state.ts';
import { ROLES, type Role } from '../../../shared/domain/account/role.ts';
import { staffRolesOf } from '../../../shared/domain/account/role-set.ts';
import type { School } from '../../../shared/domain/school/school.ts';
import type { CoreInput } from '../../bridge/queries.ts';

/** What 帳號管理 shows; kept while one is away. */
export interface AccountFilters {
  /** 狀態; null is 全部. */
  readonly status: AccountStatus | null;
  /** 權限; null is 全部. */
  readonly role: Role | null;
  readonly text: string;
  /** Counted from 1. */
  readonly page: number;
}

export const NO_FILTERS: AccountFilters = { status: null, role: null, text: '', page: 1 };

/** Accounts of one page. */
export const PAGE_SIZE = 20;

export const queryOf = ({ status, role, text, page }: AccountFilters): CoreInput<'account.list'> => ({
  status,
  role,
  text: text.trim().slice(0, 60),
  schoolId: null,
  page,
  size: PAGE_SIZE,
});

/** Another filter begins at the first page again. */
export const filteredBy = (
  filters: AccountFilters,
  change: Partial<Omit<AccountFilters, 'page'>>,
): AccountFilters => ({ ...filters, ...change, page: 1 });

export const isNarrowed = ({ status, role, text }: AccountFilters): boolean =>
  status !== null || role !== null || text.trim() !== '';

export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / PAGE_SIZE));

/** 權限 that accounts in sight can have: of a school its 主通 and its posts, of the agency all. */
export const rolesToFilter = (school: Pick<School, 'regimes'> | null): readonly Role[] =>
  school === null ? ROLES : ['PRIMARY', ...staffRolesOf(school)];
