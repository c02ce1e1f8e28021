import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { ErrorBoundary } from '../../../../renderer/app/faults/error-boundary.tsx';
import { renderInApp } from '../../../helpers/window-app.tsx';

let broken = true;

function Fragile() {
  const [text] = useState('well again');
  if (broken) throw new Error('王小明');
  return <p>{text}</p>;
}

test('a fault of the program is a sentence with a report id and a way on', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { user } = renderInApp(
    <ErrorBoundary>
      <Fragile />
    </ErrorBoundary>,
  );
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/回報編號：[0-9a-f]{8}/);
  expect(alert.textContent).not.toContain('王小明');
  broken = false;
  await user.click(screen.getByRole('button', { name: '再試一次' }));
  expect(screen.getByText('well again')).toBeDefined();
  quiet.mockRestore();
});
