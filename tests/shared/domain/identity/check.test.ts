import fc from 'fast-check';
import { validateIdCardNumber } from 'taiwan-id-validator';
import { describe, expect, test } from 'vitest';
import {
  checkIdentityNumber,
  IdentityNumber,
  identitySexDiffers,
  sexOfIdentityNumber,
} from '../../../../shared/domain/identity/check.ts';
import { FIRST_LETTERS } from '../../../../shared/domain/identity/checksum.ts';
import { SECOND_CHARACTERS } from '../../../../shared/domain/identity/kind.ts';
import { makeIdentityNumber } from '../../../../shared/domain/identity/make.ts';

const validNumbers = fc
  .record({
    letter: fc.constantFrom(...FIRST_LETTERS),
    second: fc.constantFrom(...SECOND_CHARACTERS),
    serial: fc.integer({ min: 0, max: 9_999_999 }),
  })
  .map(makeIdentityNumber);

describe('examples of domain §4.3', () => {
  test.each([
    ['A123456789', 'national', 'male'],
    ['P223456783', 'national', 'female'],
    ['W100232754', 'national', 'male'],
    ['A800000014', 'residentNew', 'male'],
    ['F930123456', 'residentNew', 'female'],
    ['AC01234567', 'residentOld', 'male'],
    ['FC12345674', 'residentOld', 'male'],
  ])('[ID6] [ID8] %s is valid: %s, %s', (number, kind, sex) => {
    expect(checkIdentityNumber(number)).toEqual({ ok: true, value: { number, kind, sex }, removed: 'none' });
  });

  test.each(
    (
      'P123456781 P100000003 I123456781 O158238845 Y123456788 L122544270 Z200000004 X135792467 O222222220 ' +
      'P800123452 P980012343 H802717288 A870000015 A890000011 AA00000009 AB23456789 PD01234561 HB00000008'
    ).split(' '),
  )('[ID6] %s is valid', (number) => {
    expect(checkIdentityNumber(number).ok).toBe(true);
  });

  test.each(['A123456788', 'A800000015', 'FC12345670'])(
    '[ID6] [ID7] [security 7.1] %s has a wrong check digit, and the right one is not told',
    (number) => {
      expect(checkIdentityNumber(number)).toEqual({ ok: false, code: 'identityChecksum' });
    },
  );

  test.each([
    ['A323456789', '3'],
    ['AE23456785', 'E'],
    ['A723456789', '7'],
    ['A023456789', '0'],
  ])('[ID5] %s is a fault of form', (number, found) => {
    expect(checkIdentityNumber(number)).toEqual({
      ok: false,
      code: 'identitySecond',
      detail: { position: 2, found },
    });
  });

  test('[ID1] a123456789 is normalised first', () => {
    expect(checkIdentityNumber('a123456789')).toMatchObject({ ok: true, value: { number: 'A123456789' } });
  });
});

test.each(['', '  ', '\u3000', '--', '\u200B'])('[ID2] %j is required', (text) => {
  expect(checkIdentityNumber(text)).toEqual({ ok: false, code: 'required' });
});

test.each([
  ['A12345678', 9],
  ['A1234567890', 11],
  ['A', 1],
  ['A12345678𠮷1', 11],
])('[ID2] %s has a wrong length, which is told', (text, length) => {
  expect(checkIdentityNumber(text)).toEqual({
    ok: false,
    code: 'identityLength',
    detail: { length, expected: 10 },
  });
});

test.each([
  ['1123456789', '1'],
  ['０123456789', '0'],
  ['王123456789', '王'],
  ['Á123456789', 'Á'],
])('[ID3] %s does not begin with a letter A to Z', (text, found) => {
  expect(checkIdentityNumber(text)).toEqual({
    ok: false,
    code: 'identityLetter',
    detail: { position: 1, found },
  });
});

test.each([
  ['A12345678O', 10, 'O'],
  ['A1O3456789', 3, 'O'],
  ['A12I456789', 4, 'I'],
  ['A12l456789', 4, 'L'],
  ['AI23456789', 2, 'I'],
  ['AO23456789', 2, 'O'],
  ['AC0123456B', 10, 'B'],
  ['A1234五6789', 6, '五'],
  ['A1234٣6789', 6, '٣'],
  ['A1234𠮷6789', 6, '𠮷'],
])('[ID4] [security 7.5] %s: character %i should be a digit', (text, position, found) => {
  expect(checkIdentityNumber(text)).toEqual({
    ok: false,
    code: 'identityDigit',
    detail: { position, found },
  });
});

test('[ID9] [security 7.4] an old resident number is accepted through 2030-12-31 and for existing cases', () => {
  expect(checkIdentityNumber('AC01234567', '2030-12-31').ok).toBe(true);
  expect(checkIdentityNumber('AC01234567', '2031-01-01')).toEqual({ ok: false, code: 'identityOldEnded' });
  expect(checkIdentityNumber('AC01234567').ok).toBe(true);
  expect(checkIdentityNumber('A800000014', '2031-01-01').ok).toBe(true);
});

test('[ID15] [security 7.3] invisible characters are taken out and told', () => {
  expect(checkIdentityNumber('A12\u200B3456\u202A789')).toMatchObject({
    ok: true,
    value: { number: 'A123456789' },
    removed: 'invisible',
  });
});

test('[ID1] stored and sent are only valid numbers in normal form', () => {
  expect(IdentityNumber.safeParse('A123456789').success).toBe(true);
  expect(IdentityNumber.safeParse('a123456789').success).toBe(false);
  expect(IdentityNumber.safeParse('A12 3456 789').success).toBe(false);
  expect(IdentityNumber.safeParse('A123456788').success).toBe(false);
});

test('[ID14] [security 7.6] a sex digit that differs from the register warns, nothing more', () => {
  expect(identitySexDiffers('A123456789', 'female')).toBe(true);
  expect(identitySexDiffers('A123456789', 'male')).toBe(false);
  expect(identitySexDiffers('A123456789', null)).toBe(false);
  expect(identitySexDiffers('TMP0133010001', 'female')).toBe(false);
  expect(checkIdentityNumber('A123456789').ok).toBe(true);
});

test('[ID8] a valid number tells a sex, another tells none', () => {
  expect(sexOfIdentityNumber('P223456783')).toBe('female');
  expect(sexOfIdentityNumber('a123456789')).toBe('male');
  expect(sexOfIdentityNumber('A123456788')).toBeUndefined();
  expect(sexOfIdentityNumber('X1234567')).toBeUndefined();
});

describe('against another implementation', () => {
  const KIND_OF_CATEGORY = {
    NATIONAL_ID: 'national',
    UI_NUMBER_LEGACY: 'residentOld',
    UI_NUMBER_FOREIGN_OR_STATELESS: 'residentNew',
    UI_NUMBER_NATIONAL_WITHOUT_HOUSEHOLD_REGISTRATION: 'residentNew',
    UI_NUMBER_HK_MACAO_RESIDENT: 'residentNew',
    UI_NUMBER_MAINLAND_CHINA_RESIDENT: 'residentNew',
  } as const;

  /** What the other implementation says of a text, in our words. */
  const theirs = (text: string) => {
    const result = validateIdCardNumber(text);
    if (result.valid) return KIND_OF_CATEGORY[result.category];
    return result.reason === 'INVALID_CHECKSUM' ? 'checksum' : 'form';
  };
  const ours = (text: string) => {
    const checked = checkIdentityNumber(text);
    if (checked.ok) return checked.value.kind;
    return checked.code === 'identityChecksum' ? 'checksum' : 'form';
  };
  test('[ID6] valid numbers are valid for both', () => {
    fc.assert(
      fc.property(validNumbers, (number) => {
        expect(theirs(number)).not.toMatch(/checksum|form/);
        expect(ours(number)).toBe(theirs(number));
      }),
      { numRuns: 500 },
    );
  });

  test('[ID6] random texts of the right form are judged alike', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][A-D1289][0-9]{8}$/), (text) => {
        expect(ours(text)).toBe(theirs(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('[ID5] random texts of nearly the right form are judged alike', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9][A-Z0-9][A-Z0-9]?[0-9]{6,9}$/), (text) => {
        expect(ours(text)).toBe(theirs(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('[ID6] valid numbers with one character changed are judged alike', () => {
    const changed = fc
      .tuple(validNumbers, fc.nat(9), fc.constantFrom(...FIRST_LETTERS, ...'0123456789'.split('')))
      .map(([number, at, character]) => number.slice(0, at) + character + number.slice(at + 1));
    fc.assert(
      fc.property(changed, (text) => {
        expect(ours(text)).toBe(theirs(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('[ID1] any text is judged as the other judges its normal form', () => {
    const typed = fc
      .tuple(validNumbers, fc.nat(10), fc.constantFrom(' ', '-', '\u3000', '–'))
      .map(([number, at, separator]) => number.slice(0, at).toLowerCase() + separator + number.slice(at));
    fc.assert(
      fc.property(typed, (text) => {
        expect(theirs(text)).toBe('form');
        expect(checkIdentityNumber(text).ok).toBe(true);
      }),
    );
  });
});

test('[ID6] a wrong check digit alone is always found', () => {
  fc.assert(
    fc.property(validNumbers, fc.integer({ min: 1, max: 9 }), (number, shift) => {
      const wrong = number.slice(0, 9) + ((Number(number.at(9)) + shift) % 10);
      expect(checkIdentityNumber(wrong)).toEqual({ ok: false, code: 'identityChecksum' });
    }),
  );
});
