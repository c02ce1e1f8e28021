import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { newId, useOperationId } from '../../../renderer/bridge/new-id.ts';
import { renderInApp } from '../../helpers/window-app.tsx';

test('ids are UUIDs of version 7: a later one sorts later', () => {
  const ids = Array.from({ length: 50 }, newId);
  expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
});

test('[security 7.20] the id of an operation stays until it is renewed', async () => {
  const seen: string[] = [];
  const Page = () => {
    const operation = useOperationId();
    return (
      <>
        <button onClick={() => seen.push(operation.current())}>send</button>
        <button onClick={operation.renew}>saved</button>
      </>
    );
  };
  const { user } = renderInApp(<Page />);
  await user.dblClick(await screen.findByRole('button', { name: 'send' }));
  await user.click(screen.getByRole('button', { name: 'saved' }));
  await user.click(screen.getByRole('button', { name: 'send' }));
  expect(seen[0]).toBe(seen[1]);
  expect(seen[2]).not.toBe(seen[0]);
});
