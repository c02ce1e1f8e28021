import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderField } from '../../../../helpers/form-host.tsx';

const TRACKED_AT = { id: 'trackedAt', kind: 'dateTime', required: true, notFuture: true } as const;
const date = () => screen.findByLabelText<HTMLInputElement>(/追蹤日期時間.*日期$/);
const time = () => screen.findByLabelText<HTMLInputElement>(/追蹤日期時間.*時間$/);

test('day and time are one instant of Taipei', async () => {
  const { user, values } = renderField(TRACKED_AT);
  await user.type(await date(), '1151121');
  await user.type(await time(), '0930');
  await user.tab();
  expect(values()).toEqual({ trackedAt: '2026-11-21T01:30:00.000Z' });
  expect([(await date()).value, (await time()).value]).toEqual(['115/11/21（六）', '09:30']);
});

test('a time that is none is told, and the day stays', async () => {
  const { user } = renderField(TRACKED_AT, { trackedAt: '2026-11-21T01:30:00.000Z' });
  await user.clear(await time());
  await user.type(await time(), '25:00');
  await user.tab();
  expect(screen.getByRole('alert').textContent).toBe('請輸入時間，例如 14:32');
  expect([(await date()).value, (await time()).value]).toEqual(['115/11/21（六）', '25:00']);
});

test('nothing is told while one goes from the day to the time', async () => {
  const { user } = renderField(TRACKED_AT);
  await user.type(await date(), '1151121');
  await user.tab();
  expect(document.activeElement).toBe(await time());
  expect(screen.queryByRole('alert')).toBeNull();
});

test('[security 7.10] a later instant of the same day is refused', async () => {
  const { user } = renderField(TRACKED_AT);
  await user.type(await date(), '1151121');
  await user.type(await time(), '1031');
  await user.tab();
  expect(screen.getByRole('alert').textContent).toBe('日期不可晚於今天');
});
