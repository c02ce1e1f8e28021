import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Paging } from '../../../../renderer/ui/paging/paging.tsx';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

function Pages() {
  const [page, setPage] = useState(2);
  return <Paging page={page} pages={3} onPage={setPage} />;
}

test('every button has a name, the page one is on is told, and the ends stop', async () => {
  const { user, container } = renderInApp(<Pages />);
  const current = () =>
    screen.getAllByRole('button').find((button) => button.getAttribute('aria-current') === 'page')
      ?.textContent;
  await screen.findByRole('navigation', { name: '分頁' });
  expect(current()).toBe('2');
  await user.click(screen.getByRole('button', { name: '下一頁' }));
  expect(current()).toBe('3');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '最後一頁' }).disabled).toBe(true);
  await user.click(screen.getByRole('button', { name: '第一頁' }));
  expect(current()).toBe('1');
  expect(await axeProblems(container)).toEqual([]);
});
