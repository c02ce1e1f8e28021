import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { AccountPage } from '../../../../renderer/features/account-management/account-page.tsx';
import type { CoreInput } from '../../../../renderer/bridge/queries.ts';
import type { AccountLine } from '../../../../shared/contract/account-shapes.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { aKeeper, accountsCore, anAccount, anAccountDetail } from '../../../helpers/account-window.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderInApp, type RenderOptions } from '../../../helpers/window-app.tsx';

type Query = CoreInput<'account.list'>;

const openPage = (
  rows: readonly AccountLine[],
  { core = {}, ...options }: RenderOptions = {},
  pending = 0,
) => {
  const shown = renderInApp(<AccountPage />, {
    session: aKeeper(),
    core: accountsCore(rows, core, pending),
    ...options,
  });
  return { ...shown, lastQuery: () => shown.app.inputsOf('account.list').at(-1) as Query };
};

const many = Array.from({ length: 45 }, (_, n) => anAccount(n + 1));

describe('the list', () => {
  test('[A:1105–1115] the seed’s columns; status and 認證 in words; roles as one text', async () => {
    const { container } = openPage([
      anAccount(1, { roles: ['HEAD', 'HOMEROOM', 'COUNSELOR'] }),
      anAccount(2, { state: 'disabled' }),
    ]);
    await screen.findByText('人員1');
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
      '狀態',
      '認證',
      '帳號類別',
      '姓名',
      '帳號',
      '電子信箱',
      '連絡電話',
      '功能',
    ]);
    const [, first, second] = screen.getAllByRole('row');
    expect(first?.textContent).toContain('正常已認證一級主管、導師、輔導人員');
    expect(second?.textContent).toContain('停用未認證');
    expect(screen.getByText('共 2 筆')).toBeDefined();
    expect(await axeProblems(container)).toEqual([]);
  });

  test('[A:1127] 正常／未認證 says what it waits for', async () => {
    openPage([
      anAccount(1, { state: 'invited' }),
      anAccount(2, { state: 'resetting' }),
      anAccount(3, { state: 'reenabled' }),
    ]);
    for (const words of ['尚未設定密碼', '忘記密碼尚未設定', '尚未點擊驗證連結'])
      expect(await screen.findByText(words)).toBeDefined();
  });

  test('管理者 sees school or county besides, 主通 does not', async () => {
    openPage([anAccount(1), anAccount(2, { school: null, county: '雲林縣', roles: ['BUREAU'] })], {
      session: aKeeper('ADMIN'),
    });
    expect(await screen.findByRole('columnheader', { name: '學校／縣市' })).toBeDefined();
    expect(screen.getByText('示範高級中學')).toBeDefined();
    expect(screen.getByText('雲林縣')).toBeDefined();
  });

  test('[security 7.13] a name that looks like markup is text', async () => {
    openPage([anAccount(1, { name: '<img src=x onerror=alert(1)>' })]);
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeDefined();
    expect(document.querySelector('img')).toBeNull();
  });

  test('[A:1103] pages of twenty', async () => {
    const { user, lastQuery } = openPage(many);
    await screen.findByText('人員20');
    expect(screen.queryByText('人員21')).toBeNull();
    await user.click(screen.getByRole('button', { name: '下一頁' }));
    expect(await screen.findByText('人員21')).toBeDefined();
    expect(lastQuery()).toMatchObject({ page: 2, size: 20 });
  });

  test('a page that is not there any more leads to the last one', async () => {
    let rows: readonly AccountLine[] = many;
    const { user, lastQuery } = openPage([], {
      core: {
        'account.list': ({ page, size }) =>
          Promise.resolve(
            ok({ rows: rows.slice((page - 1) * size, page * size), total: rows.length, pending: 0 }),
          ),
      },
    });
    await user.click(await screen.findByRole('button', { name: '第 3 頁' }));
    await screen.findByText('人員45');
    rows = many.slice(0, 5);
    await user.click(screen.getByRole('button', { name: '查詢' }));
    expect(await screen.findByText('人員5')).toBeDefined();
    expect(lastQuery()).toMatchObject({ page: 1 });
  });
});

describe('banner', () => {
  test('[A:1097] 無待審核帳號', async () => {
    openPage([anAccount(1)]);
    expect(await screen.findByText('無待審核帳號')).toBeDefined();
  });

  test('what waits is counted, with the way to the queue', async () => {
    openPage([anAccount(1)], {}, 3);
    expect(await screen.findByText('3 筆申請待審核')).toBeDefined();
    expect(screen.getByRole('link', { name: '前往申請審核' }).getAttribute('href')).toBe(
      `#${JSON.stringify({ page: 'approvals' })}`,
    );
  });
});

describe('filters', () => {
  test('狀態, 權限 and keyword take effect at once and begin at the first page', async () => {
    const { user, lastQuery } = openPage(many);
    await user.click(await screen.findByRole('button', { name: '下一頁' }));
    await screen.findByText('人員21');
    await user.selectOptions(screen.getByLabelText('狀態'), '停用');
    await waitFor(() => expect(lastQuery()).toMatchObject({ status: 'disabled', page: 1 }));
    await user.selectOptions(screen.getByLabelText('權限'), '導師');
    await waitFor(() => expect(lastQuery()).toMatchObject({ role: 'HOMEROOM' }));
    await user.type(screen.getByLabelText('關鍵字'), '王');
    await waitFor(() => expect(lastQuery()).toMatchObject({ text: '王', status: 'disabled' }));
    await user.click(screen.getByRole('button', { name: '清除篩選' }));
    await waitFor(() => expect(lastQuery()).toMatchObject({ text: '', status: null, role: null }));
  });

  test('權限 of a senior high school has no offices of another regime', async () => {
    openPage(many);
    const choices = within(await screen.findByLabelText('權限'))
      .getAllByRole('option')
      .map((option) => option.textContent);
    expect(choices).toEqual(['全部', '學校主要通報人', '導師', '輔導人員', '一級主管']);
  });

  test('they stay when one comes back', async () => {
    function Away() {
      const [here, setHere] = useState(true);
      return (
        <>
          <button onClick={() => setHere(!here)}>switch</button>
          {here ? <AccountPage /> : null}
        </>
      );
    }
    const { user } = renderInApp(<Away />, { session: aKeeper(), core: accountsCore(many) });
    await user.selectOptions(await screen.findByLabelText('狀態'), '停用');
    await user.click(screen.getByRole('button', { name: 'switch' }));
    await user.click(screen.getByRole('button', { name: 'switch' }));
    expect((await screen.findByLabelText<HTMLSelectElement>('狀態')).value).toBe('disabled');
  });

  test('none found says what to widen', async () => {
    const { user } = openPage([]);
    expect(await screen.findByText('還沒有帳號')).toBeDefined();
    await user.selectOptions(screen.getByLabelText('狀態'), '退件');
    expect(await screen.findByText('沒有符合條件的帳號')).toBeDefined();
  });
});

describe('keys', () => {
  test('↑↓ move from row to row, Tab reaches 查看 of that row alone, Enter opens it', async () => {
    const { user, app } = openPage(many, {
      core: { 'account.get': () => Promise.resolve(ok(anAccountDetail(2))) },
    });
    const rowOf = (name: string) => screen.getByText(name).closest('tr');
    (await screen.findByText('人員1')).closest('tr')?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toBe(rowOf('人員2')));
    await user.tab();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('查看：人員2');
    await user.tab({ shift: true });
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: '帳號資料：人員2' })).toBeDefined();
    expect(app.inputsOf('account.get')).toEqual([{ accountId: anAccount(2).accountId }]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(rowOf('人員2')));
  });
});

test('offline is a calm sentence with a way to try again; nothing is called an error', async () => {
  let online = false;
  const { user } = openPage([], {
    core: {
      'account.list': () =>
        Promise.resolve(online ? ok({ rows: [anAccount(7)], total: 1, pending: 0 }) : fail('OFFLINE')),
    },
  });
  expect(await screen.findByText(/目前連不上通報服務。帳號作業須連線辦理/)).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
  online = true;
  await user.click(screen.getByRole('button', { name: '再試一次' }));
  expect(await screen.findByText('人員7')).toBeDefined();
});
