import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderField } from '../../../../helpers/form-host.tsx';

const DESCRIPTION = { id: 'description', kind: 'longText', max: 300, required: true } as const;
const box = () => screen.findByRole<HTMLTextAreaElement>('textbox');

test.each([
  ['emoji', '👍🏽', 150],
  ['a rare 字', '𡍼', 300],
  ['letters with marks', 'e\u0301', 300],
  ['line breaks', '\n', 300],
])(
  '[security 7.11] 300 characters of %s are taken, one more is told at once and not cut',
  async (_, one, n) => {
    const { container } = renderField(DESCRIPTION);
    fireEvent.change(await box(), { target: { value: one.repeat(n) } });
    expect(container.textContent).toContain('300／300字');
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.change(await box(), { target: { value: `${one.repeat(n)}x` } });
    expect(container.textContent).toContain('301／300字');
    expect(screen.getByRole('alert').textContent).toBe('字數限制300字，目前301字');
    expect((await box()).value).toHaveLength(one.length * n + 1);
  },
);

test.each(['   ', '\u3000\u3000', '\n\n', '\u200b'])(
  '[security 7.12] blanks alone are no answer: %j',
  async (blank) => {
    const { user } = renderField(DESCRIPTION);
    fireEvent.change(await box(), { target: { value: blank } });
    await user.click(screen.getByRole('button', { name: 'go' }));
    expect(screen.getByRole('alert').textContent).toBe('必填');
  },
);

test('[security 7.3] invisible characters are told, and the text stays as typed', async () => {
  const { values } = renderField(DESCRIPTION);
  fireEvent.change(await box(), { target: { value: '在\u202e家' } });
  expect((await screen.findByText('已移除看不見的字元')).getAttribute('role')).toBe('status');
  expect(values()['description']).toBe('在\u202e家');
});

test('[security 7.16] a forbidden character is named with its place after leaving the field', async () => {
  const { user } = renderField(DESCRIPTION);
  fireEvent.change(await box(), { target: { value: '在\ufffe家' } });
  await user.click(await box());
  await user.tab();
  expect(screen.getByRole('alert').textContent).toBe('第 2 個字元（U+FFFE）不能使用，請刪除');
});

test('[security 7.13] what looks like a page or a formula stays text', async () => {
  const typed = '<img src=x onerror=alert(1)>{{7*7}}=1+1';
  const { container } = renderField(DESCRIPTION, { description: typed });
  expect((await box()).value).toBe(typed);
  expect(container.querySelector('img')).toBeNull();
});
