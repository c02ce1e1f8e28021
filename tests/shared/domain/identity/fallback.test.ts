import { expect, test } from 'vitest';
import {
  checkPassportNumber,
  checkProvisionalNumber,
  isProvisionalNumber,
  makeProvisionalNumber,
} from '../../../../shared/domain/identity/fallback.ts';

test.each([
  ['B1234', 'B1234'],
  [' b 123-456 ', 'B123456'],
  ['３１２３４５６７８', '312345678'],
  ['A'.repeat(20), 'A'.repeat(20)],
])('[ID10] passport %j is stored as %s', (text, number) => {
  expect(checkPassportNumber(text)).toEqual({ ok: true, value: number });
});

test.each(['B123', 'A'.repeat(21), 'B12345/6', '護照12345'])('[ID10] %j is no passport number', (text) => {
  expect(checkPassportNumber(text)).toEqual({ ok: false, code: 'passportFormat' });
});

test('[ID10] [ID11] nothing typed is required', () => {
  expect(checkPassportNumber(' - ')).toEqual({ ok: false, code: 'required' });
  expect(checkProvisionalNumber('')).toEqual({ ok: false, code: 'required' });
});

test('[ID11] a provisional number is TMP, school code and four digits', () => {
  expect(makeProvisionalNumber('013301', 7)).toBe('TMP0133010007');
  expect(makeProvisionalNumber('01M301', 9999)).toBe('TMP01M3019999');
  expect(checkProvisionalNumber('tmp 013301 0007')).toEqual({ ok: true, value: 'TMP0133010007' });
  expect(isProvisionalNumber('TMP0133010007')).toBe(true);
});

test.each(['TMP013301007', 'TMP01330100077', 'TPM0133010007', 'A123456789'])(
  '[ID11] %s is no provisional number',
  (text) => {
    expect(isProvisionalNumber(text)).toBe(false);
    expect(checkProvisionalNumber(text)).toEqual({ ok: false, code: 'provisionalFormat' });
  },
);

test.each([
  ['013301', 0],
  ['013301', 10_000],
  ['013301', 1.5],
  ['13301', 1],
  ['01330a', 1],
])('[ID11] school %s, sequence %d have no provisional number', (schoolCode, sequence) => {
  expect(() => makeProvisionalNumber(schoolCode, sequence)).toThrow(RangeError);
});
