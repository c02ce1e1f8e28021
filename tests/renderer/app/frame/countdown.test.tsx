import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { asClock, Countdown, secondsLeft } from '../../../../renderer/app/frame/countdown.tsx';
import { renderInApp } from '../../../helpers/window-app.tsx';

afterEach(() => vi.useRealTimers());

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

/** The screen with the clock in the hands of the test, after the session is known. */
async function show(seconds: number) {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const shown = renderInApp(<Countdown endsAt={inSeconds(seconds)} />);
  await screen.findByRole('timer');
  return shown;
}

test('[A:162] the time left as minutes and seconds, never below zero', () => {
  expect(asClock(1794)).toBe('29:54');
  expect(asClock(9)).toBe('00:09');
  expect(secondsLeft('2026-11-21T02:30:00.000Z', Date.parse('2026-11-21T03:00:00.000Z'))).toBe(0);
});

test('[domain §1.4.13] quiet until the last two minutes, then visible', async () => {
  await show(125);
  expect(screen.queryByText('即將自動登出')).toBeNull();
  act(() => void vi.advanceTimersByTime(10_000));
  expect(screen.getByText('即將自動登出')).toBeDefined();
  expect(screen.getByRole('alert').textContent).toBe('');
});

test('[domain §1.4.13] the last minute is read out', async () => {
  await show(63);
  act(() => void vi.advanceTimersByTime(5000));
  expect(screen.getByRole('alert').textContent).toContain('一分鐘後自動登出');
});

test('at zero the core is asked whether the session has ended', async () => {
  const { app } = await show(2);
  expect(app.inputsOf('session.get')).toHaveLength(1);
  act(() => void vi.advanceTimersByTime(3000));
  await waitFor(() => expect(app.inputsOf('session.get')).toHaveLength(2));
});
