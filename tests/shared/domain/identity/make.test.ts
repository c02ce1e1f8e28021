import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkIdentityNumber } from '../../../../shared/domain/identity/check.ts';
import { FIRST_LETTERS } from '../../../../shared/domain/identity/checksum.ts';
import { findSecond, SECOND_CHARACTERS } from '../../../../shared/domain/identity/kind.ts';
import { makeIdentityNumber } from '../../../../shared/domain/identity/make.ts';

test.each([
  ['A', '1', 2345678, 'A123456789'],
  ['W', '1', 23275, 'W100232754'],
  ['A', '8', 1, 'A800000014'],
  ['F', 'C', 1234567, 'FC12345674'],
  ['P', '1', 0, 'P100000003'],
] as const)('[ID13] %s, %s, %i make %s', (letter, second, serial, number) => {
  expect(makeIdentityNumber({ letter, second, serial })).toBe(number);
});

test('[ID13] every number made is valid and keeps its parts', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FIRST_LETTERS),
      fc.constantFrom(...SECOND_CHARACTERS),
      fc.integer({ min: 0, max: 9_999_999 }),
      (letter, second, serial) => {
        const number = makeIdentityNumber({ letter, second, serial });
        const { kind, sex } = findSecond(second) ?? {};
        expect(checkIdentityNumber(number)).toMatchObject({ ok: true, value: { number, kind, sex } });
        expect(number.slice(0, 2)).toBe(letter + second);
        expect(Number(number.slice(2, 9))).toBe(serial);
      },
    ),
  );
});

test.each([
  ['a', '1', 1],
  ['AB', '1', 1],
  ['', '1', 1],
  ['A', '1', -1],
  ['A', '1', 10_000_000],
  ['A', '1', 1.5],
  ['A', '1', Number.NaN],
] as const)('[ID13] letter %j, second %s, serial %d are refused', (letter, second, serial) => {
  expect(() => makeIdentityNumber({ letter, second, serial })).toThrow(RangeError);
});
