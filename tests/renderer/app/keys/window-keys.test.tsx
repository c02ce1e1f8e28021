import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { WindowKeys } from '../../../../renderer/app/keys/window-keys.tsx';
import type { SessionAccount } from '../../../../shared/domain/account/account.ts';
import { ok } from '../../../../shared/failure.ts';
import { KEYS } from '../../../../renderer/ui/keys/key-table.ts';
import { aRow } from '../../../helpers/case-rows.ts';
import { aSession, renderInApp, startAs, type RenderOptions } from '../../../helpers/window-app.tsx';

const account = aSession().account as SessionAccount;

function openWindow(options: RenderOptions = {}) {
  return renderInApp(
    <>
      <WindowKeys account={account} />
      <input aria-label="typing" />
    </>,
    {
      core: {
        'case.start': startAs('PRIMARY'),
        'case.list': () => Promise.resolve(ok({ rows: [aRow()], next: null, total: 1 })),
      },
      ...options,
    },
  );
}

test('Alt+1 … 9 open the menu, also while one types', async () => {
  const { user, places } = openWindow();
  await user.click(await screen.findByLabelText('typing'));
  await user.keyboard('{Alt>}[Digit2]{/Alt}');
  await user.keyboard('{Alt>}[Digit9]{/Alt}');
  expect(places).toEqual([{ page: 'cases', regime: 'senior-high' }]);
});

test('Ctrl+N begins a filing where one may file', async () => {
  const { user, places, app } = openWindow();
  await screen.findByLabelText('typing');
  await expect.poll(() => app.inputsOf('case.start').length).toBeGreaterThan(0);
  await user.keyboard('{Control>}n{/Control}');
  await expect.poll(() => places).toEqual([{ page: 'newCase', regime: 'senior-high' }]);
});

test('Ctrl+N pressed before the core has said where one may file is not lost', async () => {
  let say: () => void = () => undefined;
  const said = new Promise<void>((done) => (say = done));
  const allowed = startAs('PRIMARY');
  const { user, places } = openWindow({
    core: { 'case.start': async (input) => (await said, allowed(input)) },
  });
  await screen.findByLabelText('typing');
  await user.keyboard('{Control>}n{/Control}');
  expect(places).toEqual([]);
  say();
  await expect.poll(() => places).toEqual([{ page: 'newCase', regime: 'senior-high' }]);
});

test('[A:423] Ctrl+N does nothing for who may not file', async () => {
  const { user, places } = openWindow({
    core: { 'case.start': startAs('COUNSELOR') },
  });
  await screen.findByLabelText('typing');
  await user.keyboard('{Control>}n{/Control}');
  expect(places).toEqual([]);
});

test('? lists every key of the table, but is a letter while one types', async () => {
  const { user } = openWindow();
  await user.type(await screen.findByLabelText('typing'), '?');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.tab();
  (document.activeElement as HTMLElement | null)?.blur();
  await user.keyboard('?');
  expect(await screen.findByRole('dialog', { name: '按鍵一覽' })).toBeDefined();
  expect(screen.getAllByRole('term')).toHaveLength(Object.keys(KEYS).length);
});

test('F1 tells what the page is for and leads to the keys', async () => {
  const { user } = openWindow({ place: { page: 'outbox' } });
  await screen.findByLabelText('typing');
  await user.keyboard('{F1}');
  expect(await screen.findByText(/還沒送到通報服務/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: '按鍵一覽' }));
  expect(await screen.findByRole('dialog', { name: '按鍵一覽' })).toBeDefined();
});

test('Ctrl+K finds pages and cases; Enter opens the chosen one', async () => {
  const { user, places, app } = openWindow();
  await screen.findByLabelText('typing');
  await user.keyboard('{Control>}k{/Control}');
  const field = await screen.findByRole('combobox', { name: '搜尋' });
  expect(screen.getByRole('option', { name: '設定' })).toBeDefined();
  expect(app.inputsOf('case.list')).toHaveLength(0);
  await user.type(field, '王小');
  await screen.findByRole('option', { name: /王小明/ });
  expect(app.inputsOf('case.list').at(-1)).toMatchObject({ regime: 'senior-high', text: '王小' });
  await user.keyboard('{Enter}');
  expect(places).toEqual([{ page: 'case', caseId: aRow().caseId }]);
  expect(screen.queryByRole('combobox')).toBeNull();
});
