import { expect, test } from 'vitest';
import { DOCUMENT_KINDS, findSecond, isIdentityKindUsable } from '../../../../shared/domain/identity/kind.ts';

test.each([
  ['1', 'national', 'male'],
  ['2', 'national', 'female'],
  ['8', 'residentNew', 'male'],
  ['9', 'residentNew', 'female'],
  ['A', 'residentOld', 'male'],
  ['B', 'residentOld', 'female'],
  ['C', 'residentOld', 'male'],
  ['D', 'residentOld', 'female'],
])('[ID8] [security 7.4] second character %s: %s, %s', (character, kind, sex) => {
  expect(findSecond(character)).toMatchObject({ kind, sex });
});

test.each(['0', '3', '7', 'E', 'a', '', '11', 'toString', '__proto__'])(
  '[ID5] %j is no second character',
  (character) => {
    expect(findSecond(character)).toBeUndefined();
  },
);

test('[ID9] only the old resident number ends, after 2030-12-31', () => {
  expect(isIdentityKindUsable('residentOld', '2030-12-31')).toBe(true);
  expect(isIdentityKindUsable('residentOld', '2031-01-01')).toBe(false);
  expect(isIdentityKindUsable('residentNew', '2031-01-01')).toBe(true);
  expect(isIdentityKindUsable('national', '2031-01-01')).toBe(true);
});

test('[ID8] 證別 are five', () => {
  expect(DOCUMENT_KINDS).toEqual(['national', 'residentNew', 'residentOld', 'passport', 'provisional']);
});
