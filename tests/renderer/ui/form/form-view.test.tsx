import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { REGIMES } from '../../../../shared/regime/regimes.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderForm } from '../../../helpers/form-host.tsx';

const FILING = REGIMES['senior-high'].filingForm;

test('every section and field of both regimes is drawn by the label of its text', async () => {
  for (const regime of Object.values(REGIMES)) {
    const { unmount, container } = renderForm(regime.filingForm);
    await screen.findByRole('form');
    expect(container.textContent).not.toMatch(/\b(field|section|hint|check)\.[a-z]/);
    unmount();
  }
});

test('a hidden field comes with its condition, and its answer goes unsent when it is hidden again', async () => {
  const { user, values } = renderForm(FILING);
  await screen.findByRole('form');
  expect(screen.queryByLabelText(/^休學起日/)).toBeNull();
  await user.click(screen.getByRole('radio', { name: '休學' }));
  await user.type(screen.getByLabelText(/^休學起日/), '1151120');
  await user.click(screen.getByRole('radio', { name: /連續達三日/ }));
  expect(screen.queryByLabelText(/^休學起日/)).toBeNull();
  expect(values()['category']).toBe('ABSENCE3');
});

test('「其他」 opens its text in place and only there', async () => {
  const { user } = renderForm(FILING);
  const group = await screen.findByRole('group', { name: '個人因素' });
  const boxes = within(group).getAllByRole('checkbox');
  const other = boxes.at(-1);
  if (other === undefined) throw new RangeError('no boxes');
  await user.click(other);
  const text = screen.getByLabelText(/個人因素-其他（說明）/);
  expect(group.contains(text)).toBe(true);
  expect(screen.getAllByLabelText(/個人因素-其他（說明）/)).toHaveLength(1);
});

test('the group of the main cause is marked', async () => {
  const { user } = renderForm(FILING);
  await user.click(await screen.findByRole('radio', { name: '家庭因素' }));
  expect(screen.getByRole('group', { name: /家庭因素.*主因/ })).toBeDefined();
  expect(screen.getByRole('group', { name: '個人因素' })).toBeDefined();
});

test('同監護人 copies the guardian and goes on copying; typing into the copy unticks it', async () => {
  const { user } = renderForm(FILING);
  await user.type(await screen.findByLabelText(/^監護人姓名/), '王大明');
  await user.click(screen.getByRole('checkbox', { name: /同監護人/ }));
  const copy: HTMLInputElement = screen.getByLabelText(/^聯絡人姓名/);
  expect(copy.value).toBe('王大明');
  await user.type(screen.getByLabelText(/^監護人姓名/), '一');
  expect(copy.value).toBe('王大明一');
  await user.type(copy, '！');
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /同監護人/ }).checked).toBe(false);
});

test('required fields say so to those who do not see the star', async () => {
  renderForm(FILING);
  const name = await screen.findByLabelText(/^監護人姓名/);
  expect(name.getAttribute('aria-required')).toBe('true');
  expect(screen.getByLabelText(/監護人姓名.*必填/)).toBe(name);
  expect(screen.queryByLabelText(/戶籍地址.*必填/)).toBeNull();
});

test('a message comes after leaving the field, not while typing, and is tied to it', async () => {
  const { user } = renderForm(FILING);
  const phone = await screen.findByLabelText(/^監護人電話/);
  await user.type(phone, '04-1234567;abc');
  expect(screen.queryByRole('alert')).toBeNull();
  await user.tab();
  const message = screen.getByRole('alert');
  expect(message.textContent).toContain('abc');
  expect(phone.getAttribute('aria-invalid')).toBe('true');
  expect(phone.getAttribute('aria-describedby')).toContain(message.id);
});

test('[security 7.9] 休學迄日 before 休學起日 names the day in 民國', async () => {
  const { user } = renderForm(FILING, { category: 'SUSPENSION', suspensionFrom: '2026-11-20' });
  await user.type(await screen.findByLabelText(/^休學迄日/), '1151119');
  await user.tab();
  expect(screen.getByRole('alert').textContent).toBe('日期不可早於休學起日（115/11/20（五））');
});

test('no axe problem on a whole form with messages', async () => {
  const { user, container } = renderForm(FILING, { mainCause: 'FAMILY', reasons: ['F_OTHER'] });
  await user.click(await screen.findByRole('button', { name: 'go' }));
  expect(await axeProblems(container)).toEqual([]);
});
