import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs, FIRST_WAIT_MS, LONGEST_WAIT_MS } from '../../../../main/core/sync/backoff.ts';

test('[SY3] [I6] waits double from two seconds to ten minutes', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map((n) => backoffMs(n, LONGEST_WAIT_MS, 1));
  expect(waits).toEqual([
    2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 512_000, 600_000, 600_000, 600_000,
  ]);
});

test('[SY3] the jitter spreads a wait over its upper half', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempts, random) => {
        const wait = backoffMs(attempts, LONGEST_WAIT_MS, random);
        const full = backoffMs(attempts, LONGEST_WAIT_MS, 1);
        expect(wait).toBeGreaterThanOrEqual(full / 2);
        expect(wait).toBeLessThanOrEqual(full);
      },
    ),
  );
  expect(backoffMs(1, LONGEST_WAIT_MS, 0)).toBe(FIRST_WAIT_MS / 2);
});
