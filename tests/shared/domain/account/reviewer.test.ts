import { expect, test } from 'vitest';
import { REQUEST_KINDS, type RequestKind } from '../../../../shared/domain/account/request.ts';
import { reviewerOf } from '../../../../shared/domain/account/reviewer.ts';

test.each<[RequestKind, 'primary' | 'agency']>([
  ['staff', 'primary'],
  ['primary', 'agency'],
  ['transfer', 'agency'],
  ['promotion', 'agency'],
])('[AC26] %s of a senior high school is reviewed by the %s', (kind, reviewer) => {
  expect(reviewerOf(kind, { regimes: ['senior-high'] })).toBe(reviewer);
  expect(reviewerOf(kind, { regimes: ['senior-high', 'compulsory'] })).toBe(reviewer);
});

test('[AC27] a compulsory school has no 主通, so the agency reviews', () => {
  for (const kind of REQUEST_KINDS) expect(reviewerOf(kind, { regimes: ['compulsory'] })).toBe('agency');
});
