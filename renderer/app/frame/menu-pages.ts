import {
  IconArrowsExchange,
  IconClipboardCheck,
  IconFileImport,
  IconHistory,
  IconHome,
  IconSchoolOff,
  IconSend,
  IconSettings,
  IconUserMinus,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { menuFor, menuRow, type MenuKey } from '../../../shared/domain/account/menu.ts';
import type { Role } from '../../../shared/domain/account/role.ts';
import type { Place } from '../../bridge/navigation.tsx';

/** Items of the menu that have a page so far, and the icon beside the word. */
const PAGES: Partial<Record<MenuKey, { readonly place?: Place; readonly icon: Icon }>> = {
  home: { place: { page: 'home' }, icon: IconHome },
  leaving: { icon: IconUserMinus },
  dropout: { icon: IconSchoolOff },
  accounts: { place: { page: 'accounts' }, icon: IconUsers },
  approvals: { place: { page: 'approvals' }, icon: IconClipboardCheck },
  imports: { place: { page: 'imports' }, icon: IconFileImport },
  accountHistory: { place: { page: 'accountHistory' }, icon: IconHistory },
  roleChange: { place: { page: 'roleChange' }, icon: IconArrowsExchange },
  outbox: { place: { page: 'outbox' }, icon: IconSend },
  settings: { place: { page: 'settings' }, icon: IconSettings },
};

export interface MenuItem {
  readonly key: MenuKey;
  readonly group: ReturnType<typeof menuRow>['group'];
  readonly place: Place;
  readonly icon: Icon;
}

function toItem(key: MenuKey): MenuItem[] {
  const page = PAGES[key];
  if (page === undefined) return [];
  const { group, regime } = menuRow(key);
  const place = regime === undefined ? page.place : { page: 'cases' as const, regime };
  return place === undefined ? [] : [{ key, group, place, icon: page.icon }];
}

/** 功能列 of an account: what its roles may use and the window has a page for, in the seed's order. */
export const menuItems = (roles: readonly Role[]): readonly MenuItem[] => menuFor(roles).flatMap(toItem);

/** Whether the item is the one the person is in; a case belongs to no item, because its list is not known. */
export function isCurrent(item: MenuItem, place: Place): boolean {
  if (item.place.page === 'cases') {
    return (place.page === 'cases' || place.page === 'newCase') && place.regime === item.place.regime;
  }
  return item.place.page === place.page;
}
