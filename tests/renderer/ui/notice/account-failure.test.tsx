import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AccountFailure } from '../../../../renderer/ui/notice/account-failure.tsx';
import { renderInApp } from '../../../helpers/window-app.tsx';

test('the reason of a refusal is said, with the code', async () => {
  renderInApp(<AccountFailure failure={{ code: 'NOT_ALLOWED', detail: { reason: 'ownAccount' } }} />);
  const notice = await screen.findByRole('alert');
  expect(notice.textContent).toContain('不能變更自己的帳號狀態與帳號類別');
  expect(notice.textContent).toContain('NOT_ALLOWED');
});

test('nothing of it waits in the outbox, so offline does not promise that', async () => {
  renderInApp(<AccountFailure failure={{ code: 'OFFLINE' }} />);
  const notice = await screen.findByText(/帳號作業須連線辦理/);
  expect(notice.textContent).not.toContain('自動送出');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('other codes keep their sentence', async () => {
  renderInApp(<AccountFailure failure={{ code: 'PRIMARY_EXISTS' }} />);
  expect((await screen.findByRole('alert')).textContent).toContain('每校限一位');
});
