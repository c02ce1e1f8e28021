import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { AccountSheet } from '../../../../renderer/features/account-management/account-sheet.tsx';
import type { AccountDetail } from '../../../../shared/contract/account-shapes.ts';
import type { CoreDoor } from '../../../../shared/contract/core.ts';
import type { Handlers } from '../../../../shared/contract/door.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { aKeeper, anAccountDetail } from '../../../helpers/account-window.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

const LOCKED = { editContact: false, editRoles: false, disable: false, enable: false };

function Host() {
  const [open, setOpen] = useState(true);
  return (
    <>
      <h1 tabIndex={-1}>頁</h1>
      <button onClick={() => setOpen(true)}>again</button>
      {open ? <AccountSheet accountId={anAccountDetail(1).accountId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function open(
  detail: AccountDetail,
  core: Partial<Handlers<CoreDoor>> = {},
  role: 'PRIMARY' | 'ADMIN' = 'PRIMARY',
) {
  return renderInApp(<Host />, {
    session: aKeeper(role),
    core: { 'account.get': () => Promise.resolve(ok(detail)), ...core },
  });
}

const dialog = () => screen.findByRole('dialog');
const button = (name: string) => screen.findByRole('button', { name });
const definitions = (sheet: HTMLElement) =>
  within(sheet)
    .getAllByRole('term')
    .map((term) => term.textContent);

describe('what may be changed', () => {
  test('[domain §1.4.9] 主通 changes e-mail, phone, kinds and status of staff; name and account are read only', async () => {
    open(anAccountDetail(1));
    const sheet = await dialog();
    expect(await within(sheet).findByLabelText(/電子信箱/)).toBeDefined();
    expect(within(sheet).getByLabelText(/連絡電話/)).toBeDefined();
    expect(within(sheet).getByRole('group', { name: /帳號類別/ })).toBeDefined();
    expect(within(sheet).getByRole('radiogroup', { name: /帳號狀態/ })).toBeDefined();
    expect(within(sheet).queryByRole('textbox', { name: /^姓名/ })).toBeNull();
    expect(within(sheet).getByText('姓名與帳號由管理者修改，以免帳號轉交他人使用。')).toBeDefined();
    expect(await axeProblems(sheet)).toEqual([]);
  });

  test('[A:1249] data of a 主通 go by letter: nothing can be typed', async () => {
    open(anAccountDetail(1, { roles: ['PRIMARY'], may: LOCKED }));
    expect(await screen.findByText(/請以公文函送國教署修改/)).toBeDefined();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: '更新' })).toBeNull();
  });

  test('an account under review is decided in the queue', async () => {
    open(anAccountDetail(1, { state: 'pending', may: LOCKED }));
    expect(await screen.findByRole('link', { name: '前往申請審核' })).toBeDefined();
    expect(screen.queryByRole('button', { name: '更新' })).toBeNull();
  });

  test('管理者 changes name and account; offices come from the school', async () => {
    const detail = anAccountDetail(1, { may: { editIdentity: true } });
    open(
      detail,
      {
        'unit.get': () =>
          Promise.resolve(
            ok({
              id: detail.school?.id ?? '',
              code: '010301',
              name: '示範高級中學',
              county: '雲林縣',
              regimes: ['senior-high' as const],
              jurisdiction: 'national' as const,
              address: '',
              phone: '',
              revision: 1,
            }),
          ),
      },
      'ADMIN',
    );
    expect(await screen.findByRole('textbox', { name: /^姓名/ })).toBeDefined();
    expect(await screen.findByRole('checkbox', { name: '輔導人員' })).toBeDefined();
    expect(screen.queryByRole('checkbox', { name: '註冊組' })).toBeNull();
  });
});

describe('更新', () => {
  test('[A:270–276] 停用 says who is told by mail, what stops and what follows; then it is sent once', async () => {
    const detail = anAccountDetail(1);
    const { user, app } = open(detail, {
      'account.update': () => Promise.resolve(ok({ ...detail, state: 'disabled' as const })),
    });
    await user.click(await screen.findByRole('radio', { name: '停用' }));
    await user.click(await button('更新'));
    const sheet = await dialog();
    expect(definitions(sheet)).toEqual(['誰會知道', '同時停止', '接下來']);
    expect(within(sheet).getByText(/寄信到 teacher1@school.example，通知帳號已停用/)).toBeDefined();
    expect(within(sheet).getByRole('row', { name: '帳號狀態 啟用 停用' })).toBeDefined();
    expect(within(sheet).queryByRole('button', { name: '確定' })).toBeNull();
    expect(await axeProblems(sheet)).toEqual([]);
    await user.dblClick(await button('停用帳號'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(app.inputsOf('account.update')).toEqual([
      {
        accountId: detail.accountId,
        revision: 4,
        account: 'teacher1',
        name: '人員1',
        email: 'teacher1@school.example',
        phone: '05-5522000',
        roles: ['HOMEROOM'],
        status: 'disable',
      },
    ]);
    expect(await screen.findByText('已停用：人員1，信件寄送中')).toBeDefined();
  });

  test('[A:300–315] 啟用 sends a verification link; without a password ever set, one to set it', async () => {
    const { user } = open(
      anAccountDetail(1, { state: 'disabled', passwordSetAt: null, may: { enable: true, disable: false } }),
    );
    await user.click(await screen.findByRole('radio', { name: '啟用' }));
    await user.click(await button('更新'));
    expect(await screen.findByText(/附設定密碼的連結/)).toBeDefined();
    expect(await button('啟用帳號')).toBeDefined();
  });

  test('a wrong address is told at the field and in a summary that takes the focus; nothing is sent', async () => {
    const { user, app } = open(anAccountDetail(1));
    const email = await screen.findByLabelText(/電子信箱/);
    await user.clear(email);
    await user.type(email, 'no address');
    await user.click(await button('更新'));
    expect(document.activeElement?.textContent).toContain('請輸入完整的電子信箱');
    expect(app.inputsOf('account.update')).toEqual([]);
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(email);
  });

  test('nothing changed: said so, and nothing is sent', async () => {
    const { user, app } = open(anAccountDetail(1));
    await user.click(await button('更新'));
    expect(await screen.findByText('內容沒有變更，不需更新。')).toBeDefined();
    expect(app.inputsOf('account.update')).toEqual([]);
  });

  test('by keyboard alone: Ctrl+Enter twice', async () => {
    const detail = anAccountDetail(1);
    const { user, app } = open(detail, { 'account.update': () => Promise.resolve(ok(detail)) });
    const phone = await screen.findByLabelText(/連絡電話/);
    phone.focus();
    await user.keyboard('{Control>}a{/Control}02-23456789{Control>}{Enter}{/Control}');
    await button('更新資料');
    await waitFor(async () => expect((await dialog()).contains(document.activeElement)).toBe(true));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(app.inputsOf('account.update')).toHaveLength(1));
  });
});

describe('nothing typed is lost', () => {
  const retype = async (user: ReturnType<typeof open>['user'], text: string) => {
    const phone = await screen.findByLabelText(/連絡電話/);
    await user.clear(phone);
    await user.type(phone, text);
  };
  const phoneNow = () => screen.findByLabelText<HTMLInputElement>(/連絡電話/);

  test('closed and opened again, the change is still there, and can be undone', async () => {
    const { user } = open(anAccountDetail(1));
    await retype(user, '02-23456789');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(await button('again'));
    expect((await phoneNow()).value).toBe('02-23456789');
    await user.click(await button('還原'));
    expect((await phoneNow()).value).toBe('05-5522000');
  });

  test('CONFLICT keeps the typed values; the newest is loaded under them and the update names its revision', async () => {
    let stored = anAccountDetail(1);
    const { user, app } = open(stored, {
      'account.get': () => Promise.resolve(ok(stored)),
      'account.update': ({ revision }) =>
        Promise.resolve(revision === stored.revision ? ok(stored) : fail('CONFLICT')),
    });
    await retype(user, '02-23456789');
    stored = anAccountDetail(1, { revision: 9, email: 'new@school.example' });
    await user.click(await button('更新'));
    await user.click(await button('更新資料'));
    expect(await screen.findByText(/資料剛由他人更新，您的修改尚未送出/)).toBeDefined();
    expect((await phoneNow()).value).toBe('02-23456789');
    await user.click(await button('載入最新內容'));
    expect(await screen.findByDisplayValue('new@school.example')).toBeDefined();
    expect((await phoneNow()).value).toBe('02-23456789');
    await user.click(await button('更新'));
    await user.click(await button('更新資料'));
    await waitFor(() =>
      expect(app.inputsOf('account.update').at(-1)).toMatchObject({
        revision: 9,
        email: 'new@school.example',
        phone: '02-23456789',
      }),
    );
  });

  test('offline is told calmly, the form stays as it was typed', async () => {
    const { user } = open(anAccountDetail(1), { 'account.update': () => Promise.resolve(fail('OFFLINE')) });
    await retype(user, '02-23456789');
    await user.click(await button('更新'));
    await user.click(await button('更新資料'));
    expect(await screen.findByText(/您輸入的內容保留在畫面上/)).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
    expect((await phoneNow()).value).toBe('02-23456789');
    expect((await dialog()).contains(document.activeElement)).toBe(true);
  });

  test('ACCOUNT_TAKEN stands at the field', async () => {
    const { user } = open(
      anAccountDetail(1, { may: { editIdentity: true } }),
      {
        'account.update': () =>
          Promise.resolve(fail('ACCOUNT_TAKEN', undefined, [{ path: 'account', code: 'accountTaken' }])),
      },
      'ADMIN',
    );
    const account = await screen.findByRole('textbox', { name: /^帳號/ });
    await user.clear(account);
    await user.type(account, 'teacher9');
    await user.click(await button('更新'));
    await user.click(await button('更新資料'));
    await waitFor(() => expect(screen.getAllByText(/這個帳號已有人使用/).length).toBeGreaterThan(1));
  });
});

describe('mail and second step', () => {
  test('重寄信件 says that earlier links are void', async () => {
    const detail = anAccountDetail(1, {
      state: 'invited',
      passwordSetAt: null,
      link: { sentAt: '2026-11-20T01:00:00.000Z', expiresAt: '2026-11-27T01:00:00.000Z' },
      may: { resend: true },
    });
    const { user, app } = open(detail, { 'account.resend': () => Promise.resolve(ok(detail)) });
    expect(await screen.findByText('115/11/20 09:00 寄出，有效至 115/11/27 09:00')).toBeDefined();
    await user.click(await button('重寄信件'));
    expect(await screen.findByText(/先前寄出的連結全部失效/)).toBeDefined();
    await user.click(await button('重寄信件'));
    await waitFor(() => expect(app.inputsOf('account.resend')).toEqual([{ accountId: detail.accountId }]));
  });

  test('解除兩步驟驗證 of 管理者; a refusal stays in the sheet', async () => {
    const { user, app } = open(
      anAccountDetail(1, { secondFactor: true, may: { resetSecondFactor: true } }),
      { 'account.resetSecondFactor': () => Promise.resolve(fail('UNAVAILABLE')) },
      'ADMIN',
    );
    await user.click(await button('解除兩步驟驗證'));
    expect(await screen.findByText(/請先確認當事人身分/)).toBeDefined();
    await user.click(await button('解除兩步驟驗證'));
    expect(await screen.findByText(/通報服務暫時無法使用/)).toBeDefined();
    expect(app.inputsOf('account.resetSecondFactor')).toHaveLength(1);
    await user.click(await button('先不處理'));
    expect(await button('更新')).toBeDefined();
  });
});
