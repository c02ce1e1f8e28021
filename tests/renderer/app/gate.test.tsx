import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { Gate } from '../../../renderer/app/gate.tsx';
import type { SessionView } from '../../../shared/contract/core.ts';
import { ok } from '../../../shared/failure.ts';
import { uuidOf } from '../../helpers/case-builders.ts';
import { aSession, renderInApp, type Rendered } from '../../helpers/window-app.tsx';

beforeEach(() => window.history.replaceState(null, '', '#/'));

const OUT: Partial<SessionView> = { state: 'signedOut', account: null, endsAt: null };

/** The window with a session that the test changes, as the core would. */
function openWindow(first: SessionView = aSession()) {
  let session = first;
  const shown: Rendered = renderInApp(<Gate />, {
    session: first,
    core: {
      'session.get': () => Promise.resolve(ok(session)),
      'session.touch': () => Promise.resolve(ok(session)),
      'session.signOut': () => Promise.resolve(ok((session = aSession(OUT)))),
      'captcha.create': () => Promise.resolve(ok({ captchaId: uuidOf(1), imagePngBase64: 'AAAA' })),
      'desk.list': () => Promise.resolve(ok({ groups: [], drafts: [] })),
      'outbox.list': () => Promise.resolve(ok({ items: [] })),
    },
  });
  const become = (over: Partial<SessionView>): void => {
    session = aSession(over);
    shown.app.emit({ event: 'session.changed' });
  };
  return { ...shown, become };
}

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

test('the address of central is asked first', async () => {
  openWindow(aSession({ ...OUT, state: 'centralUnknown', centralUrl: null }));
  expect(await heading('設定通報服務')).toBeDefined();
});

test('signed out: 登入, without a word about a session that never was', async () => {
  openWindow(aSession(OUT));
  expect(await heading('登入')).toBeDefined();
  expect(screen.queryByText(/登入已結束/)).toBeNull();
});

test('[domain §1.4.13] when the time is over, it says so and that nothing is lost; the page is kept', async () => {
  const { become } = openWindow();
  await heading('首頁');
  window.location.hash = '#/outbox';
  await heading('待送出');
  become(OUT);
  expect(await screen.findByText('登入已結束，請重新登入。已暫存的內容都還在。')).toBeDefined();
  expect(await screen.findByRole('img', { name: '驗證碼圖片' })).toBeDefined();
  become({});
  expect(await heading('待送出')).toBeDefined();
});

test('[security §1] somebody else begins at 首頁', async () => {
  const { become } = openWindow();
  await heading('首頁');
  window.location.hash = '#/outbox';
  await heading('待送出');
  become(OUT);
  await heading('登入');
  const account = aSession().account;
  become({ account: account && { ...account, accountId: uuidOf(99) } });
  expect(await heading('首頁')).toBeDefined();
});

test('after 登出 the answers are forgotten and the next one begins at 首頁', async () => {
  const { user, become, app } = openWindow();
  await heading('首頁');
  window.location.hash = '#/outbox';
  await heading('待送出');
  const asked = app.inputsOf('outbox.list').length;
  await user.click(screen.getByRole('button', { name: '登出' }));
  await heading('登入');
  expect(screen.queryByText(/登入已結束/)).toBeNull();
  await waitFor(() => expect(window.location.hash).toBe('#/'));
  become({});
  await heading('首頁');
  window.location.hash = '#/outbox';
  await heading('待送出');
  expect(app.inputsOf('outbox.list').length).toBeGreaterThan(asked);
});

test('[security §4] the title of the window names the page, the focus stands on its heading', async () => {
  openWindow();
  await heading('首頁');
  await waitFor(() => expect(document.title).toBe('首頁 · 學路'));
  window.location.hash = '#/settings';
  const title = await heading('設定');
  expect(document.title).toBe('設定 · 學路');
  expect(document.activeElement).toBe(title);
});
