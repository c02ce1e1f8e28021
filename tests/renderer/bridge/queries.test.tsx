import { act as settle, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useCoreAct, useCoreQuery, useKnown } from '../../../renderer/bridge/queries.ts';
import { fail, ok, type Result } from '../../../shared/failure.ts';
import { aSession, renderInApp } from '../../helpers/window-app.tsx';

function Drafts() {
  const { data, error } = useCoreQuery('draft.list', {});
  return <p>{error ? error.code : data === undefined ? '…' : `${data.drafts.length} drafts`}</p>;
}

test('a query gives the value, and asks again when an event makes it old', async () => {
  const { app } = renderInApp(<Drafts />, {
    core: { 'draft.list': () => Promise.resolve(ok({ drafts: [] })) },
  });
  await screen.findByText('0 drafts');
  app.emit({ event: 'sync.changed' });
  app.emit({ event: 'draft.changed' });
  app.emit({ event: 'draft.changed' });
  await waitFor(() => expect(app.inputsOf('draft.list')).toHaveLength(2));
});

test('a refusal arrives as the Failure itself and is not asked again', async () => {
  const { app } = renderInApp(<Drafts />, {
    core: { 'draft.list': () => Promise.resolve(fail('VAULT_LOCKED')) },
  });
  expect(await screen.findByText('VAULT_LOCKED')).toBeDefined();
  expect(app.inputsOf('draft.list')).toHaveLength(1);
});

test('[security 7.20] a double click is one act with one answer', async () => {
  let answer: (result: Result<ReturnType<typeof aSession>>) => void = () => undefined;
  const answers: unknown[] = [];
  function Out() {
    const { act, busy } = useCoreAct('session.signOut');
    return (
      <button type="button" onClick={() => void act({}).then((result) => answers.push(result))}>
        {busy ? 'busy' : 'out'}
      </button>
    );
  }
  const { app, user } = renderInApp(<Out />, {
    core: { 'session.signOut': () => new Promise((resolve) => (answer = resolve)) },
  });
  await user.dblClick(await screen.findByRole('button', { name: 'out' }));
  expect(screen.getByRole('button', { name: 'busy' })).toBeDefined();
  await settle(async () => answer(ok(aSession({ state: 'signedOut', account: null }))));
  expect(app.inputsOf('session.signOut')).toHaveLength(1);
  expect(answers).toHaveLength(2);
  expect(answers[0]).toBe(answers[1]);
});

test('an answer that came with an act is known at once', async () => {
  function Known() {
    const known = useKnown('draft.list');
    return (
      <button type="button" onClick={() => known({}, { drafts: [] })}>
        put
      </button>
    );
  }
  const { user } = renderInApp(
    <>
      <Drafts />
      <Known />
    </>,
    { core: { 'draft.list': () => new Promise(() => undefined) } },
  );
  await screen.findByText('…');
  await user.click(screen.getByRole('button'));
  expect(screen.getByText('0 drafts')).toBeDefined();
});
