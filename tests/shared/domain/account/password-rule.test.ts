import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passwordDaysLeft, passwordMin } from '../../../../shared/domain/account/password-rule.ts';

const DAY = 86_400_000;
const SET_AT = '2026-11-21T02:00:00.000Z';
const after = (ms: number) => Date.parse(SET_AT) + ms;

test.each([
  ['at once', 0, 90],
  ['a moment before a day is over', DAY - 1, 90],
  ['after one day', DAY, 89],
  ['after 36 days, as in the seed', 36 * DAY, 54],
  ['after 89 days', 89 * DAY, 1],
  ['a moment before the end', 90 * DAY - 1, 1],
  ['after 90 days', 90 * DAY, 0],
  ['long after', 400 * DAY, -310],
])('[AC24] %s', (_, ms, left) => {
  expect(passwordDaysLeft(SET_AT, after(ms))).toBe(left);
});

test('[AC24] the days never grow as time goes on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 * DAY }), fc.integer({ min: 0, max: DAY }), (ms, more) => {
      const [now, later] = [ms, ms + more].map((at) => passwordDaysLeft(SET_AT, after(at)));
      expect(later).toBeLessThanOrEqual(now ?? 0);
      expect((now ?? 0) - (later ?? 0)).toBeLessThanOrEqual(1);
    }),
  );
});

test('[AC17] characters at least, by kind of account', () => {
  expect(passwordMin(['PRIMARY'])).toBe(8);
  expect(passwordMin(['HOMEROOM', 'COUNSELOR'])).toBe(8);
  expect(passwordMin(['B_HEAD'])).toBe(8);
  expect(passwordMin(['BUREAU'])).toBe(12);
  expect(passwordMin(['ADMIN'])).toBe(12);
});
