import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { AccountPage } from '../../../../renderer/features/account-management/account-page.tsx';
import type { CoreDoor } from '../../../../shared/contract/core.ts';
import type { Handlers } from '../../../../shared/contract/door.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { aKeeper, accountsCore, anAccountDetail } from '../../../helpers/account-window.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

async function openForm(core: Partial<Handlers<CoreDoor>> = {}) {
  const shown = renderInApp(<AccountPage />, { session: aKeeper('ADMIN'), core: accountsCore([], core) });
  await shown.user.click(await screen.findByRole('button', { name: '新增縣市承辦／管理者' }));
  await screen.findByRole('dialog');
  return shown;
}

const dialog = () => within(screen.getByRole('dialog'));
const county = () => dialog().getByRole('combobox', { name: /^縣市/ });
const field = (name: RegExp) => dialog().getByRole('textbox', { name });

async function fill(user: Awaited<ReturnType<typeof openForm>>['user']) {
  const put = async (control: HTMLElement, text: string) => {
    await user.click(control);
    await user.paste(text);
  };
  await user.selectOptions(county(), '雲林縣');
  await put(field(/^姓名/), '許承辦');
  await put(field(/^帳號/), 'yl-edu');
  await put(field(/^電子信箱/), 'edu@yunlin.example');
  await put(field(/^連絡電話/), '05-5522000');
  await put(field(/^文號/), '府教學字第1150001號');
  await put(field(/^日期/), '1151120');
}

describe('[A:75] a county officer', () => {
  test('needs the county and the letter; the summary leads to the field', async () => {
    const { user, app } = await openForm();
    expect(await axeProblems(await screen.findByRole('dialog'))).toEqual([]);
    await user.click(screen.getByRole('button', { name: '下一步' }));
    expect(screen.getAllByRole('alert')[0]?.textContent).toContain('文號');
    expect(document.activeElement?.textContent).toContain('縣市');
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(county());
    expect(app.inputsOf('officer.create')).toEqual([]);
  });

  test('who gets the mail is told first; sent once, with the letter of the day', async () => {
    const { user, app } = await openForm({
      'officer.create': () => Promise.resolve(ok(anAccountDetail(5))),
    });
    await fill(user);
    await user.click(screen.getByRole('button', { name: '下一步' }));
    expect(await screen.findByText(/寄信到 edu@yunlin.example/)).toBeDefined();
    await user.dblClick(screen.getByRole('button', { name: '建立帳號' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(app.inputsOf('officer.create')).toEqual([
      expect.objectContaining({
        role: 'BUREAU',
        county: '雲林縣',
        account: 'yl-edu',
        letter: { number: '府教學字第1150001號', date: '2026-11-20' },
      }),
    ]);
  });

  test('refused, the form is as it was typed; changed content is another account', async () => {
    const { user, app } = await openForm({
      'officer.create': () =>
        Promise.resolve(fail('ACCOUNT_TAKEN', undefined, [{ path: 'account', code: 'accountTaken' }])),
    });
    await fill(user);
    const send = async () => {
      await user.click(screen.getByRole('button', { name: '下一步' }));
      await user.click(await screen.findByRole('button', { name: '建立帳號' }));
      await waitFor(() => expect(screen.getAllByText(/這個帳號已有人使用/).length).toBeGreaterThan(0));
    };
    await send();
    expect(screen.getByDisplayValue('許承辦')).toBeDefined();
    await user.type(field(/^姓名/), '甲');
    await send();
    const [first, second] = app.inputsOf('officer.create') as { accountId: string }[];
    expect(first?.accountId).not.toBe(second?.accountId);
  });
});

test('[A:75] 管理者 needs neither county nor letter', async () => {
  const { user } = await openForm();
  await user.click(screen.getByRole('radio', { name: '管理者' }));
  expect(screen.queryByRole('combobox', { name: /^縣市/ })).toBeNull();
  expect(screen.queryByRole('textbox', { name: /^文號/ })).toBeNull();
});
