import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PolicyPanel } from '../../../../renderer/features/account-management/policy-panel.tsx';
import type { CoreDoor } from '../../../../shared/contract/core.ts';
import type { Handlers } from '../../../../shared/contract/door.ts';
import { fail, ok } from '../../../../shared/failure.ts';
import { aKeeper } from '../../../helpers/account-window.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

type Set = Handlers<CoreDoor>['policy.set'];

function open(set: Set) {
  return renderInApp(<PolicyPanel />, {
    session: aKeeper('ADMIN'),
    core: {
      'policy.get': () => Promise.resolve(ok({ secondFactor: 'optional' as const, revision: 3 })),
      'policy.set': set,
    },
  });
}

test('the policy is changed through a sheet that says whom it concerns', async () => {
  const { user, app, container } = open(() =>
    Promise.resolve(ok({ secondFactor: 'required' as const, revision: 4 })),
  );
  const required = await screen.findByRole('radio', { name: '一律使用' });
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '由個人選用' }).checked).toBe(true);
  expect(await axeProblems(container)).toEqual([]);
  await user.click(required);
  await user.click(screen.getByRole('button', { name: '變更政策' }));
  expect(await screen.findByText(/登入後須先設定才能使用其他功能/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: '改為一律使用' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(app.inputsOf('policy.set')).toEqual([{ secondFactor: 'required', revision: 3 }]);
  expect(await screen.findByText('兩步驟驗證已改為：一律使用')).toBeDefined();
});

test('somebody was faster: told in the sheet, with the way to the newest', async () => {
  const { user } = open(() => Promise.resolve(fail('CONFLICT')));
  await user.click(await screen.findByRole('radio', { name: '不使用' }));
  await user.click(screen.getByRole('button', { name: '變更政策' }));
  await user.click(await screen.findByRole('button', { name: '改為不使用' }));
  expect(await screen.findByText(/資料剛由他人更新/)).toBeDefined();
  expect(screen.getByRole('button', { name: '載入最新內容' })).toBeDefined();
});
