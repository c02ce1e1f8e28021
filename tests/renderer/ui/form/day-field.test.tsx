import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { closerDayProblem, DayField } from '../../../../renderer/ui/form/day-field.tsx';
import { renderInApp } from '../../../helpers/window-app.tsx';

function Form() {
  const [value, setValue] = useState('');
  return (
    <>
      <DayField
        id="day"
        label="日期"
        value={value}
        onChange={setValue}
        problem={value === '' ? undefined : closerDayProblem(value, undefined)}
      />
      <p>holds {value}</p>
    </>
  );
}

test('typed in any usual way it holds the day, and shows it in 民國 when one leaves', async () => {
  const { user } = renderInApp(<Form />);
  const input = await screen.findByRole<HTMLInputElement>('textbox', { name: '日期' });
  await user.type(input, '1151121');
  expect(screen.getByText('holds 2026-11-21')).toBeDefined();
  await user.tab();
  expect(input.value).toBe('115/11/21（六）');
});

test('what is no day stays as typed and is named closely', () => {
  const problem = { path: 'day', code: 'dateMissing' };
  expect(closerDayProblem('2026/1/1', problem)).toMatchObject({ code: 'rocYearWestern' });
  expect(closerDayProblem('x', problem)).toMatchObject({ code: 'dateFormat' });
  expect(closerDayProblem('2026-11-21', { path: 'day', code: 'dateFuture' })?.code).toBe('dateFuture');
});
