import { expect, test } from 'vitest';
import { ageWords } from '../../../../renderer/features/sync-status/age.ts';
import { textFor } from '../../../../shared/text/index.ts';

const NOW = Date.parse('2026-11-21T02:30:00.000Z');
const age = (seconds: number) =>
  ageWords(textFor('zh-TW'), new Date(NOW - seconds * 1000).toISOString(), NOW);

test('the coarsest unit that fits', () => {
  expect([0, 59, 60, 3599, 3600, 86_399, 86_400, 900_000].map(age)).toEqual([
    '剛才',
    '剛才',
    '1 分鐘前',
    '59 分鐘前',
    '1 小時前',
    '23 小時前',
    '1 天前',
    '10 天前',
  ]);
});

test('a clock that was set back, or no instant, is no age', () => {
  expect(age(-500)).toBe('剛才');
  expect(ageWords(textFor('zh-TW'), 'junk', NOW)).toBe('剛才');
});
