import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { TopBar } from '../../../../renderer/app/frame/top-bar.tsx';
import type { SessionAccount } from '../../../../shared/domain/account/account.ts';
import { ok } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { aSession, renderInApp } from '../../../helpers/window-app.tsx';

const account = (over: Partial<SessionAccount> = {}): SessionAccount => {
  const known = aSession().account;
  if (known === null) throw new Error('signed in');
  return { ...known, ...over };
};

test('[A:219] staff are told whom to ask; the 主要通報人 is not', async () => {
  const { container, unmount } = renderInApp(<TopBar account={account()} />);
  expect(await screen.findByText('主要通報人：陳主任')).toBeDefined();
  expect(await axeProblems(container)).toEqual([]);
  unmount();
  renderInApp(<TopBar account={account({ roles: ['PRIMARY'] })} />);
  await screen.findByText('學校主要通報人');
  expect(screen.queryByText(/^主要通報人：/)).toBeNull();
});

test('school, 學年度學期, all roles and the name', async () => {
  renderInApp(<TopBar account={account({ roles: ['HOMEROOM', 'COUNSELOR'] })} />);
  expect(await screen.findByText('示範高級中學')).toBeDefined();
  expect(screen.getByText(/^1\d\d學年度第[12]學期$/)).toBeDefined();
  expect(screen.getByText('導師、輔導人員')).toBeDefined();
  expect(screen.getByText('林小芳')).toBeDefined();
});

test('[security 7.13] a name that looks like markup is text', async () => {
  renderInApp(<TopBar account={account({ name: '<img src=x onerror=alert(1)>' })} />);
  expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeDefined();
  expect(document.querySelector('img')).toBeNull();
});

test('登出 asks the core once', async () => {
  const { app, user } = renderInApp(<TopBar account={account()} />, {
    core: {
      'session.signOut': () =>
        Promise.resolve(ok(aSession({ state: 'signedOut', account: null, endsAt: null }))),
    },
  });
  await user.click(await screen.findByRole('button', { name: '登出' }));
  expect(app.inputsOf('session.signOut')).toHaveLength(1);
});
