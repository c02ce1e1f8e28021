import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { Gate } from '../../../renderer/app/gate.tsx';
import type { SessionView } from '../../../shared/contract/core.ts';
import { fail, ok } from '../../../shared/failure.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { uuidOf } from '../../helpers/case-builders.ts';
import { aSession, renderInApp } from '../../helpers/window-app.tsx';

beforeEach(() => window.history.replaceState(null, '', '#/'));

const OUT: Partial<SessionView> = { state: 'signedOut', account: null, endsAt: null, passwordDaysLeft: null };

/** The window with a session that the acts of the test change, as the core would. */
function openWindow(first: Partial<SessionView>) {
  let session = aSession(first);
  const { account } = aSession();
  const shown = renderInApp(<Gate />, {
    session,
    core: {
      'session.get': () => Promise.resolve(ok(session)),
      'session.touch': () => Promise.resolve(ok(session)),
      'session.signOut': () => Promise.resolve(ok((session = aSession(OUT)))),
      'captcha.create': () => Promise.resolve(ok({ captchaId: uuidOf(1), imagePngBase64: 'AAAA' })),
      'desk.list': () =>
        Promise.resolve(session.mustDo === null ? ok({ groups: [], drafts: [] }) : fail('PASSWORD_EXPIRED')),
      'outbox.list': () => Promise.resolve(ok({ items: [] })),
      'password.change': () => {
        session = aSession();
        if (account === null) throw new Error('nobody is signed in');
        return Promise.resolve(ok(account));
      },
      'totp.begin': () =>
        Promise.resolve(ok({ uri: 'otpauth://totp/x', secret: 'ABCDEFGH', qrPngBase64: 'QRPNG' })),
      'totp.enable': () => {
        session = aSession();
        if (account === null) throw new Error('nobody is signed in');
        return Promise.resolve(ok({ ...account, secondFactor: 'on' as const }));
      },
    },
  });
  const become = (over: Partial<SessionView>): void => {
    session = aSession(over);
    shown.app.emit({ event: 'session.changed' });
  };
  return { ...shown, become };
}

const GOOD = 'Tr0ub4dor&3x';
const EXPIRED: Partial<SessionView> = { mustDo: 'changePassword', passwordDaysLeft: -2 };
const behind = () => document.querySelector('[inert]');

test('[A:1243] expired: only 修改密碼 and 登出; the page behind takes no press', async () => {
  const { user, container } = openWindow(EXPIRED);
  const modal = await screen.findByRole('dialog', { name: '密碼已到期' });
  expect(within(modal).getByRole('button', { name: '登出' })).toBeDefined();
  expect(within(modal).queryByRole('button', { name: /關閉/ })).toBeNull();
  expect(behind()?.querySelector('nav')).not.toBeNull();
  expect(behind()?.contains(modal)).toBe(false);
  await waitFor(() => expect(modal.contains(document.activeElement)).toBe(true));
  await user.keyboard('{Escape}');
  const overlay = container.querySelector('.mantine-Modal-overlay');
  if (overlay !== null) await user.click(overlay);
  expect(screen.getByRole('dialog', { name: '密碼已到期' })).toBeDefined();
  expect(await axeProblems(modal)).toEqual([]);
});

test('Tab walks round inside it', async () => {
  const { user } = openWindow(EXPIRED);
  const modal = await screen.findByRole('dialog', { name: '密碼已到期' });
  await waitFor(() => expect(modal.contains(document.activeElement)).toBe(true));
  for (let step = 0; step < 12; step += 1) {
    await user.tab();
    expect(modal.contains(document.activeElement)).toBe(true);
  }
});

test('no key of the window works meanwhile', async () => {
  openWindow(EXPIRED);
  await screen.findByRole('dialog', { name: '密碼已到期' });
  fireEvent.keyDown(document.body, { key: '2', code: 'Digit2', altKey: true });
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  fireEvent.keyDown(document.body, { key: 'F1' });
  expect(screen.getAllByRole('dialog')).toHaveLength(1);
  expect(window.location.hash).toBe('#/');
});

test('after it the work goes on where one was', async () => {
  const { user, become } = openWindow({});
  await screen.findByRole('heading', { level: 1, name: '首頁' });
  window.location.hash = '#/outbox';
  const title = await screen.findByRole('heading', { level: 1, name: '待送出' });
  become(EXPIRED);
  const modal = await screen.findByRole('dialog', { name: '密碼已到期' });
  expect(title.isConnected).toBe(true);
  const line = (label: string) =>
    within(modal).getByLabelText(new RegExp(`^${label}`), { selector: 'input' });
  await user.type(line('目前密碼'), 'old');
  await user.type(line('新密碼'), GOOD);
  await user.type(line('再次輸入新密碼'), `${GOOD}{Enter}`);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(behind()).toBeNull();
  expect(title.isConnected).toBe(true);
  expect(window.location.hash).toBe('#/outbox');
});

test('what was refused behind it is there afterwards', async () => {
  const { user } = openWindow(EXPIRED);
  const modal = await screen.findByRole('dialog', { name: '密碼已到期' });
  await screen.findByText(/代碼：PASSWORD_EXPIRED/);
  const line = (label: string) =>
    within(modal).getByLabelText(new RegExp(`^${label}`), { selector: 'input' });
  await user.type(line('目前密碼'), 'old');
  await user.type(line('新密碼'), GOOD);
  await user.type(line('再次輸入新密碼'), `${GOOD}{Enter}`);
  expect(await screen.findByText('目前沒有等您處理的事項')).toBeDefined();
  expect(screen.queryByText(/代碼：PASSWORD_EXPIRED/)).toBeNull();
});

test('登出 is the other way out', async () => {
  const { user } = openWindow(EXPIRED);
  const modal = await screen.findByRole('dialog', { name: '密碼已到期' });
  await user.click(within(modal).getByRole('button', { name: '登出' }));
  expect(await screen.findByRole('heading', { level: 1, name: '登入' })).toBeDefined();
  expect(screen.queryByText(/登入已結束/)).toBeNull();
});

test('where the policy demands the second step, it is set up first', async () => {
  const { user, app } = openWindow({ mustDo: 'enrolSecondFactor' });
  const modal = await screen.findByRole('dialog', { name: '設定兩步驟驗證' });
  expect(await within(modal).findByText('ABCD EFGH')).toBeDefined();
  expect(await axeProblems(modal)).toEqual([]);
  await user.type(within(modal).getByRole('textbox', { name: /六位數字/ }), '123456{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(app.inputsOf('totp.enable')).toEqual([{ code: '123456' }]);
});

test.each([
  [8, null],
  [7, '密碼再 7 天到期，請儘早修改。'],
  [1, '密碼再 1 天到期，請儘早修改。'],
  [0, '密碼已到期，連線後須先修改密碼。'],
] as const)('%i days left: %s', async (passwordDaysLeft, sentence) => {
  openWindow({ passwordDaysLeft });
  await screen.findByRole('heading', { level: 1, name: '首頁' });
  if (sentence === null) {
    expect(screen.queryByText(/到期/)).toBeNull();
    return;
  }
  expect(screen.getByText(sentence)).toBeDefined();
  expect(screen.getByRole('link', { name: '前往設定' })).toBeDefined();
});
