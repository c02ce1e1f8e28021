import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAccountStep, openAccountWorld } from '../helpers/account-world.ts';

/**
 * Whatever people do, in whatever order: what is checked after each step stands in account-world.ts. Many
 * steps meet a refusal; that a refusal changes nothing is among the checks.
 */
test('[A:29–31] [security 7.28, 7.30] no order of calls makes a second 主通, a way in for who is out, or an old link that works', async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(anyAccountStep, { minLength: 20, maxLength: 45 }), async (steps) => {
      const world = await openAccountWorld();
      try {
        for (const step of steps) {
          const took = await world.take(step);
          if (took) done.set(step.kind, (done.get(step.kind) ?? 0) + 1);
        }
        expect(world.faults).toEqual([]);
      } finally {
        await world.close();
      }
    }),
    { numRuns: 10 },
  );
  // A walk in which nothing ever happened would prove nothing.
  for (const kind of [
    'register',
    'approve',
    'sendBack',
    'transfer',
    'promote',
    'disable',
    'enable',
    'forget',
    'follow',
  ])
    expect(done.get(kind) ?? 0, kind).toBeGreaterThan(0);
}, 300_000);
