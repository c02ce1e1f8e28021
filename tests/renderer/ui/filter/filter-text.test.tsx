import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { FilterText } from '../../../../renderer/ui/filter/filter-text.tsx';
import { renderInApp } from '../../../helpers/window-app.tsx';

function List() {
  const [text, setText] = useState('');
  return (
    <>
      <FilterText label="查詢" hint="姓名" text={text} onText={setText} />
      <p>sought {text}</p>
    </>
  );
}

test('an input method that composes is waited for', async () => {
  renderInApp(<List />);
  const input = await screen.findByLabelText('查詢');
  fireEvent.compositionStart(input);
  fireEvent.change(input, { target: { value: 'ㄨㄤ' } });
  fireEvent.change(input, { target: { value: '王' } });
  fireEvent.compositionEnd(input, { target: { value: '王' } });
  expect(await screen.findByText('sought 王')).toBeDefined();
});

test('it can be emptied by its cross', async () => {
  const { user } = renderInApp(<List />);
  await user.type(await screen.findByLabelText('查詢'), '王');
  await screen.findByText('sought 王');
  await user.click(screen.getByRole('button', { name: '清除查詢文字' }));
  await waitFor(() => expect(screen.queryByText('sought 王')).toBeNull());
});
