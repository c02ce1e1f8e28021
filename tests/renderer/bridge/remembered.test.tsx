import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { useRemembered } from '../../../renderer/bridge/remembered.ts';
import { renderInApp } from '../../helpers/window-app.tsx';

function Counter() {
  const [count, setCount] = useRemembered('count', () => 1);
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      count {count}
    </button>
  );
}

function Page() {
  const [shown, setShown] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setShown(!shown)}>
        turn
      </button>
      {shown ? <Counter /> : null}
    </>
  );
}

test('what was chosen is there when one comes back', async () => {
  const { user } = renderInApp(<Page />);
  await user.click(await screen.findByText('count 1'));
  await user.click(screen.getByText('turn'));
  expect(screen.queryByText(/count/)).toBeNull();
  await user.click(screen.getByText('turn'));
  expect(screen.getByText('count 2')).toBeDefined();
});
