import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { FailureNotice } from '../../../../renderer/ui/notice/failure-notice.tsx';
import { renderInApp } from '../../../helpers/window-app.tsx';

test('an error is a sentence, a code and an action, read out at once', async () => {
  const retry = vi.fn<() => void>();
  const { user } = renderInApp(<FailureNotice failure={{ code: 'DISK_FULL' }} retry={retry} />);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('磁碟空間不足');
  expect(alert.textContent).toContain('代碼：DISK_FULL');
  await user.click(screen.getByRole('button', { name: '再試一次' }));
  expect(retry).toHaveBeenCalledOnce();
});

test('being offline is a state, not an error', async () => {
  renderInApp(<FailureNotice failure={{ code: 'OFFLINE' }} />);
  await screen.findByText(/連不上通報服務/);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an unknown fault shows its report id', async () => {
  renderInApp(<FailureNotice failure={{ code: 'UNEXPECTED', detail: { reportId: 'ab12' } }} />);
  expect(await screen.findByText(/回報編號：ab12/)).toBeDefined();
});
