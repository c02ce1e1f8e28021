import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SettingsPage } from '../../../../renderer/features/settings/settings-page.tsx';
import { KEYS } from '../../../../renderer/ui/keys/key-table.ts';
import type { SchoolUnit } from '../../../../shared/contract/account-shapes.ts';
import type { SessionAccount } from '../../../../shared/domain/account/account.ts';
import type { Role } from '../../../../shared/domain/account/role.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { SCHOOL_ID } from '../../../helpers/case-builders.ts';
import { aSession, renderInApp, type RenderOptions } from '../../../helpers/window-app.tsx';

const INFO = { version: '0.1.0', electron: '45.4.1', chrome: '150.0', trialRuntime: false, keyStore: true };

const openSettings = (options: RenderOptions = {}) =>
  renderInApp(<SettingsPage />, { shell: { 'app.info': () => Promise.resolve(ok(INFO)) }, ...options });

test('person, service, vault, program and every key', async () => {
  const { container } = openSettings();
  for (const fact of [
    '林小芳',
    'teacher1',
    '導師',
    '示範高級中學（010301）',
    '陳主任',
    'https://central.example',
  ]) {
    expect(await screen.findByText(fact)).toBeDefined();
  }
  expect(await screen.findByText('Electron 45.4.1 · Chromium 150.0')).toBeDefined();
  expect(screen.getByText(/加密保存在這台電腦/)).toBeDefined();
  expect(container.querySelectorAll('kbd').length).toBeGreaterThanOrEqual(Object.keys(KEYS).length);
  expect(screen.queryAllByRole('textbox')).toEqual([]);
  expect(await axeProblems(container)).toEqual([]);
});

test('no vault, a fixed address and the trial runtime are told', async () => {
  openSettings({
    session: aSession({ vaultKept: false, centralFixed: true }),
    shell: { 'app.info': () => Promise.resolve(ok({ ...INFO, trialRuntime: true, keyStore: false })) },
  });
  expect(await screen.findByText(/不保存資料，須連線使用/)).toBeDefined();
  expect(screen.getByText(/由系統管理員設定/)).toBeDefined();
  expect(await screen.findByText(/試用環境，不供正式使用/)).toBeDefined();
});

test('the language changes everything at once', async () => {
  const { user } = openSettings();
  await user.click(await screen.findByText('English'));
  expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeDefined();
  await user.click(screen.getByText('繁體中文'));
  expect(await screen.findByRole('heading', { level: 1, name: '設定' })).toBeDefined();
});

test('light or dark at once', async () => {
  const { user } = openSettings();
  await user.click(await screen.findByText('深色'));
  expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark');
  await user.click(screen.getByText('淺色'));
  expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('light');
});

const anAccount = (role: Role, over: Partial<SessionAccount> = {}): SessionAccount => {
  const { account } = aSession();
  if (account === null) throw new Error('nobody is signed in');
  return { ...account, roles: [role], ...over };
};

const as = (role: Role, over: Partial<SessionAccount> = {}) => aSession({ account: anAccount(role, over) });

test('[A:1157–1187] 連絡電話, 電子信箱 and 密碼到期剩餘天數; what the 主通 changed meanwhile is shown', async () => {
  openSettings({
    core: { 'profile.get': () => Promise.resolve(ok(anAccount('HOMEROOM', { phone: '05-5559999' }))) },
  });
  expect(await screen.findByText('05-5559999')).toBeDefined();
  expect(screen.getByText('teacher1@school.example')).toBeDefined();
  expect(screen.getByText('密碼到期剩餘天數').nextElementSibling?.textContent).toBe('54');
});

test.each([
  ['HOMEROOM', '連絡電話與電子信箱如需變更，請洽貴校主要通報人。'],
  ['PRIMARY', '如需變更，請備函送國教署辦理。'],
  ['BUREAU', '如需變更，請備函送國教署辦理。'],
  ['ADMIN', '請由其他管理者於帳號管理辦理。'],
] as const)(
  '[A:1253] %s is told who changes the personal data; nothing of it is a field',
  async (role, hint) => {
    openSettings({ session: as(role, role === 'PRIMARY' || role === 'HOMEROOM' ? {} : { school: null }) });
    expect(await screen.findByText(new RegExp(hint))).toBeDefined();
    expect(screen.queryByDisplayValue('林小芳')).toBeNull();
  },
);

test('修改密碼 opens over the page; after it the session is asked again and the focus is back', async () => {
  const { user, app } = openSettings({
    core: { 'password.change': () => Promise.resolve(ok(anAccount('HOMEROOM'))) },
  });
  const open = await screen.findByRole('button', { name: '修改密碼' });
  await user.click(open);
  const sheet = await screen.findByRole('dialog', { name: '修改密碼' });
  const line = (label: string) =>
    within(sheet).getByLabelText(new RegExp(`^${label}`), { selector: 'input' });
  await waitFor(() => expect(document.activeElement).toBe(line('目前密碼')));
  expect(await axeProblems(sheet)).toEqual([]);
  await user.type(line('目前密碼'), 'old');
  await user.type(line('新密碼'), 'Tr0ub4dor&3x');
  await user.type(line('再次輸入新密碼'), 'Tr0ub4dor&3x');
  const asked = app.inputsOf('session.get').length;
  await user.click(within(sheet).getByRole('button', { name: '修改密碼' }));
  expect(await screen.findByText('密碼已修改')).toBeDefined();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(app.inputsOf('password.change')).toEqual([{ current: 'old', next: 'Tr0ub4dor&3x' }]);
  await waitFor(() => expect(app.inputsOf('session.get').length).toBeGreaterThan(asked));
  await waitFor(() => expect(document.activeElement).toBe(open));
});

const UNIT: SchoolUnit = {
  id: SCHOOL_ID,
  code: '010301',
  name: '示範高級中學',
  county: '雲林縣',
  regimes: ['senior-high'],
  jurisdiction: 'national',
  address: '雲林縣斗六市示範一路1號',
  phone: '05-5550301',
  revision: 3,
};

test('[A:1171–1189] the 主通 updates 單位資訊; others have no such section', async () => {
  const { user, app, container } = openSettings({
    session: as('PRIMARY'),
    core: {
      'unit.get': () => Promise.resolve(ok(UNIT)),
      'unit.update': ({ name, address, phone }) =>
        Promise.resolve(ok({ ...UNIT, name, address, phone, revision: 4 })),
    },
  });
  const address = await screen.findByRole<HTMLInputElement>('textbox', { name: /單位住址/ });
  expect(await axeProblems(container)).toEqual([]);
  await user.clear(address);
  await user.type(address, '雲林縣斗六市示範一路3號{Enter}');
  expect(await screen.findByText('單位資訊已更新')).toBeDefined();
  expect(app.inputsOf('unit.update')).toEqual([
    {
      schoolId: SCHOOL_ID,
      revision: 3,
      name: UNIT.name,
      address: '雲林縣斗六市示範一路3號',
      phone: UNIT.phone,
    },
  ]);
});

test('單位全銜 must stand, a wrong phone is named, nobody is asked', async () => {
  const { user, app } = openSettings({
    session: as('PRIMARY'),
    core: { 'unit.get': () => Promise.resolve(ok(UNIT)) },
  });
  const name = await screen.findByRole<HTMLInputElement>('textbox', { name: /單位全銜/ });
  await user.clear(name);
  await user.type(screen.getByRole('textbox', { name: /連絡電話/ }), ';abc{Enter}');
  expect(screen.getByText('必填')).toBeDefined();
  expect(screen.getByText(/「abc」不是電話號碼/)).toBeDefined();
  expect(document.activeElement).toBe(name);
  expect(app.inputsOf('unit.update')).toEqual([]);
});

test.each(['CONFLICT', 'OFFLINE', 'FORBIDDEN', 'UNEXPECTED'] as const)(
  '更新 refused with %s is told; what was typed stays',
  async (code) => {
    const { user } = openSettings({
      session: as('PRIMARY'),
      core: {
        'unit.get': () => Promise.resolve(ok(UNIT)),
        'unit.update': () => Promise.resolve(fail(code)),
      },
    });
    const address = await screen.findByRole<HTMLInputElement>('textbox', { name: /單位住址/ });
    await user.type(address, '之2{Enter}');
    expect(await screen.findByText(new RegExp(`代碼：${code}`))).toBeDefined();
    expect(address.value).toBe(`${UNIT.address}之2`);
    expect(screen.queryAllByRole('button', { name: '載入最新資料' })).toHaveLength(
      code === 'CONFLICT' ? 1 : 0,
    );
  },
);

test('after a conflict what was typed lies over the unit as it is now, and goes out on its revision', async () => {
  let stored = UNIT;
  const { user, app } = openSettings({
    session: as('PRIMARY'),
    core: {
      'unit.get': () => Promise.resolve(ok(stored)),
      'unit.update': ({ revision }) =>
        Promise.resolve(revision === stored.revision ? ok(stored) : fail('CONFLICT')),
    },
  });
  const address = await screen.findByRole<HTMLInputElement>('textbox', { name: /單位住址/ });
  stored = { ...UNIT, phone: '05-5550399', revision: UNIT.revision + 1 };
  await user.type(address, '之2{Enter}');
  await user.click(await screen.findByRole('button', { name: '載入最新資料' }));
  const phone = screen.getByRole<HTMLInputElement>('textbox', { name: /連絡電話/ });
  await waitFor(() => expect(phone.value).toBe('05-5550399'));
  expect(address.value).toBe(`${UNIT.address}之2`);
  await user.type(address, '{Enter}');
  await waitFor(() => expect(app.inputsOf('unit.update')).toHaveLength(2));
  expect(app.inputsOf('unit.update')[1]).toMatchObject({
    revision: stored.revision,
    address: `${UNIT.address}之2`,
    phone: '05-5550399',
  });
});

test('單位資訊 that cannot be read says why and can be asked again', async () => {
  openSettings({ session: as('PRIMARY'), core: { 'unit.get': () => Promise.resolve(fail('OFFLINE')) } });
  expect(await screen.findByText(/代碼：OFFLINE/)).toBeDefined();
  expect(screen.getByRole('button', { name: '再試一次' })).toBeDefined();
});

const BEGUN = { uri: 'otpauth://totp/x', secret: 'ABCDEFGHIJKLMNOP', qrPngBase64: 'QRPNG' };

test('an account that can have no second step sees nothing of it', async () => {
  openSettings();
  await screen.findByText('teacher1');
  expect(screen.queryByText('兩步驟驗證')).toBeNull();
});

test.each([
  ['off', '未啟用'],
  ['required', '未啟用，依規定須啟用'],
] as const)(
  'second step %s: it is set up with picture, secret in groups and one code',
  async (state, word) => {
    const { user, app } = openSettings({
      session: as('PRIMARY', { secondFactor: state }),
      core: {
        'unit.get': () => Promise.resolve(ok(UNIT)),
        'totp.begin': () => Promise.resolve(ok(BEGUN)),
        'totp.enable': () => Promise.resolve(ok(anAccount('PRIMARY', { secondFactor: 'on' }))),
      },
    });
    expect(await screen.findByText(word)).toBeDefined();
    await user.click(screen.getByRole('button', { name: '啟用兩步驟驗證' }));
    const sheet = await screen.findByRole('dialog', { name: '啟用兩步驟驗證' });
    expect(await within(sheet).findByText('ABCD EFGH IJKL MNOP')).toBeDefined();
    expect(within(sheet).getByRole<HTMLImageElement>('img', { name: /二維條碼/ }).src).toContain('QRPNG');
    const code = within(sheet).getByRole('textbox', { name: /六位數字/ });
    await waitFor(() => expect(document.activeElement).toBe(code));
    expect(await axeProblems(sheet)).toEqual([]);
    await user.type(code, '123 456{Enter}');
    expect(await screen.findByText('已啟用兩步驟驗證')).toBeDefined();
    expect(app.inputsOf('totp.enable')).toEqual([{ code: '123456' }]);
    expect(await screen.findByText('已啟用')).toBeDefined();
  },
);

test('second step on: off with password and code; both are needed', async () => {
  const { user, app } = openSettings({
    session: as('BUREAU', { secondFactor: 'on', school: null, county: '雲林縣' }),
    core: { 'totp.disable': () => Promise.resolve(ok(anAccount('BUREAU', { secondFactor: 'off' }))) },
  });
  await user.click(await screen.findByRole('button', { name: '停用兩步驟驗證' }));
  const sheet = await screen.findByRole('dialog', { name: '停用兩步驟驗證' });
  const password = within(sheet).getByLabelText(/^目前密碼/, { selector: 'input' });
  await user.type(within(sheet).getByRole('textbox', { name: /六位數字/ }), '12345');
  await user.click(within(sheet).getByRole('button', { name: '停用兩步驟驗證' }));
  expect(app.inputsOf('totp.disable')).toEqual([]);
  expect(document.activeElement).toBe(password);
  expect(within(sheet).getByText('請輸入六位數字')).toBeDefined();
  expect(await axeProblems(sheet)).toEqual([]);
  await user.type(password, 'secret');
  await user.type(within(sheet).getByRole('textbox', { name: /六位數字/ }), '6{Enter}');
  expect(await screen.findByText('已停用兩步驟驗證')).toBeDefined();
  expect(app.inputsOf('totp.disable')).toEqual([{ password: 'secret', code: '123456' }]);
});

test.each([
  ['WRONG_CREDENTIALS', '目前密碼不符'],
  ['WRONG_CODE', /代碼：WRONG_CODE/],
  ['NOT_ALLOWED', /代碼：NOT_ALLOWED/],
  ['OFFLINE', /代碼：OFFLINE/],
] as const)('switching it off refused with %s is told', async (code, sentence) => {
  const { user } = openSettings({
    session: as('ADMIN', { secondFactor: 'on', school: null }),
    core: { 'totp.disable': () => Promise.resolve(fail(code)) },
  });
  await user.click(await screen.findByRole('button', { name: '停用兩步驟驗證' }));
  const sheet = await screen.findByRole('dialog', { name: '停用兩步驟驗證' });
  await user.type(within(sheet).getByLabelText(/^目前密碼/, { selector: 'input' }), 'secret');
  await user.type(within(sheet).getByRole('textbox', { name: /六位數字/ }), '123456{Enter}');
  expect(await within(sheet).findByText(sentence)).toBeDefined();
});
