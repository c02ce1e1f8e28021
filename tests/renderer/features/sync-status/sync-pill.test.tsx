import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SyncPill } from '../../../../renderer/features/sync-status/sync-pill.tsx';
import { ok } from '../../../../shared/failure.ts';
import { quietSync, renderInApp } from '../../../helpers/window-app.tsx';

test('the pill leads to the outbox and follows the synchronisation', async () => {
  let sync = quietSync;
  const { app } = renderInApp(<SyncPill />, { core: { 'sync.get': () => Promise.resolve(ok(sync)) } });
  const pill = await screen.findByRole('link', { name: '已同步' });
  expect(pill.getAttribute('href')).toContain('outbox');
  sync = { ...sync, online: false, waiting: 3 };
  app.emit({ event: 'sync.changed' });
  expect(await screen.findByRole('link', { name: '離線，3 筆待送出' })).toBeDefined();
  expect(screen.getByRole('status').textContent).toBe('離線，3 筆待送出');
  sync = { ...sync, online: true, busy: true };
  app.emit({ event: 'sync.changed' });
  await waitFor(() => expect(screen.getByRole('link').textContent).toBe('同步中'));
  expect(screen.getByRole('status').textContent).toBe('');
});
