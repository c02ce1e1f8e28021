import { expect, test } from 'vitest';
import { digitOf, matchesKey } from '../../../../renderer/ui/keys/matches.ts';

const press = (init: KeyboardEventInit, target?: HTMLElement): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { bubbles: true, ...init });
  (target ?? document.body).dispatchEvent(event);
  return event;
};

test('a key is itself with its modifier and no other', () => {
  expect(matchesKey(press({ key: 'k', ctrlKey: true }), 'search')).toBe(true);
  expect(matchesKey(press({ key: 'K', ctrlKey: true }), 'search')).toBe(true);
  expect(matchesKey(press({ key: 'k' }), 'search')).toBe(false);
  expect(matchesKey(press({ key: 'k', ctrlKey: true, altKey: true }), 'search')).toBe(false);
  expect(matchesKey(press({ key: 'F1' }), 'help')).toBe(true);
});

test('an input method that composes owns the keys', () => {
  expect(matchesKey(press({ key: 'Enter', ctrlKey: true, isComposing: true }), 'submit')).toBe(false);
  expect(matchesKey(press({ key: 'Enter', ctrlKey: true }), 'submit')).toBe(true);
});

test('a key held down acts once', () => {
  expect(matchesKey(press({ key: 'n', ctrlKey: true, repeat: true }), 'newCase')).toBe(false);
});

test('? is a letter in a field', () => {
  const field = document.body.appendChild(document.createElement('input'));
  expect(matchesKey(press({ key: '?', shiftKey: true }, field), 'keys')).toBe(false);
  expect(matchesKey(press({ key: '?', shiftKey: true }), 'keys')).toBe(true);
});

test('digits count by their place on the keyboard, number pad too', () => {
  expect(digitOf(press({ key: '¡', code: 'Digit1' }))).toBe(1);
  expect(digitOf(press({ key: '9', code: 'Numpad9' }))).toBe(9);
  expect(digitOf(press({ key: '0', code: 'Digit0' }))).toBeUndefined();
  expect(matchesKey(press({ key: '3', code: 'Digit3', altKey: true }), 'menu')).toBe(true);
});
