import { expect, test } from 'vitest';
import { createFirstSteps, FIRST_STEP_MS } from '../../../../main/core/auth/first-step.ts';
import { realParts } from '../../../../main/core/parts.ts';
import type { FirstStep } from '../../../../main/core/auth/sign-in.ts';
import { aClock } from '../../../helpers/clock.ts';
import { aStart, CENTRAL_URL } from '../../../helpers/core.ts';

const step = (challengeId: string): FirstStep => ({
  who: { account: 'primary', password: 'Correct-Horse-1' },
  desk: { start: aStart(), parts: realParts, deviceKey: null, centralUrl: CENTRAL_URL },
  challengeId,
});

test('a first step is held for five minutes, the newest alone, and its timer goes with it', async () => {
  const clock = aClock();
  const steps = createFirstSteps(clock);
  expect(steps.held).toBeNull();
  steps.hold(step('a'));
  await clock.advance(FIRST_STEP_MS - 1);
  expect(steps.held?.challengeId).toBe('a');
  steps.hold(step('b'));
  await clock.advance(FIRST_STEP_MS - 1);
  expect(steps.held?.challengeId).toBe('b');
  await clock.advance(1);
  expect(steps.held).toBeNull();
  steps.hold(step('c'));
  steps.drop();
  expect(steps.held).toBeNull();
  expect(clock.pending()).toEqual([]);
});

test('a computer that slept has no timers: it is over all the same', () => {
  const clock = aClock();
  const steps = createFirstSteps(clock);
  steps.hold(step('a'));
  clock.jump(FIRST_STEP_MS);
  expect(steps.held).toBeNull();
});
