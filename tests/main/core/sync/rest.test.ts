import { expect, test } from 'vitest';
import { POLL_MS, restMs, type RestInput } from '../../../../main/core/sync/rest.ts';
import type { FailureCode } from '../../../../shared/failure.ts';

const rest = (over: Partial<RestInput> = {}) =>
  restMs({ trouble: null, failures: 0, untilNext: null, random: 1, ...over });
const trouble = (code: FailureCode, failures: number, stayAway?: number) =>
  rest({
    failures,
    trouble: { ok: false, failure: { code }, ...(stayAway === undefined ? {} : { stayAway }) },
  });

test('[SY14] all well: the next look is in fifteen seconds, or when an operation may be sent', () => {
  expect(POLL_MS).toBe(15_000);
  expect(rest()).toBe(15_000);
  expect(rest({ untilNext: 4000 })).toBe(4000);
  expect(rest({ untilNext: 600_000 })).toBe(15_000);
  expect(rest({ untilNext: -5 })).toBe(0);
});

test.each([
  'OFFLINE',
  'INTERCEPTED',
  'UNAVAILABLE',
  'SIGNED_OUT',
  'PASSWORD_EXPIRED',
  'SECOND_FACTOR_MISSING',
] as const)('[SY8] %s: central is looked for at least every thirty seconds', (code) => {
  expect([1, 2, 3, 4, 5, 50].map((failures) => trouble(code, failures))).toEqual([
    2000, 4000, 8000, 16_000, 30_000, 30_000,
  ]);
});

test('[SY3] a fault of central is not pressed: up to ten minutes', () => {
  expect(trouble('UNEXPECTED', 50)).toBe(600_000);
  expect(trouble('ACCOUNT_DISABLED', 50)).toBe(600_000);
});

test('[SY9] what central asks for counts', () => {
  expect(trouble('RATE_LIMITED', 1, 42_000)).toBe(42_000);
  expect(trouble('UNAVAILABLE', 9, 1000)).toBe(1000);
});
