import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ClockNotice } from '../../../../renderer/features/sync-status/clock-notice.tsx';
import { ok } from '../../../../shared/failure.ts';
import { quietSync, renderInApp } from '../../../helpers/window-app.tsx';

test('[security 7.7] clock skew is told with its minutes, and whose date decides', async () => {
  renderInApp(<ClockNotice />, {
    core: { 'sync.get': () => Promise.resolve(ok({ ...quietSync, clockSkewSeconds: 720 })) },
  });
  expect(await screen.findByText(/相差約 12 分鐘。日期以通報服務為準/)).toBeDefined();
});

test('a clock that is right says nothing', async () => {
  const { app } = renderInApp(<ClockNotice />);
  await expect.poll(() => app.inputsOf('sync.get').length).toBeGreaterThan(0);
  expect(screen.queryByText(/相差/)).toBeNull();
});
