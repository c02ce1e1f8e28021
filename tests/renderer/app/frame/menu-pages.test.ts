import { expect, test } from 'vitest';
import { isCurrent, menuItems } from '../../../../renderer/app/frame/menu-pages.ts';
import type { Role } from '../../../../shared/domain/account/role.ts';

const keysOf = (...roles: Role[]) => menuItems(roles).map(({ key }) => key);

test('[A:164–180] the menu in the order of the seed, with the items that have a page', () => {
  expect(keysOf('PRIMARY')).toEqual([
    'home',
    'leaving',
    'accounts',
    'approvals',
    'roleChange',
    'accountHistory',
    'outbox',
    'settings',
  ]);
  expect(keysOf('ADMIN')).toEqual([
    'home',
    'accounts',
    'approvals',
    'imports',
    'accountHistory',
    'outbox',
    'settings',
  ]);
  expect(keysOf('B_REGISTRAR')).toEqual(['home', 'dropout', 'outbox', 'settings']);
});

test('[domain §1.2] an item that a role lacks is not there', () => {
  expect(keysOf('BUREAU')).toEqual(['home', 'outbox', 'settings']);
  expect(keysOf('B_SUBJECT')).not.toContain('dropout');
});

test('[A:1113–1115] the right of an account is the union of its roles', () => {
  expect(keysOf('HOMEROOM', 'B_HOMEROOM')).toEqual([
    'home',
    'leaving',
    'dropout',
    'roleChange',
    'outbox',
    'settings',
  ]);
});

test('the list and a new filing of its regime belong to the same item', () => {
  const leaving = menuItems(['PRIMARY']).find(({ key }) => key === 'leaving');
  expect(leaving && isCurrent(leaving, { page: 'cases', regime: 'senior-high' })).toBe(true);
  expect(leaving && isCurrent(leaving, { page: 'newCase', regime: 'senior-high' })).toBe(true);
  expect(leaving && isCurrent(leaving, { page: 'cases', regime: 'compulsory' })).toBe(false);
  expect(leaving && isCurrent(leaving, { page: 'home' })).toBe(false);
});
