import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CentralPage } from '../../../../renderer/features/sign-in/central-page.tsx';
import { fail, ok } from '../../../../shared/failure.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { aSession, renderInApp } from '../../../helpers/window-app.tsx';

const FIRST = aSession({ state: 'centralUnknown', account: null, endsAt: null, centralUrl: null });

test('a wrong address is told at the field and asks nobody', async () => {
  const { user, app, container } = renderInApp(<CentralPage />, { session: FIRST });
  const field = await screen.findByRole('textbox', { name: /通報服務的位址/ });
  await user.type(field, 'http://report.example{Enter}');
  expect(screen.getByText('請輸入以 https:// 開頭的位址')).toBeDefined();
  expect(document.activeElement).toBe(field);
  expect(app.inputsOf('central.set')).toEqual([]);
  expect(await axeProblems(container)).toEqual([]);
});

test('what is not the service says so; what was typed stays', async () => {
  const { user, app } = renderInApp(<CentralPage />, {
    session: FIRST,
    core: { 'central.set': () => Promise.resolve(fail('NOT_CENTRAL')) },
  });
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: /通報服務的位址/ });
  await user.type(field, 'report.example.edu.tw{Enter}');
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(app.inputsOf('central.set')).toEqual([{ url: 'https://report.example.edu.tw' }]);
  expect(field.value).toBe('report.example.edu.tw');
});

test('a known service ends the question', async () => {
  const { user } = renderInApp(<CentralPage onDone={() => void (document.title = 'done')} />, {
    session: FIRST,
    core: { 'central.set': () => Promise.resolve(ok(aSession({ state: 'signedOut', account: null }))) },
  });
  await user.type(
    await screen.findByRole('textbox', { name: /通報服務的位址/ }),
    'report.example.edu.tw{Enter}',
  );
  await expect.poll(() => document.title).toBe('done');
});

test('an address of the policy cannot be edited', async () => {
  renderInApp(<CentralPage />, {
    session: { ...FIRST, centralFixed: true, centralUrl: 'https://c.example' },
  });
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: /通報服務的位址/ });
  expect(field.readOnly).toBe(true);
  expect(screen.getByText(/由系統管理員設定/)).toBeDefined();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '連線' }).disabled).toBe(true);
});
