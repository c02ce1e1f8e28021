import { describe, expect, it } from 'vitest';
import { createRestartPolicy } from '../../../main/shell/restart-policy.ts';

const QUICK = 100;
const LONG = 60_000;

describe('restarting what died', () => {
  it('at once the first time, then slower, then a person is told', () => {
    const next = createRestartPolicy();
    const delays = Array.from({ length: 5 }, () => next(QUICK));
    expect(delays).toEqual([0, 500, 2_000, 5_000, undefined]);
  });

  it('never gives up on what had run for a while', () => {
    const next = createRestartPolicy();
    expect(Array.from({ length: 9 }, () => next(LONG))).toEqual(Array.from({ length: 9 }, () => 0));
  });

  it('counts anew after a long life', () => {
    const next = createRestartPolicy();
    expect([next(QUICK), next(QUICK), next(LONG), next(QUICK)]).toEqual([0, 500, 0, 500]);
  });
});
