import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { LockButton } from '../../../../renderer/ui/lock/lock-button.tsx';
import { renderInApp } from '../../../helpers/window-app.tsx';

test('[A:1294–1296] a locked act tells its reason by name and on focus, and does nothing', async () => {
  const press = vi.fn<() => void>();
  const { user } = renderInApp(
    <LockButton label="通報" verdict={{ allowed: false, reason: 'NO_SENT_TRACKING' }} onPress={press} />,
  );
  const button = await screen.findByRole('button', { name: '通報（無法使用：尚無已送出的追蹤紀錄）' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  await user.tab();
  expect(document.activeElement).toBe(button);
  expect((await screen.findByRole('tooltip')).textContent).toBe('尚無已送出的追蹤紀錄');
  await user.click(button);
  expect(press).not.toHaveBeenCalled();
});

test('an allowed act is a plain button', async () => {
  const press = vi.fn<() => void>();
  const { user } = renderInApp(<LockButton label="通報" verdict={{ allowed: true }} onPress={press} />);
  await user.click(await screen.findByRole('button', { name: '通報' }));
  expect(press).toHaveBeenCalledOnce();
});
