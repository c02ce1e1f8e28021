import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { useKey } from '../../../../renderer/ui/keys/use-key.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

function Counter({ enabled = true }: { readonly enabled?: boolean }) {
  const [count, setCount] = useState(0);
  useKey('print', () => setCount(count + 1), enabled);
  return <p>printed {count}</p>;
}

test('the newest function is called, and the meaning the runtime has for the key is prevented', async () => {
  const { user } = renderInApp(<Counter />);
  await screen.findByText('printed 0');
  await user.keyboard('{Control>}p{/Control}');
  await user.keyboard('{Control>}p{/Control}');
  expect(screen.getByText('printed 2')).toBeDefined();
  const event = new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, cancelable: true });
  window.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
});

test('switched off it leaves the key alone', async () => {
  renderInApp(<Counter enabled={false} />);
  await screen.findByText('printed 0');
  const event = new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, cancelable: true });
  window.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(false);
});
