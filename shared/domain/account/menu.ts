import type { RegimeId } from '../../regime/regime-id.ts';
import type { Role } from './role.ts';

/** Everybody who is signed in. */
const ALL = 'all' as const;

interface MenuRow {
  readonly group: 'top' | 'reporting' | 'queries' | 'statistics' | 'others';
  readonly roles: readonly Role[] | typeof ALL;
  /** The item opens the case list of this regime. */
  readonly regime?: RegimeId;
}

/**
 * 功能列 in the seed's order [A:164–180] and who sees what (domain §1.2). An item a role lacks is not
 * shown, and its calls are refused as well. The window shows the items it has a page for.
 */
export const MENU = {
  home: { group: 'top', roles: ALL },
  news: { group: 'top', roles: ALL },
  downloads: { group: 'top', roles: ALL },
  leaving: {
    group: 'reporting',
    roles: ['PRIMARY', 'HOMEROOM', 'COUNSELOR', 'HEAD'],
    regime: 'senior-high',
  },
  longAbsence: { group: 'reporting', roles: ['PRIMARY', 'HOMEROOM', 'COUNSELOR', 'HEAD'] },
  transfer: { group: 'reporting', roles: ['PRIMARY', 'HOMEROOM', 'COUNSELOR', 'HEAD'] },
  dropout: {
    group: 'reporting',
    roles: ['B_REGISTRAR', 'B_DISCIPLINE', 'B_GUIDANCE', 'B_HOMEROOM', 'B_HEAD'],
    regime: 'compulsory',
  },
  caseQuery: { group: 'queries', roles: ['PRIMARY', 'HEAD', 'BUREAU', 'ADMIN'] },
  insuranceQuery: { group: 'queries', roles: ['PRIMARY', 'HOMEROOM', 'COUNSELOR', 'BUREAU'] },
  reports: { group: 'statistics', roles: ['PRIMARY', 'COUNSELOR', 'HEAD', 'BUREAU', 'ADMIN'] },
  accounts: { group: 'others', roles: ['PRIMARY', 'ADMIN'] },
  /** 申請審核: 校內人員 for the 主通, and as the review side of 權限異動申請 the agency's queue. */
  approvals: { group: 'others', roles: ['PRIMARY', 'ADMIN'] },
  roleChange: { group: 'others', roles: ['PRIMARY', 'HOMEROOM', 'COUNSELOR', 'HEAD'] },
  plans: { group: 'others', roles: ['PRIMARY', 'HEAD', 'ADMIN'] },
  imports: { group: 'others', roles: ['ADMIN'] },
  accountHistory: { group: 'others', roles: ['PRIMARY', 'ADMIN'] },
  outbox: { group: 'others', roles: ALL },
  settings: { group: 'others', roles: ALL },
} as const satisfies Record<string, MenuRow>;

export type MenuKey = keyof typeof MENU;

const ROWS: Readonly<Record<MenuKey, MenuRow>> = MENU;

/** Items that these roles may use, in order; labels `menu.<key>`, headings `menuGroup.<group>`. */
export const menuFor = (roles: readonly Role[]): readonly MenuKey[] =>
  (Object.keys(ROWS) as MenuKey[]).filter((key) => {
    const { roles: allowed } = ROWS[key];
    return allowed === ALL || allowed.some((role) => roles.includes(role));
  });

export const menuRow = (key: MenuKey): MenuRow => ROWS[key];
