import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderField } from '../../../helpers/form-host.tsx';

const LEFT_ON = {
  id: 'leftOn',
  kind: 'date',
  required: true,
  notFuture: true,
  notBefore: 'enrolledOn',
} as const;
const field = () => screen.findByLabelText<HTMLInputElement>(/^離校日期/);

describe('a 民國 date', () => {
  test.each(['1151116', '115/11/16', '115.11.16', '115-11-16', '民國115年11月16日', '１１５１１１６'])(
    'typed as %s is shown as 115/11/16（一） after leaving it',
    async (typed) => {
      const { user, values } = renderField(LEFT_ON);
      await user.type(await field(), typed);
      expect((await field()).value).toBe(typed);
      await user.tab();
      expect((await field()).value).toBe('115/11/16（一）');
      expect(values()).toEqual({ leftOn: '2026-11-16' });
    },
  );

  test.each([
    ['112/02/29', '日期不存在'],
    ['0/01/01', '民國年由1年起算'],
    ['2026/11/16', '請輸入民國年：西元2026年為民國115年'],
    ['115/11', '請輸入日期，例如 115/11/21'],
    ['115/11/22', '日期不可晚於今天'],
    ['114/08/29', '日期不可早於入學日期（114/08/30（六））'],
  ])('[security 7.8, 7.10] %s: %s, and what was typed stays', async (typed, sentence) => {
    const { user } = renderField(LEFT_ON);
    await user.type(await field(), typed);
    await user.tab();
    expect(screen.getByRole('alert').textContent).toBe(sentence);
    expect((await field()).value).toContain(typed);
  });

  test('a day that is wrong by rule can be corrected in the text that is shown', async () => {
    const { user, values } = renderField(LEFT_ON, { leftOn: '2026-11-16' });
    const input = await field();
    await user.type(input, '{Backspace}{Backspace}{Backspace}{Backspace}7（一）', {
      initialSelectionStart: 12,
      initialSelectionEnd: 12,
    });
    expect(values()['leftOn']).toBe('2026-11-17');
  });
});

describe('the calendar', () => {
  test('speaks 民國, opens on the day typed, and gives the focus back with the day chosen', async () => {
    const { user, values, container } = renderField(LEFT_ON, { leftOn: '2026-11-16' });
    await field();
    await user.click(screen.getByRole('button', { name: '選擇日期' }));
    const grid = await screen.findByRole('grid', { name: '115年11月' });
    expect(await axeProblems(container)).toEqual([]);
    const day = within(grid).getByRole('button', { name: /115\/11\/16/ });
    await expect.poll(() => document.activeElement === day).toBe(true);
    await user.click(within(grid).getByRole('button', { name: /115\/11\/13/ }));
    expect(values()['leftOn']).toBe('2026-11-13');
    expect((await field()).value).toBe('115/11/13（五）');
    expect(document.activeElement).toBe(await field());
  });

  test('is used by keyboard alone', async () => {
    const { user, values } = renderField(LEFT_ON, { leftOn: '2026-11-02' });
    (await field()).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await screen.findByRole('grid');
    await expect.poll(() => document.activeElement?.textContent).toBe('2 115/11/02（一）');
    await user.keyboard('{PageUp}{ArrowDown}{ArrowRight}');
    expect(screen.getByRole('grid', { name: '115年10月' })).toBeDefined();
    await user.keyboard('{Enter}');
    expect(values()['leftOn']).toBe('2026-10-10');
    expect(document.activeElement).toBe(await field());
  });

  test('Escape closes it and changes nothing', async () => {
    const { user, values } = renderField(LEFT_ON, { leftOn: '2026-11-02' });
    await field();
    await user.click(screen.getByRole('button', { name: '選擇日期' }));
    await screen.findByRole('grid');
    await user.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('grid')).toBeNull();
    expect(values()).toEqual({ leftOn: '2026-11-02' });
  });
});
