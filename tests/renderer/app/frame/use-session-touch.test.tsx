import { act, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { TOUCH_EVERY_MS, useSessionTouch } from '../../../../renderer/app/frame/use-session-touch.ts';
import { useSession } from '../../../../renderer/bridge/session.tsx';
import { ok } from '../../../../shared/failure.ts';
import { aSession, renderInApp } from '../../../helpers/window-app.tsx';

afterEach(() => vi.useRealTimers());

function Desk() {
  useSessionTouch();
  return <button type="button">{useSession().endsAt}</button>;
}

const press = () => act(async () => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' })));

test('[domain §1.4.13] acts of a person renew the session, at most every twenty seconds', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const later = '2099-01-01T00:00:00.000Z';
  const { app } = renderInApp(<Desk />, {
    core: { 'session.touch': () => Promise.resolve(ok(aSession({ endsAt: later }))) },
  });
  await screen.findByRole('button');
  expect(app.inputsOf('session.touch')).toHaveLength(0);
  await press();
  await press();
  expect(app.inputsOf('session.touch')).toHaveLength(1);
  expect(await screen.findByText(later)).toBeDefined();
  vi.advanceTimersByTime(TOUCH_EVERY_MS + 1);
  expect(app.inputsOf('session.touch')).toHaveLength(1);
  await press();
  expect(app.inputsOf('session.touch')).toHaveLength(2);
});
