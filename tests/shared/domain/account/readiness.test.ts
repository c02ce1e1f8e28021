import { expect, test } from 'vitest';
import type { SessionAccount } from '../../../../shared/domain/account/account.ts';
import { unreadyFor } from '../../../../shared/domain/account/readiness.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-21T02:00:00.000Z');
const daysAgo = (days: number) => new Date(NOW - days * DAY).toISOString();

test.each<[number, SessionAccount['secondFactor'], ReturnType<typeof unreadyFor>]>([
  [0, 'none', null],
  [89, 'off', null],
  [89, 'on', null],
  [89, 'required', 'SECOND_FACTOR_MISSING'],
  [90, 'none', 'PASSWORD_EXPIRED'],
  [90, 'on', 'PASSWORD_EXPIRED'],
  [90, 'required', 'PASSWORD_EXPIRED'],
])('[AC25] a password %i days old, second step %s: %s', (days, secondFactor, outcome) => {
  expect(unreadyFor({ passwordSetAt: daysAgo(days), secondFactor }, NOW)).toBe(outcome);
});
