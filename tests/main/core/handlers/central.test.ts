import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aDesk, CENTRAL_URL, getFailure, getValue, type TestDesk } from '../../../helpers/core.ts';

let desk: TestDesk;
beforeEach(() => {
  desk = aDesk({ start: { policyCentralUrl: null } });
});
afterEach(() => desk.remove());

test('an address at which central answers is kept over a restart', async () => {
  const core = await desk.boot();
  expect(getValue(await core.ask('central.set', { url: ` ${CENTRAL_URL}/ ` }))).toMatchObject({
    state: 'signedOut',
    centralUrl: CENTRAL_URL,
    centralFixed: false,
  });
  const again = await desk.boot();
  expect(getValue(await again.ask('session.get', {})).centralUrl).toBe(CENTRAL_URL);
});

describe('is not kept', () => {
  test.each<[string, string, TestDesk['service']['wire'], string]>([
    ['an address that is none', 'ftp://x', () => undefined, 'INVALID_INPUT'],
    ['plain http to another computer', 'http://central.example', () => undefined, 'INVALID_INPUT'],
    ['one where nobody answers', CENTRAL_URL, () => 'offline', 'OFFLINE'],
    ['one where a page answers', CENTRAL_URL, () => ({ body: '<html>', type: 'text/html' }), 'NOT_CENTRAL'],
    [
      'one where another service answers',
      CENTRAL_URL,
      () => ({ body: '{"service":"other","status":"ok"}' }),
      'NOT_CENTRAL',
    ],
  ])('%s', async (_, url, wire, code) => {
    const core = await desk.boot();
    desk.service.wire = wire;
    expect(getFailure(await core.ask('central.set', { url })).code).toBe(code);
    expect(getValue(await core.ask('session.get', {})).state).toBe('centralUnknown');
  });
});

test('the policy wins, and cannot be edited', async () => {
  const core = await desk.boot();
  getValue(await core.ask('central.set', { url: CENTRAL_URL }));
  Object.assign(desk.start, { policyCentralUrl: 'https://central.example' });
  const fixed = await desk.boot();
  expect(getValue(await fixed.ask('session.get', {}))).toMatchObject({
    centralUrl: 'https://central.example',
    centralFixed: true,
  });
  expect(getFailure(await fixed.ask('central.set', { url: CENTRAL_URL })).code).toBe('FORBIDDEN');
});

test('[security 1] a policy with an address that is not safe is none', async () => {
  Object.assign(desk.start, { policyCentralUrl: 'http://central.example' });
  const core = await desk.boot();
  expect(getValue(await core.ask('session.get', {}))).toMatchObject({
    state: 'centralUnknown',
    centralUrl: null,
    centralFixed: true,
  });
});
