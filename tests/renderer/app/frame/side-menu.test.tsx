import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { menuItems } from '../../../../renderer/app/frame/menu-pages.ts';
import { SideMenu } from '../../../../renderer/app/frame/side-menu.tsx';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

function Menu() {
  const [collapsed, setCollapsed] = useState(false);
  return <SideMenu items={menuItems(['PRIMARY'])} collapsed={collapsed} onCollapse={setCollapsed} />;
}

test('groups stand under their headings, and the page one is in is marked', async () => {
  const { container } = renderInApp(<Menu />, { place: { page: 'cases', regime: 'senior-high' } });
  const reporting = await screen.findByRole('list', { name: '通報類別' });
  const leaving = within(reporting).getByRole('link', { name: '中途離校' });
  expect(leaving.getAttribute('aria-current')).toBe('page');
  expect(screen.getByRole('link', { name: '首頁' }).getAttribute('aria-current')).toBeNull();
  expect(screen.getByRole('link', { name: '首頁' }).getAttribute('aria-keyshortcuts')).toBe('Alt+1');
  expect(await axeProblems(container)).toEqual([]);
});

test('collapsed to icons, every item keeps its name', async () => {
  const { user } = renderInApp(<Menu />);
  await user.click(await screen.findByRole('button', { name: '收合功能列' }));
  expect(screen.getByRole('button', { name: '展開功能列' }).getAttribute('aria-expanded')).toBe('false');
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('aria-label'))).toEqual([
    '首頁',
    '中途離校',
    '帳號管理',
    '申請審核',
    '權限異動申請',
    '帳號紀錄',
    '待送出',
    '設定',
  ]);
});
