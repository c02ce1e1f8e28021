import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useNavigation } from '../../bridge/navigation.tsx';
import { useText } from '../../bridge/text.ts';
import { isCurrent, type MenuItem } from './menu-pages.ts';
import css from './side-menu.module.css';

interface Props {
  readonly items: readonly MenuItem[];
  readonly collapsed: boolean;
  readonly onCollapse: (collapsed: boolean) => void;
}

/** 功能列: groups under headings; collapsed to icons, whose words come as tooltips. */
export function SideMenu({ items, collapsed, onCollapse }: Props) {
  const t = useText();
  const groups = [...new Set(items.map((item) => item.group))];
  const Fold = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const fold = t(collapsed ? 'menu.expand' : 'menu.collapse');
  return (
    <nav className={css['menu']} aria-label={t('menu.label')} data-collapsed={collapsed || undefined}>
      {groups.map((group) => (
        <div key={group} className={css['group']}>
          {group === 'top' ? null : (
            <p id={`menu-${group}`} className={css['heading']}>
              {t(`menuGroup.${group}`)}
            </p>
          )}
          <ul className={css['items']} {...(group === 'top' ? {} : { 'aria-labelledby': `menu-${group}` })}>
            {items
              .filter((item) => item.group === group)
              .map((item) => (
                <li key={item.key}>
                  <SideMenuLink item={item} index={items.indexOf(item)} collapsed={collapsed} />
                </li>
              ))}
          </ul>
        </div>
      ))}
      <button
        type="button"
        className={css['fold']}
        aria-expanded={!collapsed}
        aria-label={fold}
        onClick={() => onCollapse(!collapsed)}
      >
        <Fold size="1.25rem" aria-hidden />
        <span className={css['word']}>{fold}</span>
      </button>
    </nav>
  );
}

interface LinkProps {
  readonly item: MenuItem;
  readonly index: number;
  readonly collapsed: boolean;
}

function SideMenuLink({ item, index, collapsed }: LinkProps) {
  const t = useText();
  const { href, place } = useNavigation();
  const word = t(`menu.${item.key}`);
  return (
    <Tooltip label={word} position="right" disabled={!collapsed}>
      <a
        className={css['link']}
        href={href(item.place)}
        aria-current={isCurrent(item, place) ? 'page' : undefined}
        aria-keyshortcuts={index < 9 ? `Alt+${index + 1}` : undefined}
        aria-label={word}
      >
        <item.icon size="1.25rem" aria-hidden />
        <span className={css['word']}>{word}</span>
      </a>
    </Tooltip>
  );
}
