import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MENU, menuFor, menuRow, type MenuKey } from '../../../../shared/domain/account/menu.ts';
import { ROLES, type Role } from '../../../../shared/domain/account/role.ts';
import { TEXTS } from '../../../../shared/text/index.ts';

/** The columns of domain §1.2, and the offices of a compulsory school (domain §2.5). */
const COLUMNS = ['PRIMARY', 'HOMEROOM', 'COUNSELOR', 'HEAD', 'BUREAU', 'ADMIN'] as const;
const OFFICES = ROLES.filter((role) => role.startsWith('B_'));

/** The matrix as domain §1.2 prints it: Y for ✔ and for read, n for ✘ and –; offices last. */
const MATRIX: Record<MenuKey, string> = {
  home: 'Y Y Y Y Y Y | all',
  news: 'Y Y Y Y Y Y | all',
  downloads: 'Y Y Y Y Y Y | all',
  leaving: 'Y Y Y Y n n | none',
  longAbsence: 'Y Y Y Y n n | none',
  transfer: 'Y Y Y Y n n | none',
  // 任課教師 only tells the office (domain §2.5); every other office works with the list.
  dropout: 'n n n n n n | allButSubject',
  caseQuery: 'Y n n Y Y Y | none',
  insuranceQuery: 'Y Y Y n Y n | none',
  reports: 'Y n Y Y Y Y | none',
  accounts: 'Y n n n n Y | none',
  // The review side of 權限異動申請, and of 校內人員申請.
  approvals: 'Y n n n n Y | none',
  roleChange: 'Y Y Y Y n n | none',
  plans: 'Y n n Y n Y | none',
  imports: 'n n n n n Y | none',
  accountHistory: 'Y n n n n Y | none',
  outbox: 'Y Y Y Y Y Y | all',
  settings: 'Y Y Y Y Y Y | all',
};

const KEYS = Object.keys(MATRIX) as MenuKey[];
const CELLS = KEYS.flatMap((key) => {
  const [columns = '', offices = ''] = MATRIX[key].split(' | ');
  const cells = columns.split(' ').map((cell, at) => [key, COLUMNS[at] ?? 'PRIMARY', cell === 'Y'] as const);
  const others = OFFICES.map((role) => {
    const shown = offices === 'all' || (offices === 'allButSubject' && role !== 'B_SUBJECT');
    return [key, role, shown] as const;
  });
  return [...cells, ...others];
});

test('[AC29] every item has its row in the matrix, in the seed’s order', () => {
  expect(KEYS).toEqual(Object.keys(MENU));
  expect(CELLS).toHaveLength(KEYS.length * ROLES.length);
});

test.each(CELLS)('[AC29] %s for %s: %s', (key, role, shown) => {
  expect(menuFor([role]).includes(key)).toBe(shown);
});

describe('[AC29] scenarios of domain §5.1', () => {
  test('23: 導師 sees 勞保查詢, 權限異動申請, 設定 and none of 案件查詢, 統計, 帳號管理, 上傳區', () => {
    const menu = menuFor(['HOMEROOM']);
    expect(menu).toEqual(expect.arrayContaining(['insuranceQuery', 'roleChange', 'settings']));
    for (const key of ['caseQuery', 'reports', 'accounts', 'plans', 'approvals', 'accountHistory'] as const) {
      expect(menu).not.toContain(key);
    }
  });

  test('24: 輔導人員 sees 報表, 導師 does not', () => {
    expect(menuFor(['COUNSELOR'])).toContain('reports');
    expect(menuFor(['HOMEROOM'])).not.toContain('reports');
  });

  test('25: of a school, 案件查詢 exists for 主通 and 一級主管 only', () => {
    const school = ROLES.filter((role) => role !== 'BUREAU' && role !== 'ADMIN');
    expect(school.filter((role) => menuFor([role]).includes('caseQuery'))).toEqual(['PRIMARY', 'HEAD']);
  });

  test('the menus of county and agency', () => {
    expect(menuFor(['BUREAU'])).toEqual([
      'home',
      'news',
      'downloads',
      'caseQuery',
      'insuranceQuery',
      'reports',
      'outbox',
      'settings',
    ]);
    expect(menuFor(['ADMIN'])).toEqual([
      'home',
      'news',
      'downloads',
      'caseQuery',
      'reports',
      'accounts',
      'approvals',
      'plans',
      'imports',
      'accountHistory',
      'outbox',
      'settings',
    ]);
  });
});

test('[AC1] 28: a set of roles sees the union of the menus, in the same order', () => {
  expect(menuFor(['HOMEROOM', 'COUNSELOR'])).toEqual(
    expect.arrayContaining([...menuFor(['HOMEROOM']), ...menuFor(['COUNSELOR'])]),
  );
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom<Role>(...ROLES)), (roles) => {
      const union = new Set(roles.flatMap((role) => menuFor([role])));
      // Items for everybody stand in the menu of every session, however few its roles.
      for (const key of KEYS) if (menuRow(key).roles === 'all') union.add(key);
      expect(menuFor(roles)).toEqual(KEYS.filter((key) => union.has(key)));
    }),
  );
});

test('[AC29] every item and heading has its word', () => {
  for (const language of ['zh-TW', 'en'] as const) {
    for (const key of KEYS) {
      expect(TEXTS[language][`menu.${key}`], key).toMatch(/\S/);
      const { group } = menuRow(key);
      if (group !== 'top') expect(TEXTS[language][`menuGroup.${group}`]).toMatch(/\S/);
    }
  }
});
