import { expect, test } from 'vitest';
import { isStaleAfter, STALE_AFTER } from '../../../renderer/bridge/invalidation.ts';
import { CORE_DOOR } from '../../../shared/contract/core.ts';

test('a changed case renews lists, the case, the desk and the outbox', () => {
  for (const name of ['case.list', 'case.get', 'desk.list', 'outbox.list']) {
    expect(isStaleAfter('case.changed', name)).toBe(true);
  }
  expect(isStaleAfter('case.changed', 'session.get')).toBe(false);
});

test('a restarted core renews everything; a menu command nothing', () => {
  for (const name of Object.keys(CORE_DOOR)) {
    expect(isStaleAfter('core.started', name)).toBe(true);
    expect(isStaleAfter('menu.command', name)).toBe(false);
  }
});

test('who stays signed in keeps what is on the screen', () => {
  expect(isStaleAfter('session.changed', 'session.get')).toBe(true);
  expect(isStaleAfter('session.changed', 'case.list')).toBe(false);
});

test('only calls of the door are named', () => {
  const named = Object.values(STALE_AFTER).flatMap((names) => (names === 'all' ? [] : [...names]));
  expect(named.filter((name) => !(name in CORE_DOOR))).toEqual([]);
});
