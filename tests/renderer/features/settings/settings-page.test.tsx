import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SettingsPage } from '../../../../renderer/features/settings/settings-page.tsx';
import { KEYS } from '../../../../renderer/ui/keys/key-table.ts';
import { ok } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
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
