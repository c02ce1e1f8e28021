import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { WizardSteps, type WizardStep } from '../../../../renderer/ui/wizard/wizard-steps.tsx';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

const STEPS: readonly WizardStep[] = [
  { id: 'a', title: '身份證字號', open: 0, locked: false },
  { id: 'b', title: '基本資料', open: 3, locked: false },
  { id: 'c', title: '檢視', open: null, locked: true },
];

test('each step says what is open; the active one is marked; a locked one cannot be gone to', async () => {
  const gone: number[] = [];
  const { user, container } = renderInApp(
    <WizardSteps steps={STEPS} active={1} onStep={(n) => gone.push(n)} />,
  );
  const active = await screen.findByRole('button', { name: /基本資料.*尚有 3 欄/ });
  expect(active.getAttribute('aria-current')).toBe('step');
  await user.click(screen.getByRole('button', { name: /身份證字號.*已完成/ }));
  await user.click(screen.getByRole('button', { name: /檢視.*先完成身份證字號的檢查/ }));
  expect(gone).toEqual([0]);
  expect(await axeProblems(container)).toEqual([]);
});
