import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  groupIdentityNumber,
  normaliseIdentityNumber,
} from '../../../../shared/domain/identity/normalise.ts';

test.each([
  ['full-width', 'Ａ１２３４５６７８９'],
  ['lower case', 'a123456789'],
  ['full-width lower case', 'ａ123456789'],
  ['outer spaces and a line end', '  A123456789\r\n'],
  ['inner spaces, U+3000 too', 'A 1234\u300056789'],
  ['dashes of several kinds', 'A-1234\u201356\u2212789'],
  ['full-width and long-vowel dashes', 'A－1234ー56─789'],
  ['zero-width and bidi characters', '\u200BA123\u202E456\u2060789\uFEFF'],
])('[ID1] [security 7.2] %s is normalised', (_title, typed) => {
  expect(normaliseIdentityNumber(typed)).toBe('A123456789');
});

test('[ID1] letters of other alphabets do not turn into Latin ones', () => {
  expect(normaliseIdentityNumber('ßı')).toBe('ßı');
});

test('[ID1] what stood apart is composed', () => {
  expect(normaliseIdentityNumber('i \u0307')).toBe('\u0130');
});

test('[ID1] normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normaliseIdentityNumber(text);
      expect(normaliseIdentityNumber(once)).toBe(once);
    }),
  );
});

test.each([
  ['A123456789', 'A12 3456 789'],
  ['AC01234567', 'AC0 1234 567'],
  ['A', 'A'],
  ['A12', 'A12'],
  ['A123', 'A12 3'],
  ['A1234567', 'A12 3456 7'],
])('[ID12] %s is shown as %s', (number, shown) => {
  expect(groupIdentityNumber(number)).toBe(shown);
});

test.each(['TMP0133010001', '123456789', 'A1234567890', 'AB12CD34', ''])(
  '[ID12] %j is no identity number and is shown as it is',
  (number) => {
    expect(groupIdentityNumber(number)).toBe(number);
  },
);

test('[ID12] the groups are normalised back to the number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z][A-D1289][0-9]{8}$/), (number) => {
      expect(normaliseIdentityNumber(groupIdentityNumber(number))).toBe(number);
    }),
  );
});
