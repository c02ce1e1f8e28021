import { expect, test } from 'vitest';
import { core, onEvent, shell } from '../../../renderer/bridge/app.ts';
import type { PushedEvent } from '../../../shared/contract/wire.ts';
import { installWindowApp } from '../../helpers/window-app.tsx';

test('[architecture 6] a broken pipe is UNEXPECTED, never an exception', async () => {
  Object.defineProperty(window, 'app', {
    configurable: true,
    value: { core: () => Promise.reject(new Error('pipe')), shell: () => Promise.resolve('junk') },
  });
  expect(await core('session.get', {})).toEqual({
    ok: false,
    failure: { code: 'UNEXPECTED', detail: { where: 'session.get' } },
  });
  expect(await shell('app.info', {})).toMatchObject({ ok: false, failure: { code: 'UNEXPECTED' } });
});

test('what is no event is passed over, and one can stop listening', () => {
  const app = installWindowApp();
  const heard: PushedEvent[] = [];
  const stop = onEvent((event) => heard.push(event));
  app.emit({ event: 'case.changed', id: 'x' });
  app.emit({ event: 'no.such' });
  app.emit({ __proto__: null });
  stop();
  app.emit({ event: 'case.changed' });
  expect(heard).toEqual([{ event: 'case.changed', id: 'x' }]);
});
