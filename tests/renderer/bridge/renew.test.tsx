import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useCoreQuery } from '../../../renderer/bridge/queries.ts';
import { useRenew } from '../../../renderer/bridge/renew.ts';
import { ok } from '../../../shared/failure.ts';
import { renderInApp } from '../../helpers/window-app.tsx';

function Two() {
  const renew = useRenew();
  const policy = useCoreQuery('policy.get', {});
  const outbox = useCoreQuery('outbox.list', {});
  return (
    <button onClick={() => void renew('policy.get')}>
      {policy.isSuccess && outbox.isSuccess ? 'there' : 'waiting'}
    </button>
  );
}

test('the named calls are asked again, others are not', async () => {
  const { user, app } = renderInApp(<Two />, {
    core: {
      'policy.get': () => Promise.resolve(ok({ secondFactor: 'off' as const, revision: 1 })),
      'outbox.list': () => Promise.resolve(ok({ items: [] })),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'there' }));
  await waitFor(() => expect(app.inputsOf('policy.get')).toHaveLength(2));
  expect(app.inputsOf('outbox.list')).toHaveLength(1);
});
