import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { REGIMES } from '../../../../../shared/regime/regimes.ts';
import { fieldsOf } from '../../../../../shared/forms/form.ts';
import { renderField } from '../../../../helpers/form-host.tsx';

const fieldOf = (
  form: keyof Pick<(typeof REGIMES)['senior-high'], 'filingForm' | 'trackingForm'>,
  id: string,
) => {
  const found = fieldsOf(REGIMES['senior-high'][form]).find((field) => field.id === id);
  if (found === undefined) throw new RangeError(id);
  const { shown: _, ...field } = found;
  return field;
};

test('few options stand as rows, chosen by arrow keys too', async () => {
  const { user, values } = renderField(fieldOf('trackingForm', 'lifeSituation'));
  expect(await screen.findAllByRole('radio')).toHaveLength(12);
  await user.click(screen.getAllByRole('radio')[0] ?? document.body);
  await user.keyboard('{ArrowDown}');
  expect(values()['lifeSituation']).toBe('TRAINING');
});

test('many options are searched for', async () => {
  const { user, values } = renderField(fieldOf('filingForm', 'tribe'));
  const search = await screen.findByRole('combobox', { name: /原住民族別/ });
  await user.type(search, '泰雅');
  await user.click(await screen.findByRole('option', { name: /泰雅/ }));
  expect(values()['tribe']).toBe('ATAYAL');
});

test('[security 7.24] only the closing reasons of the category are offered', async () => {
  renderField(fieldOf('trackingForm', 'closeReason'));
  expect(await screen.findByRole('radio', { name: /無故七日轉休學/ })).toBeDefined();
  expect(screen.getAllByRole('radio')).toHaveLength(9);
});

test('一般生 and the others put each other out', async () => {
  const { user, values } = renderField(fieldOf('filingForm', 'status1'));
  await user.click(await screen.findByRole('checkbox', { name: '原住民' }));
  await user.click(screen.getByRole('checkbox', { name: '一般生' }));
  expect(values()['status1']).toEqual(['ORDINARY']);
  await user.click(screen.getByRole('checkbox', { name: '原住民' }));
  expect(values()['status1']).toEqual(['INDIGENOUS']);
});
